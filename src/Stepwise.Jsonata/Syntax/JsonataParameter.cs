namespace Stepwise.Jsonata.Syntax;

/// <summary>One parameter of a <see cref="JsonataSignature"/>.</summary>
public sealed class JsonataParameter
{
    internal JsonataParameter(string type, JsonataTypes accepts)
    {
        Type = type;
        Accepts = accepts;
        IsArray = string.Equals(type, "a", StringComparison.Ordinal);
    }

    /// <summary>Its type as written: a letter, or a choice in parentheses.</summary>
    public string Type { get; }

    /// <summary>Whether it is an array.</summary>
    internal bool IsArray { get; }

    /// <summary>Which kinds of argument fit it. An array parameter takes a lone value as an array of one.</summary>
    internal JsonataTypes Accepts { get; }

    /// <summary>What its items are (of an array), what it takes and gives (of a function): the text between angle brackets; null where it is not said.</summary>
    public string? Subtype { get; internal set; }

    /// <summary>Whether the context is taken where no argument is given.</summary>
    public bool IsContext { get; private set; }

    /// <summary>Whether the argument may be left out.</summary>
    public bool IsOptional { get; private set; }

    /// <summary>Whether it takes one or more arguments.</summary>
    public bool IsRepeated { get; private set; }

    internal void TakeFromContext()
    {
        IsContext = true;
        IsOptional = true;
    }

    internal void MakeOptional() => IsOptional = true;

    internal void Repeat() => IsRepeated = true;
}
