using Stepwise.Json;

namespace Stepwise.Jsonata;

/// <summary>What an expression is evaluated with, and the limits of the evaluation.</summary>
public sealed record JsonataOptions
{
    /// <summary>No bindings, and limits that no honest expression meets.</summary>
    public static JsonataOptions Default { get; } = new();

    /// <summary>Variables by their names without <c>$</c>. Default: none.</summary>
    public IReadOnlyDictionary<string, JsonValue>? Bindings { get; init; }

    /// <summary>Functions by their names without <c>$</c>; they come before those of JSONata. Default: none.</summary>
    public IReadOnlyDictionary<string, JsonataFunctionDefinition>? Functions { get; init; }

    /// <summary>How long an evaluation may take before it fails with U1001; null for no limit. Default: ten seconds.</summary>
    public TimeSpan? TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How deep expressions and calls may lie in each other while they are evaluated, before U1001. Calls at the end of a function do not count. Default: 10,000.</summary>
    public int MaxDepth { get; init; } = 10_000;

    /// <summary>How many items a sequence may have; a longer range fails with D2014. Default: ten million, as in JSONata.</summary>
    public int MaxSequenceLength { get; init; } = 10_000_000;

    /// <summary>How many UTF-16 units a string may have that an expression makes. Default: 64 million.</summary>
    public int MaxStringLength { get; init; } = 64_000_000;

    /// <summary>How many bytes the values of an evaluation may need, roughly, before U1002; null for no limit. Default: one gibibyte.</summary>
    public long? MemoryLimit { get; init; } = 1L << 30;

    /// <summary>Where <c>$now()</c> and <c>$millis()</c> get the time, once for each evaluation. Default: the clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where <c>$random()</c> and <c>$shuffle()</c> get their numbers; one with a seed must not be shared between threads. Default: <see cref="Random.Shared"/>.</summary>
    public Random? Random { get; init; }

    /// <summary>
    /// Whether the result may be or contain a function. Default: true, and such functions are left out of the result; in an array they become null.
    /// If false, the evaluation fails with D3200.
    /// </summary>
    public bool AllowFunctionResults { get; init; } = true;

    /// <summary>Ends the evaluation with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken CancellationToken { get; init; }
}
