using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Stepwise.CodeFixes;

/// <summary>Edits of the text, not of the tree: what is not edited stays as it was, comments, line ends and odd formatting included.</summary>
internal static class TextEdits
{
    public static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);

    public static async Task<Document> ApplyAsync(Document document, CancellationToken cancellationToken, params TextChange[] changes)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes));
    }

    /// <summary>The line end that the file uses around a position.</summary>
    public static string NewLine(SourceText text, int position)
    {
        for (var number = text.Lines.GetLineFromPosition(position).LineNumber; number >= 0; number--)
        {
            var line = text.Lines[number];
            if (line.EndIncludingLineBreak > line.End)
            {
                return text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
            }
        }

        return "\n";
    }

    /// <summary>The white space that the line of a position begins with.</summary>
    public static string Indentation(SourceText text, int position)
    {
        var line = text.ToString(text.Lines.GetLineFromPosition(position).Span);
        var length = 0;
        while (length < line.Length && line[length] is ' ' or '\t')
        {
            length++;
        }

        return line.Substring(0, length);
    }

    /// <summary>Inserts a line of its own below a node, or the text beside it where the node's line goes on.</summary>
    public static TextChange InsertBelow(SyntaxNode node, SourceText text, string inserted)
    {
        foreach (var trivia in node.GetTrailingTrivia())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                return Insert(trivia.SpanStart, NewLine(text, node.SpanStart) + Indentation(text, node.SpanStart) + inserted);
            }
        }

        return Insert(node.Span.End, " " + inserted);
    }
}
