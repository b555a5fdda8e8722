namespace Stepwise.Jsonata.Syntax;

/// <summary>The object that a <c>%</c> refers to, and the label under which a step to its left keeps it.</summary>
internal sealed class JsonataAncestor
{
    public JsonataAncestor(string label, int index)
    {
        Label = label;
        Index = index;
    }

    /// <summary>The label. All <c>%</c> that refer to the same object share it.</summary>
    public string Label { get; set; }

    public int Index { get; }

    public int Level { get; set; } = 1;
}
