namespace Stepwise.Differential.Types;

/// <summary>An array or a list.</summary>
internal sealed class ListType(TypeRef element, bool isArray) : CSharpType(isArray ? element.Text + "[]" : $"IReadOnlyList<{element.Text}>")
{
    public TypeRef Element => element;

    public string CountName => isArray ? "Length" : "Count";
}
