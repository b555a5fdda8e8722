namespace Stepwise.Jsonata.Syntax;

/// <summary>A node of a JSONata syntax tree, after the parser has flattened paths and resolved parents. The tree does not change once the parser has returned it.</summary>
public abstract partial class JsonataNode
{
    private protected JsonataNode(int start) => Start = start;

    /// <summary>The offset at which the node's text begins, in UTF-16 units from 0.</summary>
    public int Start { get; internal set; }

    /// <summary>The offset after the last character of the node's text.</summary>
    public int End { get; internal set; }

    /// <summary>The position in errors about this node, as JSONata counts it: the offset after the token that created the node.</summary>
    internal int Position { get; set; }

    /// <summary>
    /// The predicates in square brackets after a node that is not a step of a path, or that is the first step and not a name.
    /// They filter the node's value before it is grouped and before a sequence of one item collapses.
    /// </summary>
    public IReadOnlyList<FilterStage> Predicates { get; internal set; } = [];

    /// <summary>
    /// The predicates in square brackets after a step, and the index bindings between them, in order.
    /// They apply to the step's result for each item or, in a stream of tuples, to the whole stream.
    /// </summary>
    public IReadOnlyList<JsonataStage> Stages { get; internal set; } = [];

    /// <summary>The object constructor after the node, which groups its items; null if there is none.</summary>
    public JsonataGroup? Group { get; internal set; }

    /// <summary>The variable of <c>@$name</c>, without <c>$</c>; null if there is none.</summary>
    public string? Focus { get; internal set; }

    /// <summary>The variable of <c>#$name</c> directly after the step, without <c>$</c>; null if there is none. After a predicate it is an <see cref="IndexStage"/>.</summary>
    public string? Index { get; internal set; }

    /// <summary>The label under which the tuple keeps the step's input for a <c>%</c> further right; null if no <c>%</c> needs it.</summary>
    internal JsonataAncestor? Ancestor { get; set; }

    /// <summary>Whether a step needs a stream of tuples: it binds a focus, an index or an ancestor.</summary>
    internal bool IsTuple { get; set; }

    /// <summary>Whether <c>[]</c> after the node keeps an array of one item.</summary>
    internal bool KeepsArray { get; set; }

    /// <summary>Whether the node is an array constructor at the start or the end of a path, whose array is not flattened.</summary>
    internal bool IsConstructedArray { get; set; }
}
