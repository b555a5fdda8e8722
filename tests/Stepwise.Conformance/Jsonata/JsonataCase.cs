using Stepwise.Json;

namespace Stepwise.Conformance.Jsonata;

/// <summary>A case of the official JSONata suite.</summary>
/// <param name="Id">Group, file and place in the file, such as <c>blocks/case000.json#0</c>.</param>
/// <param name="Group">The folder.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Input">What it is evaluated on; null for nothing.</param>
/// <param name="Bindings">The variables.</param>
internal sealed record JsonataCase(string Id, string Group, string Expression, JsonValue? Input, JsonObject Bindings)
{
    /// <summary>Why the case cannot be run; null where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>The result that is expected; null for nothing, and where an error is expected.</summary>
    public JsonValue? Result { get; init; }

    /// <summary>Members of the error that is expected: its <c>code</c>, and perhaps more; null where a result is.</summary>
    public JsonObject? Error { get; init; }

    /// <summary>Whether the items of the result may come in any order.</summary>
    public bool IsUnordered { get; init; }

    public TimeSpan? TimeLimit { get; init; }

    /// <summary>How deep calls may lie in each other.</summary>
    public int? Depth { get; init; }
}
