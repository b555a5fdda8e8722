namespace Stepwise.Jsonata.Syntax;

/// <summary>A path, such as <c>a.b[0].c</c>. A single name is a path of one step.</summary>
public sealed class PathNode : JsonataNode
{
    internal PathNode(int start, List<JsonataNode> stepList)
        : base(start)
    {
        StepList = stepList;
    }

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<JsonataNode> Steps => StepList;

    /// <summary>Whether a result of one item stays an array, because a step has <c>[]</c>.</summary>
    internal bool KeepsSingletonArray { get; set; }

    internal List<JsonataNode> StepList { get; }
}
