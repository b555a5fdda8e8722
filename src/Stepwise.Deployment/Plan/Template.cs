using Stepwise.Json;

namespace Stepwise.Deployment.Plan;

/// <summary>
/// A text of the user, taken apart: what is to stay as it is, and the keys of substitutions. Every writer escapes the one and resolves the other in its own language,
/// so that no text of a user is ever read as an expression.
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
        new([.. before.Length > 0 ? [new(before, IsKey: false)] : Array.Empty<Placeholder>(), new(key, IsKey: true), .. after.Length > 0 ? [new(after, IsKey: false)] : Array.Empty<Placeholder>()]);

    /// <summary>Takes a string apart. Its whole text is literal if <see cref="JsonString.HasSubstitutions"/> is false.</summary>
    public static Template Of(JsonString text, ICollection<string> keys) => text.HasSubstitutions ? Of(text.Value, keys) : Literal(text.Value);

    /// <summary>Takes a text apart. Only what names one of the keys is a substitution.</summary>
    public static Template Of(string text, ICollection<string> keys) => new(PartsOf(text, keys));

    /// <summary>Takes the texts before and after a key apart.</summary>
    public static Template Of(string before, string key, string after, ICollection<string> keys) =>
        new([.. PartsOf(before, keys), new(key, IsKey: true), .. after.Length > 0 ? PartsOf(after, keys) : []]);

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

        if (plain < text.Length || parts.Count == 0)
        {
            parts.Add(new(text.Substring(plain), IsKey: false));
        }

        return parts;
    }
}
