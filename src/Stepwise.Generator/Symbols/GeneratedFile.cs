namespace Stepwise.Generator.Symbols;

/// <summary>The names of the files that this generator adds.</summary>
internal static class GeneratedFile
{
    /// <summary>The end of every hint name. The readers skip declarations in such files.</summary>
    public const string Suffix = ".stepwise.g.cs";
}
