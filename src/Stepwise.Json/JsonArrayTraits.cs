namespace Stepwise.Json;

/// <summary>What sets a sequence of JSONata apart from an array of data.</summary>
[Flags]
internal enum JsonArrayTraits : byte
{
    None = 0,

    /// <summary>A result of a path or a function, which collapses to its only item.</summary>
    Sequence = 1,

    /// <summary>A sequence that stays one although it has one item.</summary>
    KeepSingleton = 2,

    /// <summary>The array around an array that is the input.</summary>
    Outer = 4,

    /// <summary>Made by an array constructor at the start or the end of a path, and not flattened.</summary>
    Constructed = 8,
}
