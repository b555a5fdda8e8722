namespace Stepwise.Differential.Types;

/// <summary>A C# type that random expressions use.</summary>
/// <param name="name">The C# spelling.</param>
internal abstract class CSharpType(string name)
{
    public string Name => name;

    public virtual bool IsValueType => false;
}
