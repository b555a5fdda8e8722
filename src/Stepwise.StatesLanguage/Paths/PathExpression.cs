using System.Diagnostics.CodeAnalysis;

namespace Stepwise.StatesLanguage.Paths;

/// <summary>A JSONPath of the States Language: into the input (<c>$.a</c>), the context object (<c>$$.a</c>) or a variable (<c>$name.a</c>). Lists compare by reference.</summary>
/// <param name="Text">The path as written.</param>
/// <param name="Root">What it starts from.</param>
/// <param name="Variable">The variable's name without <c>$</c>; null unless the root is <see cref="PathRoot.Variable"/>.</param>
/// <param name="Segments">The steps, in order; empty for the root itself.</param>
internal sealed record PathExpression(string Text, PathRoot Root, string? Variable, IReadOnlyList<PathSegment> Segments)
{
    /// <summary>Whether this is a Reference Path: it names exactly one place, by members and indices alone.</summary>
    public bool IsReferencePath => Segments.All(segment => segment is MemberSegment or IndexSegment);

    /// <summary>Reads a path.</summary>
    /// <param name="text">The text; spaces after it do not matter.</param>
    /// <param name="path">The path; null when the text is none.</param>
    /// <param name="error">Why the text is no path; null when it is one.</param>
    /// <returns>Whether the text is a path.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out PathExpression? path, [NotNullWhen(false)] out PathError? error)
        => new PathParser(text).TryParse(out path, out error);
}
