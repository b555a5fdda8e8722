using System.Text;
using Stepwise.Json;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.StatesLanguage.Tests.Evaluation;

/// <summary>
/// Takes definitions apart whose states only compute (Pass, Succeed, Fail, Choice in JSONata, Map and Parallel around them), and tasks whose results are known, and evaluates their fields one after the other.
/// It is no interpreter: there is no clock, no retry, no history.
/// </summary>
internal sealed class StateWalk
{
    private const int MaxStateBytes = 256 * 1024;

    private readonly JsonObject _machine;
    private readonly Queue<JsonValue> _taskResults;
    private readonly JsonObject _context;
    private readonly Dictionary<string, JsonValue> _variables;

    /// <summary>The arguments of the tasks, in order.</summary>
    private readonly List<JsonValue> _taskArguments;

    private bool _hasToken;

    private StateWalk(JsonObject machine, JsonObject context, Dictionary<string, JsonValue> variables, Queue<JsonValue> taskResults, List<JsonValue> taskArguments, bool isJsonata)
    {
        _machine = machine;
        _context = context;
        _variables = variables;
        _taskResults = taskResults;
        _taskArguments = taskArguments;
        IsJsonata = machine["QueryLanguage"] is JsonString language ? language.Value == "JSONata" : isJsonata;
    }

    private bool IsJsonata { get; }

    /// <summary>The state at which the walk is, and how many events its entry follows where each state makes two.</summary>
    public (string State, long EnteredEventId) Place { get; private set; } = ("", 2);

    public IReadOnlyList<JsonValue> TaskArguments => _taskArguments;

    /// <summary>Prepares a walk through a case; it reads nothing of what is expected.</summary>
    public static StateWalk Of(RecordedCase @case)
    {
        var execution = new JsonObject.Builder()
            .Add("Id", @case.IsExpress ? "arn:aws:states:us-east-1:111111111111:express:machine:execution:id" : "arn:aws:states:us-east-1:111111111111:execution:machine:execution")
            .Add("Input", @case.Input)
            .Add("Name", "execution")
            .Add("RoleArn", "arn:aws:iam::111111111111:role/role")
            .Add("StartTime", "2024-01-01T00:00:00.000Z")
            .AddIfNotNull("RedriveCount", @case.IsExpress ? null : 0)
            .ToObject();
        var context = JsonObject.Create(
            ("Execution", execution),
            ("StateMachine", JsonObject.Create(("Id", "arn:aws:states:us-east-1:111111111111:stateMachine:machine"), ("Name", "machine"))));
        return new(@case.Definition, context, new(StringComparer.Ordinal), new(@case.TaskLog.Select(TaskResult).OfType<JsonValue>()), [], isJsonata: false);
    }

    /// <summary>Whether all that a definition's states do is evaluated here.</summary>
    public static bool Covers(JsonObject machine, bool isJsonata = false)
    {
        var language = machine["QueryLanguage"] is JsonString own ? own.Value == "JSONata" : isJsonata;
        return machine["States"] is JsonObject states && states.Members.All(member => member.Value is JsonObject state && CoversState(state, language));
    }

    /// <summary>Walks from the start to the end.</summary>
    /// <exception cref="EvaluationException">A field fails.</exception>
    /// <exception cref="FailStateException">A Fail state is reached.</exception>
    public JsonValue Run(JsonValue input)
    {
        var name = Text(_machine, "StartAt");
        for (var step = 0; ; step++)
        {
            Assert.True(step < 1000, "The definition does not end.");
            var state = (JsonObject)((JsonObject)_machine["States"]!)[name]!;
            Place = (name, 2 + (2 * step));
            _hasToken = HasToken(state);
            var next = state["Next"] is JsonString target ? target.Value : null;
            input = IsJsonataState(state) ? RunJsonata(state, input, ref next) : RunJsonPath(state, input);
            if (Encoding.UTF8.GetByteCount(input.ToJson()) > MaxStateBytes)
            {
                throw new UncoveredCaseException("The size of a state's data is the interpreter's business.");
            }

            if (next is null)
            {
                return input;
            }

            name = next;
        }
    }

    /// <summary>A result that is no object is recorded as its text.</summary>
    private static JsonValue? TaskResult(JsonObject task) => task["output"] is JsonString text && JsonValue.TryParse(text.Value, out var value, out _) ? value : task["output"];

    private static bool CoversState(JsonObject state, bool isJsonata)
    {
        var language = state["QueryLanguage"] is JsonString own ? own.Value == "JSONata" : isJsonata;
        return state["Retry"] is null && state["Catch"] is null && state["TimeoutSeconds"] is null && Text(state, "Type") switch
        {
            "Pass" or "Succeed" or "Fail" => true,
            "Choice" => language,
            "Task" => state["Credentials"] is null && !(HasToken(state) && state.Members.Any(member => member.Name.StartsWith("HeartbeatSeconds", StringComparison.Ordinal))),
            "Parallel" => state["Branches"] is JsonArray branches && branches.OfType<JsonObject>().All(branch => Covers(branch, language)),
            "Map" => !state.Members.Any(member => member.Name is "MaxConcurrencyPath" or "ToleratedFailureCountPath" or "ToleratedFailurePercentagePath")
                && state["ItemReader"] is null && state["ItemBatcher"] is null && state["ResultWriter"] is null && Processor(state) is { } processor
                && (processor["ProcessorConfig"] as JsonObject)?["Mode"] != "DISTRIBUTED" && Covers(processor, language),
            _ => false,
        };
    }

    /// <summary>Whether the task waits for a job or a callback, and so has a token.</summary>
    private static bool HasToken(JsonObject state) => state["Resource"] is JsonString resource && (resource.Value.Contains(".sync", StringComparison.Ordinal) || resource.Value.EndsWith(".waitForTaskToken", StringComparison.Ordinal));

    private static JsonObject? Processor(JsonObject state) => (state["ItemProcessor"] ?? state["Iterator"]) as JsonObject;

    private bool IsJsonataState(JsonObject state) => state["QueryLanguage"] is JsonString language ? language.Value == "JSONata" : IsJsonata;

    private JsonObject Context() => new JsonObject.Builder()
        .Add("Execution", _context["Execution"]!)
        .Add("StateMachine", _context["StateMachine"]!)
        .AddIfNotNull("Map", _context["Map"])
        .AddIfNotNull("Task", _hasToken ? JsonObject.Create(("Token", "token")) : null)
        .Add("State", JsonObject.Create(("Name", Place.State), ("EnteredTime", "2024-01-01T00:00:00.000Z")))
        .ToObject();

    private EvaluationScope Scope(JsonValue input) => new(input) { Context = Context(), Variables = new Dictionary<string, JsonValue>(_variables, StringComparer.Ordinal) };

    private JsonValue RunJsonPath(JsonObject state, JsonValue input)
    {
        var scope = Scope(input);
        var effective = Select(state, "InputPath", scope);
        scope = Scope(effective);
        var type = Text(state, "Type");
        if (type == "Fail")
        {
            throw new FailStateException(FailText(state, "Error", scope), FailText(state, "Cause", scope));
        }

        var parameters = type != "Map" && state["Parameters"] is { } template ? PayloadTemplate.Evaluate(template, scope) : effective;
        var result = type switch
        {
            "Pass" => state["Result"] ?? parameters,
            "Task" => RunTask(parameters),
            "Parallel" => RunBranches(state, parameters),
            "Map" => RunItems(state, Items(state, scope), (item, context) => (state["ItemSelector"] ?? state["Parameters"]) is { } selector
                ? PayloadTemplate.Evaluate(selector, scope with { Context = context })
                : item),
            _ => parameters,
        };
        foreach (var limit in new[] { "TimeoutSecondsPath", "HeartbeatSecondsPath" })
        {
            if (state[limit] is JsonString path)
            {
                JsonPath.Select(path.Value, scope);
            }
        }

        if (state["ResultSelector"] is { } resultSelector)
        {
            result = PayloadTemplate.Evaluate(resultSelector, Scope(result));
        }

        // All fields read the variables as they were when the state was entered.
        var assigned = state["Assign"] is { } assign ? PayloadTemplate.Evaluate(assign, Scope(result)) : JsonObject.Empty;
        var output = state["ResultPath"] switch
        {
            null => result,
            JsonNull => input,
            var path => ReferencePath.Write(((JsonString)path).Value, input, result),
        };
        output = Select(state, "OutputPath", Scope(output));
        Set(assigned);
        return output;
    }

    private JsonValue RunJsonata(JsonObject state, JsonValue input, ref string? next)
    {
        var scope = Scope(input);
        var type = Text(state, "Type");
        if (type == "Fail")
        {
            throw new FailStateException(Field("Error"), Field("Cause"));
        }

        var arguments = state["Arguments"] is { } template ? JsonataTemplate.Evaluate("Arguments", template, scope) : input;
        foreach (var limit in new[] { "MaxConcurrency", "ToleratedFailureCount", "ToleratedFailurePercentage", "TimeoutSeconds", "HeartbeatSeconds" })
        {
            if (state[limit] is { } value)
            {
                JsonataTemplate.Evaluate(limit, value, JsonKind.Number, scope);
            }
        }

        JsonValue? result = type switch
        {
            "Task" => RunTask(arguments),
            "Parallel" => RunBranches(state, arguments),
            "Map" => RunItems(state, JsonataItems(state, scope), (item, context) => state["ItemSelector"] is { } selector
                ? JsonataTemplate.Evaluate("ItemSelector", selector, scope with { Context = context })
                : item),
            _ => null,
        };
        scope = scope with { Result = result };
        var source = state;
        if (type == "Choice")
        {
            var rule = ((JsonArray)state["Choices"]!).Cast<JsonObject>().FirstOrDefault(rule => JsonataTemplate.Evaluate("Condition", rule["Condition"]!, JsonKind.Boolean, scope) == JsonBoolean.True);
            next = rule is null ? Text(state, "Default") : Text(rule, "Next");
            source = rule ?? state;
        }

        var output = source["Output"] is { } outputTemplate ? JsonataTemplate.Evaluate("Output", outputTemplate, scope) : result ?? input;
        if (source["Assign"] is { } assign)
        {
            Set(JsonataTemplate.Evaluate("Assign", assign, scope));
        }

        return output;

        string? Field(string name) => state[name] is { } value ? ((JsonString)JsonataTemplate.Evaluate(name, value, JsonKind.String, scope)).Value : null;
    }

    private JsonArray RunItems(JsonObject state, JsonArray items, Func<JsonValue, JsonObject, JsonValue> select)
    {
        var outer = Context();
        return new(items.Select((item, index) =>
        {
            var builder = new JsonObject.Builder();
            foreach (var member in outer.Members.Where(member => member.Name != "Map"))
            {
                builder.Add(member.Name, member.Value);
            }

            var context = builder.Add("Map", JsonObject.Create(("Item", JsonObject.Create(("Index", index), ("Value", item))))).ToObject();
            return Inner(Processor(state)!, context, state).Run(select(item, context));
        }).ToList());
    }

    private JsonArray RunBranches(JsonObject state, JsonValue input)
        => new(((JsonArray)state["Branches"]!).Cast<JsonObject>().Select(branch => Inner(branch, _context, state).Run(input)).ToList());

    private StateWalk Inner(JsonObject machine, JsonObject context, JsonObject state)
        => new(machine, context, new(_variables, StringComparer.Ordinal), _taskResults, _taskArguments, IsJsonataState(state));

    private JsonValue RunTask(JsonValue arguments)
    {
        _taskArguments.Add(arguments);
        return _taskResults.TryDequeue(out var result) ? result : throw new UncoveredCaseException("A task has no recorded result.");
    }

    private static JsonArray Items(JsonObject state, EvaluationScope scope)
    {
        var path = state["ItemsPath"] is JsonString given ? given.Value : "$";
        return ReferencePath.Read(path, scope) as JsonArray ?? throw new EvaluationException("States.Runtime", $"Reference path \"{path}\" must point to array.");
    }

    private static JsonArray JsonataItems(JsonObject state, EvaluationScope scope)
        => state["Items"] is { } items
            ? (JsonArray)JsonataTemplate.Evaluate("Items", items, JsonKind.Array, scope)
            : scope.Input as JsonArray ?? throw new EvaluationException("States.QueryEvaluationError", "Map state input must be an array but was: " + scope.Input.ToJson());

    private static JsonValue Select(JsonObject state, string field, EvaluationScope scope) => state[field] switch
    {
        null => scope.Input,
        JsonNull => JsonObject.Empty,
        var path => JsonPath.Select(((JsonString)path).Value, scope),
    };

    private static string? FailText(JsonObject state, string field, EvaluationScope scope)
        => state[field + "Path"] is JsonString path ? ((JsonString)PayloadTemplate.EvaluateText(field + "Path", path.Value, scope)).Value : (state[field] as JsonString)?.Value;

    private void Set(JsonValue values)
    {
        foreach (var member in ((JsonObject)values).Members)
        {
            _variables[member.Name] = member.Value;
        }
    }

    private static string Text(JsonObject value, string name) => ((JsonString)value[name]!).Value;

    /// <summary>A Fail state was reached.</summary>
    internal sealed class FailStateException(string? error, string? cause) : Exception(cause)
    {
        public string? Error { get; } = error;

        public string? Cause { get; } = cause;
    }

    /// <summary>The case needs what is not here.</summary>
    internal sealed class UncoveredCaseException(string message) : Exception(message);
}
