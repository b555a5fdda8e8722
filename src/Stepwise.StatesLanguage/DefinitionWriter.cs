using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>Writes definitions. The order of fields is fixed, states keep theirs, and fields that are not set are not written.</summary>
public static class DefinitionWriter
{
    /// <summary>A definition as JSON text.</summary>
    /// <param name="machine">The definition.</param>
    /// <param name="indented">Whether to break lines and indent by two spaces. Default true.</param>
    /// <returns>JSON text without a final line break.</returns>
    /// <exception cref="ArgumentException">Two states of one machine have the same name.</exception>
    public static string Write(StateMachine machine, bool indented = true) => ToJson(machine).ToJsonTemplate(indented);

    /// <summary>A definition as a JSON value. <see cref="JsonValue.ToJsonTemplate(bool)"/> writes its text.</summary>
    /// <param name="machine">The definition.</param>
    /// <returns>The JSON object.</returns>
    /// <exception cref="ArgumentException">Two states of one machine have the same name.</exception>
    public static JsonObject ToJson(StateMachine machine)
    {
        var states = new JsonObject.Builder();
        foreach (var state in machine.States)
        {
            states.Add(state.Name, ToJson(state));
        }

        return new JsonObject.Builder()
            .AddIfNotNull("Comment", Text(machine.Comment))
            .AddIfNotNull("QueryLanguage", Name(machine.QueryLanguage))
            .AddIfNotNull("Version", WithSubstitutions(machine.Version))
            .AddIfNotNull("TimeoutSeconds", Number(machine.TimeoutSeconds))
            .AddIfNotNull("ProcessorConfig", Processor(machine.ProcessorConfig))
            .Add("StartAt", machine.StartAt)
            .Add("States", states.ToObject())
            .ToObject();
    }

    /// <summary>A state as a JSON value, without its name. <see cref="JsonValue.ToJsonTemplate(bool)"/> writes its text.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The JSON object.</returns>
    /// <exception cref="ArgumentException">Two states of a nested machine have the same name.</exception>
    public static JsonObject ToJson(State state)
    {
        if (state is RawState raw)
        {
            return raw.Body;
        }

        var body = new JsonObject.Builder()
            .Add("Type", state.Type)
            .AddIfNotNull("Comment", Text(state.Comment))
            .AddIfNotNull("QueryLanguage", Name(state.QueryLanguage))
            .AddIfNotNull("Resource", WithSubstitutions((state as TaskState)?.Resource))
            .AddIfNotNull("Credentials", (state as TaskState)?.Credentials)
            .AddIfNotNull("InputPath", Path(state.InputPath));
        switch (state)
        {
            case TaskState task:
                AddShaping(body, task.Parameters, task.Arguments, task.ResultSelector, task.ResultPath, state);
                body.AddIfNotNull("TimeoutSeconds", task.TimeoutSeconds)
                    .AddIfNotNull("TimeoutSecondsPath", WithSubstitutions(task.TimeoutSecondsPath))
                    .AddIfNotNull("HeartbeatSeconds", task.HeartbeatSeconds)
                    .AddIfNotNull("HeartbeatSecondsPath", WithSubstitutions(task.HeartbeatSecondsPath))
                    .AddIfNotNull("Retry", Retriers(task.Retry))
                    .AddIfNotNull("Catch", Catchers(task.Catch));
                break;
            case PassState pass:
                body.AddIfNotNull("Result", pass.Result);
                AddShaping(body, pass.Parameters, null, null, pass.ResultPath, state);
                break;
            case WaitState wait:
                body.AddIfNotNull("Seconds", wait.Seconds)
                    .AddIfNotNull("SecondsPath", WithSubstitutions(wait.SecondsPath))
                    .AddIfNotNull("Timestamp", wait.Timestamp)
                    .AddIfNotNull("TimestampPath", WithSubstitutions(wait.TimestampPath));
                AddShaping(body, null, null, null, null, state);
                break;
            case ChoiceState choice:
                AddShaping(body, null, null, null, null, state);
                body.Add("Choices", Array(choice.Choices, Rule))
                    .AddIfNotNull("Default", Text(choice.Default));
                break;
            case FailState fail:
                body.AddIfNotNull("Error", fail.Error)
                    .AddIfNotNull("ErrorPath", WithSubstitutions(fail.ErrorPath))
                    .AddIfNotNull("Cause", fail.Cause)
                    .AddIfNotNull("CausePath", WithSubstitutions(fail.CausePath));
                AddShaping(body, null, null, null, null, state);
                break;
            case ParallelState parallel:
                AddShaping(body, parallel.Parameters, parallel.Arguments, null, null, null);
                body.Add("Branches", Array(parallel.Branches, ToJson));
                AddShaping(body, null, null, parallel.ResultSelector, parallel.ResultPath, state);
                body.AddIfNotNull("Retry", Retriers(parallel.Retry))
                    .AddIfNotNull("Catch", Catchers(parallel.Catch));
                break;
            case MapState map:
                AddMap(body, map);
                break;
            default:
                AddShaping(body, null, null, null, null, state);
                break;
        }

        if (state is TransitionState transition)
        {
            body.AddIfNotNull("Next", Text(transition.Next))
                .AddIfNotNull("End", transition.End ? JsonBoolean.True : null);
        }

        return body.ToObject();
    }

    private static void AddMap(JsonObject.Builder body, MapState map)
    {
        body.AddIfNotNull("ItemsPath", WithSubstitutions(map.ItemsPath))
            .AddIfNotNull("Items", map.Items)
            .AddIfNotNull("ItemReader", map.ItemReader)
            .AddIfNotNull("Parameters", map.Parameters)
            .AddIfNotNull("ItemSelector", map.ItemSelector)
            .AddIfNotNull("ItemBatcher", map.ItemBatcher)
            .AddIfNotNull("MaxConcurrency", map.MaxConcurrency)
            .AddIfNotNull("MaxConcurrencyPath", WithSubstitutions(map.MaxConcurrencyPath))
            .AddIfNotNull("ToleratedFailurePercentage", map.ToleratedFailurePercentage)
            .AddIfNotNull("ToleratedFailurePercentagePath", WithSubstitutions(map.ToleratedFailurePercentagePath))
            .AddIfNotNull("ToleratedFailureCount", map.ToleratedFailureCount)
            .AddIfNotNull("ToleratedFailureCountPath", WithSubstitutions(map.ToleratedFailureCountPath))
            .AddIfNotNull("Label", WithSubstitutions(map.Label))
            .Add(map.UsesIterator ? "Iterator" : "ItemProcessor", ToJson(map.ItemProcessor))
            .AddIfNotNull("ResultWriter", map.ResultWriter);
        AddShaping(body, null, null, map.ResultSelector, map.ResultPath, map);
        body.AddIfNotNull("Retry", Retriers(map.Retry))
            .AddIfNotNull("Catch", Catchers(map.Catch));
    }

    private static void AddShaping(JsonObject.Builder body, JsonValue? parameters, JsonValue? arguments, JsonValue? resultSelector, JsonPathField? resultPath, State? state)
        => body.AddIfNotNull("Parameters", parameters)
            .AddIfNotNull("Arguments", arguments)
            .AddIfNotNull("ResultSelector", resultSelector)
            .AddIfNotNull("ResultPath", Path(resultPath))
            .AddIfNotNull("OutputPath", Path(state?.OutputPath))
            .AddIfNotNull("Output", state?.Output)
            .AddIfNotNull("Assign", state?.Assign);

    private static JsonObject Rule(ChoiceRule rule)
    {
        var body = new JsonObject.Builder()
            .AddIfNotNull("Comment", Text(rule.Comment))
            .AddIfNotNull("Condition", rule.Condition);
        if (rule.Test is not null)
        {
            AddTest(body, rule.Test);
        }

        return body.AddIfNotNull("Output", rule.Output)
            .AddIfNotNull("Assign", rule.Assign)
            .AddIfNotNull("Next", Text(rule.Next))
            .ToObject();
    }

    private static JsonObject Test(ChoiceTest test)
    {
        var body = new JsonObject.Builder().AddIfNotNull("Comment", Text(test.Comment));
        AddTest(body, test);
        return body.ToObject();
    }

    private static void AddTest(JsonObject.Builder body, ChoiceTest test)
    {
        switch (test)
        {
            case AndTest and:
                body.Add("And", Array(and.Rules, Test));
                break;
            case OrTest or:
                body.Add("Or", Array(or.Rules, Test));
                break;
            case NotTest not:
                body.Add("Not", Test(not.Rule));
                break;
            case ComparisonTest comparison:
                body.Add("Variable", JsonString.WithSubstitutions(comparison.Variable)).Add(comparison.Operator, comparison.Operand);
                break;
        }
    }

    private static JsonArray? Retriers(IReadOnlyList<Retrier>? retriers) => retriers is null ? null : Array(retriers, retrier => new JsonObject.Builder()
        .AddIfNotNull("Comment", Text(retrier.Comment))
        .Add("ErrorEquals", Array(retrier.ErrorEquals, error => error))
        .AddIfNotNull("IntervalSeconds", Number(retrier.IntervalSeconds))
        .AddIfNotNull("MaxAttempts", Number(retrier.MaxAttempts))
        .AddIfNotNull("BackoffRate", retrier.BackoffRate is { } rate ? new JsonNumber(rate) : null)
        .AddIfNotNull("MaxDelaySeconds", Number(retrier.MaxDelaySeconds))
        .AddIfNotNull("JitterStrategy", WithSubstitutions(retrier.JitterStrategy))
        .ToObject());

    private static JsonArray? Catchers(IReadOnlyList<Catcher>? catchers) => catchers is null ? null : Array(catchers, catcher => new JsonObject.Builder()
        .AddIfNotNull("Comment", Text(catcher.Comment))
        .Add("ErrorEquals", Array(catcher.ErrorEquals, error => error))
        .AddIfNotNull("ResultPath", Path(catcher.ResultPath))
        .AddIfNotNull("Output", catcher.Output)
        .AddIfNotNull("Assign", catcher.Assign)
        .Add("Next", catcher.Next)
        .ToObject());

    private static JsonObject? Processor(ProcessorConfig? config) => config is null ? null : new JsonObject.Builder()
        .AddIfNotNull("Mode", config.Mode is { } mode ? new JsonString(mode == ProcessorMode.Inline ? "INLINE" : "DISTRIBUTED") : null)
        .AddIfNotNull("ExecutionType", config.ExecutionType is { } type ? new JsonString(type == StateMachineType.Standard ? "STANDARD" : "EXPRESS") : null)
        .ToObject();

    private static JsonArray Array<T>(IReadOnlyList<T> items, Func<T, JsonValue> write) => new(items.Select(write));

    /// <summary>A text that the author of the machine wrote: it is literal.</summary>
    private static JsonString? Text(string? text) => text is null ? null : new JsonString(text);

    /// <summary>A text in which <c>${Name}</c> is a substitution: an ARN or a path.</summary>
    private static JsonString? WithSubstitutions(string? text) => text is null ? null : JsonString.WithSubstitutions(text);

    private static JsonNumber? Number(int? number) => number is { } value ? new JsonNumber((long)value) : null;

    private static JsonValue? Path(JsonPathField? path) => path is null ? null : path.Path is { } text ? JsonString.WithSubstitutions(text) : JsonNull.Instance;

    private static JsonString? Name(QueryLanguage? language) => language switch
    {
        QueryLanguage.JsonPath => new JsonString("JSONPath"),
        QueryLanguage.Jsonata => new JsonString("JSONata"),
        _ => null,
    };
}
