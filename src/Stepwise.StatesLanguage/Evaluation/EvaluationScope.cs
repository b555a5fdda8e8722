using Stepwise.Json;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>What the paths and expressions of a state read.</summary>
/// <param name="Input">The input: <c>$</c> in JSONPath, <c>$states.input</c> in JSONata.</param>
internal sealed record EvaluationScope(JsonValue Input)
{
    private readonly string? _inputText;
    private JsonValue? _context;
    private JsonataBindings? _bindings;

    /// <summary>A copy, which makes its own of what depends on the members that differ.</summary>
    private EvaluationScope(EvaluationScope other)
    {
        Input = other.Input;
        _inputText = other._inputText;
        _context = other._context;
        ContextSource = other.ContextSource;
        Variables = other.Variables;
        Result = other.Result;
        ErrorOutput = other.ErrorOutput;
        Random = other.Random;
        TimeProvider = other.TimeProvider;
        TimeLimit = other.TimeLimit;
    }

    /// <summary>The context object: <c>$$</c> in JSONPath, <c>$states.context</c> in JSONata.</summary>
    public JsonValue Context
    {
        get => _context ??= ContextSource?.MakeContext() ?? JsonObject.Empty;
        init => _context = value;
    }

    /// <summary>Makes the context object when it is first read; null where <see cref="Context"/> is given.</summary>
    public IContextSource? ContextSource { get; init; }

    /// <summary>The variables, by their names without <c>$</c>.</summary>
    public IReadOnlyDictionary<string, JsonValue> Variables { get; init; } = NoVariables;

    /// <summary>The result of the task, <c>$states.result</c>; null where there is none. JSONata only.</summary>
    public JsonValue? Result { get; init; }

    /// <summary>The error that was caught, <c>$states.errorOutput</c>; null where there is none. JSONata only.</summary>
    public JsonValue? ErrorOutput { get; init; }

    /// <summary>The input as errors show it. Default: compact JSON; AWS shows an execution's input as it was sent.</summary>
    public string InputText
    {
        get => _inputText ?? JsonText.Of(Input);
        init => _inputText = value;
    }

    /// <summary>Where random numbers and UUIDs without a seed come from. Default: <see cref="Random.Shared"/>.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>Where JSONata's <c>$now()</c> and <c>$millis()</c> get the time. Default: the clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long a JSONata expression may take. Default: five seconds.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What expressions are evaluated with.</summary>
    internal JsonataBindings Bindings => _bindings ??= new(this);

    private static IReadOnlyDictionary<string, JsonValue> NoVariables { get; } = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
}
