using Stepwise.Json;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>The data that the paths and expressions of a state can read.</summary>
/// <param name="Input">The input: <c>$</c> in JSONPath, <c>$states.input</c> in JSONata.</param>
internal sealed record EvaluationScope(JsonValue Input)
{
    private readonly string? _inputText;
    private JsonValue? _context;
    private JsonataBindings? _bindings;

    /// <summary>Copies the scope. The copy computes its own bindings, because they depend on the members that a <c>with</c> expression changes.</summary>
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

    /// <summary>Creates the context object when it is read for the first time; null if <see cref="Context"/> is set.</summary>
    public IContextSource? ContextSource { get; init; }

    /// <summary>The variables, by their names without <c>$</c>.</summary>
    public IReadOnlyDictionary<string, JsonValue> Variables { get; init; } = NoVariables;

    /// <summary>The result of the work, <c>$states.result</c> (JSONata). Null if the field cannot read a result.</summary>
    public JsonValue? Result { get; init; }

    /// <summary>The caught error, <c>$states.errorOutput</c> (JSONata). Null if the field does not belong to a catcher.</summary>
    public JsonValue? ErrorOutput { get; init; }

    /// <summary>The input as errors show it. The default is JSON on one line. AWS shows the input of an execution as it was sent.</summary>
    public string InputText
    {
        get => _inputText ?? JsonText.Of(Input);
        init => _inputText = value;
    }

    /// <summary>The source of UUIDs and of random numbers without a seed. The default is <see cref="Random.Shared"/>.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>The source of the time for JSONata's <c>$now()</c> and <c>$millis()</c>. The default is the system clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The longest time that the evaluation of a JSONata expression may take. The default is five seconds.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The variables of JSONata expressions: <c>$states</c> and the state's variables.</summary>
    internal JsonataBindings Bindings => _bindings ??= new(this);

    private static IReadOnlyDictionary<string, JsonValue> NoVariables { get; } = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
}
