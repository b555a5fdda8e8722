using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage;

/// <summary>Writes definitions. Fields have a fixed order, states keep their order, and a property that is null is not written.</summary>
public static class DefinitionWriter
{
    /// <summary>Writes a definition as JSON text in which <c>${Name}</c> is a substitution: the text of <see cref="JsonValue.ToJsonTemplate(bool)"/>.</summary>
    /// <param name="machine">The definition.</param>
    /// <param name="indented">Whether to write each element and member on a line of its own, indented by two spaces. The default is true.</param>
    /// <returns>JSON text without a final line break.</returns>
    /// <exception cref="ArgumentException">Two states of one machine have the same name.</exception>
    public static string Write(StateMachine machine, bool indented = true) => ToJson(machine).ToJsonTemplate(indented);

    /// <summary>Converts a definition to a JSON value. To write its text, call <see cref="JsonValue.ToJsonTemplate(bool)"/>: <see cref="JsonValue.ToJson(bool)"/> would not escape literal <c>${</c>.</summary>
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

    /// <summary>Converts a state to a JSON value, without its name. To write its text, call <see cref="JsonValue.ToJsonTemplate(bool)"/>: <see cref="JsonValue.ToJson(bool)"/> would not escape literal <c>${</c>.</summary>
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
                body.AddIfNotNull("Parameters", task.Parameters)
                    .AddIfNotNull("Arguments", task.Arguments);
                AddOutput(body, task);
                body.AddIfNotNull("TimeoutSeconds", task.TimeoutSeconds)
                    .AddIfNotNull("TimeoutSecondsPath", WithSubstitutions(task.TimeoutSecondsPath))
                    .AddIfNotNull("HeartbeatSeconds", task.HeartbeatSeconds)
                    .AddIfNotNull("HeartbeatSecondsPath", WithSubstitutions(task.HeartbeatSecondsPath));
                break;
            case PassState pass:
                body.AddIfNotNull("Result", pass.Result)
                    .AddIfNotNull("Parameters", pass.Parameters);
                AddOutput(body, pass);
                break;
            case WaitState wait:
                body.AddIfNotNull("Seconds", wait.Seconds)
                    .AddIfNotNull("SecondsPath", WithSubstitutions(wait.SecondsPath))
                    .AddIfNotNull("Timestamp", wait.Timestamp)
                    .AddIfNotNull("TimestampPath", WithSubstitutions(wait.TimestampPath));
                AddOutput(body, state);
                break;
            case ChoiceState choice:
                AddOutput(body, state);
                body.Add("Choices", Array(choice.Choices, Rule))
                    .AddIfNotNull("Default", Text(choice.Default));
                break;
            case FailState fail:
                body.AddIfNotNull("Error", fail.Error)
                    .AddIfNotNull("ErrorPath", WithSubstitutions(fail.ErrorPath))
                    .AddIfNotNull("Cause", fail.Cause)
                    .AddIfNotNull("CausePath", WithSubstitutions(fail.CausePath));
                AddOutput(body, state);
                break;
            case ParallelState parallel:
                body.AddIfNotNull("Parameters", parallel.Parameters)
                    .AddIfNotNull("Arguments", parallel.Arguments)
                    .Add("Branches", Array(parallel.Branches, ToJson));
                AddOutput(body, parallel);
                break;
            case MapState map:
                AddMap(body, map);
                break;
            default:
                AddOutput(body, state);
                break;
        }

        if (state is WorkState work)
        {
            body.AddIfNotNull("Retry", Retriers(work.Retry))
                .AddIfNotNull("Catch", Catchers(work.Catch));
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
        AddOutput(body, map);
    }

    /// <summary>Adds the fields that shape the result and the output of a state.</summary>
    private static void AddOutput(JsonObject.Builder body, State state)
        => body.AddIfNotNull("ResultSelector", (state as WorkState)?.ResultSelector)
            .AddIfNotNull("ResultPath", Path((state as WorkState)?.ResultPath ?? (state as PassState)?.ResultPath))
            .AddIfNotNull("OutputPath", Path(state.OutputPath))
            .AddIfNotNull("Output", state.Output)
            .AddIfNotNull("Assign", state.Assign);

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
        .AddIfNotNull("Mode", config.Mode is { } mode ? new JsonString(Terms.Of(mode)) : null)
        .AddIfNotNull("ExecutionType", config.ExecutionType is { } type ? new JsonString(Terms.Of(type)) : null)
        .ToObject();

    private static JsonArray Array<T>(IReadOnlyList<T> items, Func<T, JsonValue> write) => new(items.Select(write));

    /// <summary>Converts a text of the machine's author, which is literal.</summary>
    private static JsonString? Text(string? text) => text is null ? null : new JsonString(text);

    /// <summary>Converts an ARN or a path, in which <c>${Name}</c> is a substitution.</summary>
    private static JsonString? WithSubstitutions(string? text) => text is null ? null : JsonString.WithSubstitutions(text);

    private static JsonNumber? Number(int? number) => number is { } value ? new JsonNumber((long)value) : null;

    private static JsonValue? Path(JsonPathField? path) => path is null ? null : path.Path is { } text ? JsonString.WithSubstitutions(text) : JsonNull.Instance;

    private static JsonString? Name(AslQueryLanguage? language) => language is { } given ? new JsonString(Terms.Of(given)) : null;
}
