using Stepwise.Json;

namespace Stepwise.Jsonata;

/// <summary>The variables, functions and limits of an evaluation.</summary>
public sealed record JsonataOptions
{
    /// <summary>The default options: no variables, and limits that ordinary expressions do not reach.</summary>
    public static JsonataOptions Default { get; } = new();

    /// <summary>The values of variables, by their names without <c>$</c>. The default is null: no variables.</summary>
    public IReadOnlyDictionary<string, JsonValue>? Bindings { get; init; }

    /// <summary>Functions, by their names without <c>$</c>. They hide JSONata's functions of the same name. The default is null: no functions.</summary>
    public IReadOnlyDictionary<string, JsonataFunctionDefinition>? Functions { get; init; }

    /// <summary>The dialect. The default is <see cref="JsonataDialect.Jsonata"/>.</summary>
    public JsonataDialect Dialect { get; init; }

    /// <summary>The longest time of an evaluation; a longer one fails with U1001. Null means no limit. The default is ten seconds.</summary>
    public TimeSpan? TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The greatest depth of nested expressions and calls; a deeper evaluation fails with U1001. Tail calls do not count. The default is 10,000.</summary>
    public int MaxDepth { get; init; } = 10_000;

    /// <summary>The greatest number of items in a sequence. A longer range fails with D2014, any other longer sequence with U1002. The default is ten million, as in JSONata.</summary>
    public int MaxSequenceLength { get; init; } = 10_000_000;

    /// <summary>The greatest length, in UTF-16 units, of a string that an expression creates; a longer one fails with U1002. The default is 64 million.</summary>
    public int MaxStringLength { get; init; } = 64_000_000;

    /// <summary>
    /// The memory, in bytes, that an evaluation may need; more fails with U1002. Null means no limit. The default is one gibibyte.
    /// The figure is measured now and then, and what other threads allocate at the same time counts as well.
    /// </summary>
    public long? MemoryLimit { get; init; } = 1L << 30;

    /// <summary>The source of the time for <c>$now()</c> and <c>$millis()</c>, which is read once for each evaluation. The default is the system clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The source of random numbers for <c>$random()</c> and <c>$shuffle()</c>. Do not share a seeded instance between threads. The default is null: <see cref="Random.Shared"/>.</summary>
    public Random? Random { get; init; }

    /// <summary>
    /// Whether the result may be or contain a function. Default: true, and such functions are left out of the result; in an array they become null.
    /// If false, the evaluation fails with D3200.
    /// </summary>
    public bool AllowFunctionResults { get; init; } = true;

    /// <summary>Cancels the evaluation, which then throws <see cref="OperationCanceledException"/>. The default is a token that is never canceled.</summary>
    public CancellationToken CancellationToken { get; init; }
}
