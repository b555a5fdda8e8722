namespace Stepwise.Jsonata.Syntax;

/// <summary>What a function takes and gives, such as <c>&lt;s-n?:s&gt;</c>.</summary>
public sealed class JsonataSignature
{
    internal JsonataSignature(string text) => Text = text;

    /// <summary>The signature as written.</summary>
    public string Text { get; }
}
