using System.Diagnostics.CodeAnalysis;

namespace Stepwise.Local;

/// <summary>Sets what a test assumes to have happened before or inside the tested state.</summary>
public sealed record TestStateConfiguration
{
    /// <summary>How often the retrier that matches the mocked error has retried before. Default: 0.</summary>
    public int RetrierRetryCount { get; init; }

    /// <summary>The state inside the Map or Parallel in which the mocked error arose; null for none.</summary>
    public string? ErrorCausedByState { get; init; }

    /// <summary>How many iterations of the Map failed; null if not given. If the Map tolerates fewer, it fails.</summary>
    public int? MapIterationFailureCount { get; init; }

    /// <summary>The items that the Map's <c>ItemReader</c> read, as JSON text; null if not given.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? MapItemReaderData { get; init; }
}
