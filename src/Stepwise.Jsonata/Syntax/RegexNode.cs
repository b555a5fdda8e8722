namespace Stepwise.Jsonata.Syntax;

/// <summary>A regular expression, such as <c>/a+/i</c>.</summary>
public sealed class RegexNode : JsonataNode
{
    internal RegexNode(int start, string pattern, string flags)
        : base(start)
    {
        Pattern = pattern;
        Flags = flags;
    }

    /// <summary>The pattern between the slashes, as written.</summary>
    public string Pattern { get; }

    /// <summary>The flags after the pattern: <c>i</c>, <c>m</c>, both, or an empty text.</summary>
    public string Flags { get; }
}
