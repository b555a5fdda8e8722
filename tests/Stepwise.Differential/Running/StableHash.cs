namespace Stepwise.Differential.Running;

/// <summary>The hash of a text, the same in each process.</summary>
internal static class StableHash
{
    public static int Of(string text) => text.Aggregate(17, static (hash, character) => unchecked(hash * 31 + character));
}
