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

    /// <summary>The type as written: a letter, or a choice in parentheses.</summary>
    public string Type { get; }

    /// <summary>Whether the type is an array.</summary>
    internal bool IsArray { get; }

    /// <summary>The types of argument that fit. An array parameter accepts a single value as an array of one.</summary>
    internal JsonataTypes Accepts { get; }

    /// <summary>The text between angle brackets: the type of an array's items, or the signature of a function. Null if there is none.</summary>
    public string? Subtype { get; internal set; }

    /// <summary>Whether the context item is used if the argument is missing.</summary>
    public bool IsContext { get; private set; }

    /// <summary>Whether the argument may be left out.</summary>
    public bool IsOptional { get; private set; }

    /// <summary>Whether the parameter takes one or more arguments.</summary>
    public bool IsRepeated { get; private set; }

    internal void TakeFromContext()
    {
        IsContext = true;
        IsOptional = true;
    }

    internal void MakeOptional() => IsOptional = true;

    internal void Repeat() => IsRepeated = true;
}
