using Microsoft.CodeAnalysis;

namespace Stepwise.Generator.Symbols;

/// <summary>The order in which the parts of a class are read. It does not depend on the order of the files in the compilation.</summary>
internal static class SourceOrder
{
    /// <summary>Files by path, then position.</summary>
    public static int Compare(SyntaxNode left, SyntaxNode right)
    {
        var order = string.CompareOrdinal(left.SyntaxTree.FilePath, right.SyntaxTree.FilePath);
        return order != 0 ? order : left.SpanStart.CompareTo(right.SpanStart);
    }
}
