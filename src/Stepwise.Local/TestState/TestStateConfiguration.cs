using System.Diagnostics.CodeAnalysis;

namespace Stepwise.Local;

/// <summary>What is taken to have happened before or within a tested state.</summary>
public sealed record TestStateConfiguration
{
    /// <summary>How often the retrier that is responsible for the mocked error has retried already. Default: never.</summary>
    public int RetrierRetryCount { get; init; }

    /// <summary>The state inside the Map or Parallel in which the mocked error arose; null for none.</summary>
    public string? ErrorCausedByState { get; init; }

    /// <summary>How many iterations of the Map failed; null where nothing is said. Where the Map tolerates fewer, it fails.</summary>
    public int? MapIterationFailureCount { get; init; }

    /// <summary>What the Map's <c>ItemReader</c> read, JSON text; null where nothing is said.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? MapItemReaderData { get; init; }
}
