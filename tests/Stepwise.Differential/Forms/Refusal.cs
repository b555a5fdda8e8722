using System.Text.Json.Nodes;
using Stepwise.Differential.Places;

namespace Stepwise.Differential.Forms;

/// <summary>A form of C# that a body cannot contain, and what its message advises to write.</summary>
internal sealed record Refusal
{
    /// <summary>An expression, a body in braces, or the members of a workflow class.</summary>
    public required string Code { get; init; }

    /// <summary>Whether <see cref="Code"/> is the members of a workflow class: what it shows is about a state.</summary>
    public bool IsWorkflow { get; init; }

    /// <summary>The type of its value. An expression of type bool is the condition of a Choice; any other is the value of a Pass.</summary>
    public string Returns { get; init; } = "bool";

    /// <summary>Where it stands. Default: a Choice for a bool, a Pass for anything else.</summary>
    public Place? Place { get; init; }

    public Language Language { get; init; } = Language.Jsonata;

    /// <summary>The same with the advice followed: it is accepted, and means the same as in C#.</summary>
    public string? Instead { get; init; }

    /// <summary>The type of the value of <see cref="Instead"/>. Default: the same.</summary>
    public string? InsteadReturns { get; init; }

    /// <summary>Where <see cref="Instead"/> stands. Default: the same.</summary>
    public Place? InsteadPlace { get; init; }

    /// <summary>The query language of <see cref="Instead"/>. Default: the same.</summary>
    public Language? InsteadLanguage { get; init; }

    /// <summary>The types with the advice followed. Default: those of the section.</summary>
    public string? InsteadTypes { get; init; }

    /// <summary>The C# that is executed for <see cref="Instead"/>, if it contains <c>Asl.Jsonata</c>.</summary>
    public string? Executed { get; init; }

    /// <summary>Members of a workflow class that follow the advice, where it is not about the body alone. They compile without a finding.</summary>
    public string? Workflow { get; init; }

    /// <summary>The values with which <see cref="Instead"/> is compared. Default: those of the section.</summary>
    public IReadOnlyList<JsonObject>? Values { get; init; }
}
