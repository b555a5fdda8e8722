using System.Diagnostics.CodeAnalysis;

namespace Stepwise.StatesLanguage.Paths;

/// <summary>A JSONPath of the States Language: into the input (<c>$.a</c>), the context object (<c>$$.a</c>) or a variable (<c>$name.a</c>). Lists compare by reference.</summary>
/// <param name="Text">The path as written.</param>
/// <param name="Root">The root of the path.</param>
/// <param name="Variable">The name of the variable, without <c>$</c>; null if the root is not <see cref="PathRoot.Variable"/>.</param>
/// <param name="Segments">The segments, in order; empty for the root itself.</param>
internal sealed record PathExpression(string Text, PathRoot Root, string? Variable, IReadOnlyList<PathSegment> Segments)
{
    /// <summary>Whether the path is a Reference Path: it has only members and indexes, and identifies exactly one place.</summary>
    public bool IsReferencePath => Segments.All(segment => segment is MemberSegment or IndexSegment);

    /// <summary>Parses a path.</summary>
    /// <param name="text">The text. Spaces after the path are ignored.</param>
    /// <param name="path">The path; null if the result is false.</param>
    /// <param name="error">The error; null if the result is true.</param>
    /// <returns>Whether the text is a path.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out PathExpression? path, [NotNullWhen(false)] out PathError? error)
        => new PathParser(text).TryParse(out path, out error);
}
