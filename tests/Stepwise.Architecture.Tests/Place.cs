using Microsoft.CodeAnalysis;

namespace Stepwise.Architecture.Tests;

/// <summary>A file and a line, counted from 1.</summary>
internal readonly record struct Place(string File, int Line)
{
    public static Place Of(SyntaxNode node) => new(node.SyntaxTree.FilePath, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1);

    public override string ToString() => $"{File}:{Line}";
}
