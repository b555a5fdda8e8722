namespace Stepwise.Json;

/// <summary>How an array inside a JSONata evaluation differs from an array of data.</summary>
[Flags]
internal enum JsonArrayTraits : byte
{
    None = 0,

    /// <summary>The result of a path or a function. A sequence of one item collapses to the item.</summary>
    Sequence = 1,

    /// <summary>A sequence that does not collapse although it has one item.</summary>
    KeepSingleton = 2,

    /// <summary>The array that the evaluator puts around an input that is an array.</summary>
    Outer = 4,

    /// <summary>Created by an array constructor at the start or the end of a path. Such an array is not flattened.</summary>
    Constructed = 8,
}
