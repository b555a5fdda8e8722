namespace Stepwise.Jsonata.Syntax;

/// <summary>An object that a <c>%</c> asks for, and the label under which a step to the left keeps it.</summary>
public sealed class JsonataAncestor
{
    internal JsonataAncestor(string label, int index)
    {
        Label = label;
        Index = index;
    }

    /// <summary>The label; two that mean the same object share it.</summary>
    public string Label { get; internal set; }

    internal int Index { get; }

    internal int Level { get; set; } = 1;
}
