using System.Text.Json.Nodes;

namespace Stepwise.Differential.Forms;

/// <summary>Forms of C# that belong together, with what they read.</summary>
internal sealed record FormSection
{
    /// <summary>The name of the section, which the page repeats in the mark above its table.</summary>
    public required string Name { get; init; }

    /// <summary>Types in C#.</summary>
    public string Types { get; init; } = "";

    /// <summary>The parameters that a form may read, with their types. The type ends with <c>?</c> if it allows null.</summary>
    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>The values with which each form is compared, as JSON of the input.</summary>
    public required IReadOnlyList<JsonObject> Values { get; init; }

    public required IReadOnlyList<Form> Forms { get; init; }
}
