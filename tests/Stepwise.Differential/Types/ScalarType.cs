namespace Stepwise.Differential.Types;

/// <summary>A number, a text, a time and so on.</summary>
internal sealed class ScalarType(string name, Scalar scalar) : CSharpType(name)
{
    public Scalar Scalar => scalar;

    public override bool IsValueType => scalar is not Scalar.Text;

    public bool IsNumber => scalar is Scalar.Int or Scalar.Long or Scalar.Double or Scalar.Decimal;
}
