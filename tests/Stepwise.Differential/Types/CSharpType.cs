namespace Stepwise.Differential.Types;

/// <summary>A C# type that random expressions use.</summary>
/// <param name="name">The C# spelling.</param>
internal abstract class CSharpType(string name)
{
    public string Name => name;

    public virtual bool IsValueType => false;
}

/// <summary>The simple types.</summary>
internal enum Scalar
{
    Boolean,
    Int,
    Long,
    Double,
    Decimal,
    Text,
    Char,
    Guid,
    Instant,
}

/// <summary>A number, a text, a time and so on.</summary>
internal sealed class ScalarType(string name, Scalar scalar) : CSharpType(name)
{
    public Scalar Scalar => scalar;

    public override bool IsValueType => scalar is not Scalar.Text;

    public bool IsNumber => scalar is Scalar.Int or Scalar.Long or Scalar.Double or Scalar.Decimal;
}

/// <summary>A member of an enum.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Number">Its value.</param>
/// <param name="Text">Its name in JSON, if the enum is written as text.</param>
internal sealed record EnumName(string Name, int Number, string Text);

/// <summary>An enum.</summary>
internal sealed class EnumType(string name, bool isText, IReadOnlyList<EnumName> members) : CSharpType(name)
{
    /// <summary>Whether the type's own converter writes names.</summary>
    public bool IsText => isText;

    public IReadOnlyList<EnumName> Members => members;

    public override bool IsValueType => true;
}

/// <summary>An array or a list.</summary>
internal sealed class ListType(TypeRef element, bool isArray) : CSharpType(isArray ? element.Text + "[]" : $"IReadOnlyList<{element.Text}>")
{
    public TypeRef Element => element;

    public string CountName => isArray ? "Length" : "Count";
}

/// <summary>A dictionary.</summary>
internal sealed class DictionaryType(TypeRef value, string key = "string") : CSharpType($"IReadOnlyDictionary<{key}, {value.Text}>")
{
    public TypeRef Value => value;

    public bool HasTextKeys => key == "string";
}
