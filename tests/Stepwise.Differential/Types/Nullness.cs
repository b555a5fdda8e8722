namespace Stepwise.Differential.Types;

/// <summary>What a declaration says about null.</summary>
internal enum Nullness
{
    /// <summary>Never null.</summary>
    NotNull,

    /// <summary>Declared with <c>?</c>.</summary>
    Nullable,

    /// <summary>A reference type that was declared without nullable annotations: it may be null, and C# does not warn.</summary>
    Oblivious,
}
