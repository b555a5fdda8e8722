namespace Stepwise.Generator.Model;

/// <summary>A finding, free of the compilation: what, where (an index into the front end's table of locations) and the arguments of the message.</summary>
internal sealed record DiagnosticInfo(string Id, int Anchor, EquatableArray<string> Arguments, EquatableArray<DiagnosticProperty> Properties = default)
{
    public DiagnosticInfo(string id, int anchor, params string[] arguments)
        : this(id, anchor, new EquatableArray<string>(arguments))
    {
    }

    /// <summary>The part of the string constant at the anchor that the finding is about; null for all of it.</summary>
    public TextPart? Part { get; init; }
}

/// <summary>What a code fix needs to know of a finding.</summary>
internal sealed record DiagnosticProperty(string Name, string Value);
