using System.Text.Json.Nodes;
using Stepwise.Differential.Places;

namespace Stepwise.Differential.Corpus;

/// <summary>C# with values: on which the definition once gave something else, or which show that it gives the same.</summary>
internal sealed record CorpusEntry
{
    /// <summary>The kind of the fault and what is special, such as <c>D1 switch arm</c>. Unique.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the language includes it, so that a refusal is a fault too.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>Types in C#.</summary>
    public string Types { get; init; } = "";

    public Place Place { get; init; } = Place.Pass;

    public Language Language { get; init; } = Language.Jsonata;

    /// <summary>The type that the method returns. Default: that of the place.</summary>
    public string? Returns { get; init; }

    /// <summary>The parameters with their types, such as <c>In r</c>. The type ends with <c>?</c> if it allows null.</summary>
    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>The parameter that is the result of an earlier state; null for none.</summary>
    public string? Result { get; init; }

    /// <summary>The body, with <c>=></c> or in braces.</summary>
    public required string Body { get; init; }

    /// <summary>The body that C# executes, if the body has <c>Asl.Jsonata</c>; null if they are the same.</summary>
    public string? Executed { get; init; }

    /// <summary>The values, as JSON of the input. A result that is missing was not assigned.</summary>
    public required IReadOnlyList<JsonObject> Values { get; init; }
}
