namespace Stepwise.Jsonata.Syntax;

/// <summary>A node of a JSONata syntax tree, after the parser has flattened paths and resolved parents. The tree does not change once the parser has returned it.</summary>
public abstract partial class JsonataNode
{
    private protected JsonataNode(int start) => Start = start;

    /// <summary>Where the node's text begins, counted in UTF-16 units from 0.</summary>
    public int Start { get; internal set; }

    /// <summary>Where the node's text ends: the place after its last character.</summary>
    public int End { get; internal set; }

    /// <summary>The place that errors about this node name: behind the token that made it, as JSONata counts.</summary>
    public int Position { get; internal set; }

    /// <summary>What follows in square brackets a node that is no step, or that is the first step and no name. It acts on the node's value before that is grouped or a sequence of one is unpacked.</summary>
    public IReadOnlyList<FilterStage> Predicates { get; internal set; } = [];

    /// <summary>What follows a step in square brackets, and index bindings between them, in order. It acts on what the step gives for each item or, in a stream of tuples, on the whole stream.</summary>
    public IReadOnlyList<JsonataStage> Stages { get; internal set; } = [];

    /// <summary>The object constructor behind the node that groups its items; null without one.</summary>
    public JsonataGroup? Group { get; internal set; }

    /// <summary>The variable of <c>@$name</c>; null without one.</summary>
    public string? Focus { get; internal set; }

    /// <summary>The variable of <c>#$name</c> directly behind the step; null without one. One after a predicate is a stage.</summary>
    public string? Index { get; internal set; }

    /// <summary>The label under which a step's input is kept in the tuple, because a <c>%</c> further right asks for it; null when none does.</summary>
    public JsonataAncestor? Ancestor { get; internal set; }

    /// <summary>Whether a step needs a stream of tuples: it binds a focus, an index or an ancestor.</summary>
    public bool IsTuple { get; internal set; }

    /// <summary>Whether <c>[]</c> behind the node keeps an array of one.</summary>
    public bool KeepsArray { get; internal set; }

    /// <summary>Whether the node is an array constructor at the start or the end of a path, whose array is not flattened.</summary>
    public bool IsConstructedArray { get; internal set; }
}
