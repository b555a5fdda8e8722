using Stepwise.Json;

namespace Stepwise.Deployment.Plan;

/// <summary>
/// A text, split into literal parts and keys of substitutions. Each writer escapes the literal parts and replaces the keys by expressions of its language,
/// so that a literal text of the user is never read as an expression.
/// </summary>
internal sealed class Template
{
    private Template(IReadOnlyList<Placeholder> parts) => Parts = parts;

    public IReadOnlyList<Placeholder> Parts { get; }

    /// <summary>The key, if the whole text is one substitution.</summary>
    public string? OnlyKey => Parts.Count == 1 && Parts[0].IsKey ? Parts[0].Value : null;

    public static Template Literal(string text) => new([new(text, IsKey: false)]);

    /// <summary>A text that is one key.</summary>
    public static Template Key(string key) => new([new(key, IsKey: true)]);

    /// <summary>A key between two literal texts, of which either may be empty.</summary>
    public static Template Around(string before, string key, string after) =>
        new([.. new[] { new Placeholder(before, IsKey: false), new Placeholder(key, IsKey: true), new Placeholder(after, IsKey: false) }.Where(part => part.Value.Length > 0)]);

    /// <summary>Splits a string. If <see cref="JsonString.HasSubstitutions"/> is false, the whole text is literal.</summary>
    public static Template Of(JsonString text, ICollection<string> keys) => text.HasSubstitutions ? Of(text.Value, keys) : Literal(text.Value);

    /// <summary>Splits a text. <c>${Name}</c> is a substitution only if the name is one of the keys.</summary>
    public static Template Of(string text, ICollection<string> keys) => new(PartsOf(text, keys));

    /// <summary>Splits the texts before and after a key.</summary>
    public static Template Of(string before, string key, string after, ICollection<string> keys) =>
        new([.. PartsOf(before, keys), new(key, IsKey: true), .. PartsOf(after, keys)]);

    private static List<Placeholder> PartsOf(string text, ICollection<string> keys)
    {
        var parts = new List<Placeholder>();
        var plain = 0;
        var at = 0;
        while (at < text.Length && text.IndexOf("${", at, StringComparison.Ordinal) is var start and >= 0)
        {
            var end = text.IndexOf('}', start);
            if (end < 0)
            {
                break;
            }

            var key = text.Substring(start + 2, end - start - 2);
            if (!keys.Contains(key))
            {
                at = start + 2;
                continue;
            }

            if (start > plain)
            {
                parts.Add(new(text.Substring(plain, start - plain), IsKey: false));
            }

            parts.Add(new(key, IsKey: true));
            plain = at = end + 1;
        }

        if (plain < text.Length)
        {
            parts.Add(new(text.Substring(plain), IsKey: false));
        }

        return parts;
    }
}
