using Stepwise.Json;
using Stepwise.Local;
using Stepwise.StatesLanguage;

namespace Stepwise.Conformance.Asl;

/// <summary>Does the tasks of a case: functions as they are described, everything else as the log has it.</summary>
internal sealed class RecordedTasks
{
    private readonly JsonObject _functions;
    private readonly Dictionary<string, Queue<JsonObject>>? _log;
    private int _requests;

    /// <summary>Does tasks.</summary>
    /// <param name="functions">How the functions behave, by name.</param>
    /// <param name="log">What the tasks returned or raised, in the order of the history; null where that is not known.</param>
    public RecordedTasks(JsonObject functions, IReadOnlyList<JsonObject>? log)
    {
        _functions = functions;
        _log = log?.GroupBy(entry => entry.Text("state") ?? "", StringComparer.Ordinal).ToDictionary(entries => entries.Key, entries => new Queue<JsonObject>(entries), StringComparer.Ordinal);
    }

    public async ValueTask<JsonValue> HandleAsync(TaskRequest request, CancellationToken cancellationToken)
    {
        if (request.FunctionName is { } name && _functions[name] is JsonObject function)
        {
            Next(request);
            return await CallAsync(function, request, cancellationToken);
        }

        if (Next(request) is { } entry)
        {
            return await ReplayAsync(entry, request, cancellationToken);
        }

        throw request.FunctionName is null
            ? new InvalidOperationException($"The case does not say what the task of '{request.StateName}' returned.")
            : NoSuchFunction(request);
    }

    private JsonObject? Next(TaskRequest request)
        => _log is not null && _log.TryGetValue(request.StateName, out var entries) && entries.TryDequeue(out var entry) ? entry : null;

    private async Task<JsonValue> CallAsync(JsonObject function, TaskRequest request, CancellationToken cancellationToken)
    {
        if (function["delaySeconds"] is JsonNumber delay)
        {
            await Task.Delay(TimeSpan.FromSeconds(delay.ToDouble()), request.TimeProvider, cancellationToken);
        }

        return function.Text("behaviour") switch
        {
            "echo" => request.Input,
            "return" => ReturnedBy(function, request.Input),
            "raise" => throw Raised(function.Text("errorType") ?? "", function.Text("errorMessage") ?? ""),
            var behaviour => throw new InvalidOperationException($"The case describes a function with the behaviour '{behaviour}', which is not known."),
        };
    }

    private static JsonValue ReturnedBy(JsonObject function, JsonValue input)
    {
        if (function["repeat"] is JsonObject repeat && repeat["count"] is JsonNumber count)
        {
            return string.Concat(Enumerable.Repeat(repeat.Text("char"), (int)count.ToDouble()));
        }

        if (function.Text("template") is { } template)
        {
            return PythonText.Format(template, input);
        }

        // Python's bytes are sent as they are: they are the JSON text.
        return function["value"] is JsonString text && function.Text("note")?.Contains("bytes", StringComparison.Ordinal) == true
            ? JsonValue.Parse(text.Value)
            : function["value"] ?? JsonNull.Instance;
    }

    /// <summary>What Lambda makes of an exception in Python.</summary>
    private TaskFailedException Raised(string type, string message)
    {
        var error = new JsonObject.Builder().Add("errorMessage", message).Add("errorType", type).Add("requestId", RequestId()).Add("stackTrace", JsonArray.Create());
        return new(type, error.ToObject().ToJson());
    }

    private TaskFailedException NoSuchFunction(TaskRequest request)
    {
        var execution = request.Execution.Arn.Split(':');
        var arn = $"arn:aws:lambda:{execution[3]}:{execution[4]}:function:{request.FunctionName}";
        return new("Lambda.ResourceNotFoundException", $"Function not found: {arn}:$LATEST (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: {RequestId()}; Proxy: null)");
    }

    private string RequestId() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-{++_requests:000000000000}");

    private static async Task<JsonValue> ReplayAsync(JsonObject entry, TaskRequest request, CancellationToken cancellationToken)
    {
        var @event = entry.Text("event") ?? "";
        if (request.Resource.Pattern == TaskPattern.WaitForTaskToken && request.TaskToken is { } token && !IsOfService(entry))
        {
            _ = SendBackAsync(token, @event, entry, request);
            return JsonObject.Empty;
        }

        while (@event.EndsWith("TimedOut", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromDays(30), request.TimeProvider, cancellationToken);
        }

        return @event.EndsWith("Failed", StringComparison.Ordinal) ? throw new TaskFailedException(entry.Text("error"), Cause(entry)) : Data(entry["output"]);
    }

    /// <summary>Somebody sends the token back a second later, or never.</summary>
    private static async Task SendBackAsync(string token, string @event, JsonObject entry, TaskRequest request)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), request.TimeProvider);
        if (@event.EndsWith("Succeeded", StringComparison.Ordinal))
        {
            request.Execution.SendTaskSuccess(token, Data(entry["output"]));
        }
        else if (@event.EndsWith("Failed", StringComparison.Ordinal))
        {
            request.Execution.SendTaskFailure(token, entry.Text("error"), Cause(entry));
        }
    }

    /// <summary>Whether the service refused the call, so that no token was ever out.</summary>
    private static bool IsOfService(JsonObject entry) => Cause(entry)?.Contains("(Service: ", StringComparison.Ordinal) == true;

    /// <summary>The recordings have an object in place of its text.</summary>
    private static string? Cause(JsonObject entry) => entry["cause"] is JsonObject cause ? cause.ToJson() : entry.Text("cause");

    /// <summary>The recordings have an object as it is, and the JSON text of anything else.</summary>
    private static JsonValue Data(JsonValue? value) => value is JsonString text && JsonValue.TryParse(text.Value, out var parsed, out _) ? parsed : value ?? JsonNull.Instance;
}
