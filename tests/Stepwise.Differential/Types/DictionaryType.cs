namespace Stepwise.Differential.Types;

/// <summary>A dictionary.</summary>
internal sealed class DictionaryType(TypeRef value, string key = "string") : CSharpType($"IReadOnlyDictionary<{key}, {value.Text}>")
{
    public TypeRef Value => value;

    public bool HasTextKeys => key == "string";
}
