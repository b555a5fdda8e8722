using System.Text;
using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>A Lambda function that is called through <c>lambda:invoke</c>. Its result is in an envelope.</summary>
internal sealed class LambdaInvokeIntegration(TaskResource resource) : ServiceCallIntegration(resource)
{
    private static readonly string[] _envelopeMembers = ["ExecutedVersion", "SdkHttpMetadata", "SdkResponseMetadata", "StatusCode"];

    public override string? FunctionOf(JsonValue parameters)
        => (parameters as JsonObject)?["FunctionName"] is JsonString { Value: var name } ? FunctionName.Of(name) : null;

    /// <summary>The input of the function. If the payload is a string, the string is the body of the request. If the payload is absent or null, the input is an empty object.</summary>
    public override JsonValue InputOf(JsonValue parameters)
    {
        var payload = (parameters as JsonObject)?["Payload"];
        if (payload is null or JsonNull)
        {
            return JsonObject.Empty;
        }

        return payload is JsonString { Value: var text } && JsonValue.TryParse(text, out var body, out _) ? body : payload;
    }

    protected override async ValueTask<JsonValue> RespondAsync(TaskAttempt attempt)
    {
        if (!attempt.IsReal)
        {
            return await attempt.WorkAsync();
        }

        var parameters = attempt.Request.Parameters as JsonObject ?? JsonObject.Empty;
        if (parameters["Payload"] is JsonString { Value: var text } && !JsonValue.TryParse(text, out _, out var error))
        {
            throw new TaskFailedException(
                "Lambda.InvalidRequestContentException",
                $"Could not parse request body into json: {error.Message} (Service: AWSLambda; Status Code: 400; Error Code: InvalidRequestContentException; Request ID: {Uuid.Create(attempt.Execution.Random)}; Proxy: null)");
        }

        switch ((parameters["InvocationType"] as JsonString)?.Value)
        {
            case "Event":
                await attempt.DelayAsync();
                await attempt.FireAsync();
                return JsonObject.Create(("Payload", ""), ("StatusCode", 202));
            case "DryRun":
                await attempt.DelayAsync();
                return JsonObject.Create(("Payload", ""), ("StatusCode", 204));
            default:
                var result = await attempt.WorkAsync();
                return !attempt.IsFunctionHandler && IsEnvelope(result)
                    ? result
                    : JsonObject.Create(("ExecutedVersion", Version(parameters)), ("Payload", result), ("StatusCode", 200));
        }
    }

    protected override JsonValue Complete(TaskAttempt attempt, JsonValue response)
    {
        if (response is not (JsonObject or JsonNull))
        {
            return response;
        }

        var given = response as JsonObject ?? JsonObject.Create(("Payload", JsonNull.Instance));
        if (!given.TryGetValue("Payload", out _))
        {
            return response;
        }

        var added = new List<(string, JsonValue)>();
        if (!given.TryGetValue("StatusCode", out var status))
        {
            added.Add(("StatusCode", 200));
        }

        if ((status is null || status == 200) && !given.TryGetValue("ExecutedVersion", out _))
        {
            added.Add(("ExecutedVersion", Version(attempt.Request.Parameters as JsonObject)));
        }

        if ((attempt.Request.Parameters as JsonObject)?["LogType"] is JsonString { Value: "Tail" } && !given.TryGetValue("LogResult", out _))
        {
            added.Add(("LogResult", LogOf(Uuid.Create(attempt.Execution.Random))));
        }

        ServiceResponse.AddMetadata(attempt.Execution, given, added);
        return ServiceResponse.Merge(given, added);
    }

    private static bool IsEnvelope(JsonValue result)
        => result is JsonObject @object && @object.TryGetValue("Payload", out _) && _envelopeMembers.Any(name => @object.TryGetValue(name, out _));

    /// <summary>The end of the function's log. The handler cannot write to it.</summary>
    private static string LogOf(string requestId)
        => Convert.ToBase64String(Encoding.UTF8.GetBytes($"START RequestId: {requestId} Version: $LATEST\nEND RequestId: {requestId}\nREPORT RequestId: {requestId}\n"));

    private static JsonString Version(JsonObject? parameters)
        => parameters?["Qualifier"] is JsonString { Value.Length: > 0 } qualifier && qualifier.Value.All(char.IsAsciiDigit) ? qualifier : new("$LATEST");
}
