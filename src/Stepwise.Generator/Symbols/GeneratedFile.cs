namespace Stepwise.Generator.Symbols;

/// <summary>How this generator's files are called.</summary>
internal static class GeneratedFile
{
    /// <summary>The end of every hint name; the front end passes over what is declared in such a file.</summary>
    public const string Suffix = ".stepwise.g.cs";
}
