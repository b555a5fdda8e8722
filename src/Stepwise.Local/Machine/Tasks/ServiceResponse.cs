using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>Gives responses of services the shape of the results on AWS. Members that the service and the SDK add are added if a handler or a mock leaves them out.</summary>
internal static class ServiceResponse
{
    /// <summary>Throws if EventBridge did not take all events, as AWS does. Otherwise returns the response.</summary>
    /// <param name="resource">What was called.</param>
    /// <param name="response">The response.</param>
    /// <exception cref="TaskFailedException">EventBridge did not take all events.</exception>
    public static JsonValue Accepted(TaskResource resource, JsonValue response)
        => resource is { Kind: TaskResourceKind.Optimized, Service: "events", Action: "putEvents" } && (response as JsonObject)?["FailedEntryCount"] is JsonNumber failed && failed.ToDouble() > 0
            ? throw new TaskFailedException("EventBridge.FailedEntry", response.ToJson())
            : response;

    /// <summary>The response to a call.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="response">What the handler or the mock returned; JSON null for no response.</param>
    /// <returns>The response. If the shape for the service is not known, the response does not change.</returns>
    public static JsonValue Complete(TaskAttempt attempt, JsonValue response)
    {
        var resource = attempt.Request.Resource;
        if (resource.Kind != TaskResourceKind.Optimized || response is not (JsonObject or JsonNull))
        {
            return response;
        }

        var given = response as JsonObject ?? JsonObject.Empty;
        var added = new List<(string, JsonValue)>();
        switch (resource.Service)
        {
            case "sqs":
                if (resource.Action == "sendMessage")
                {
                    Add("MD5OfMessageBody", () => Md5(attempt.Request.Parameters));
                    Add("MessageId", () => new JsonString(Uuid.Create(attempt.Execution.Random)));
                }

                break;
            case "sns":
                if (resource.Action == "publish")
                {
                    Add("MessageId", () => new JsonString(Uuid.Create(attempt.Execution.Random)));
                }

                break;
            case "states":
                Add("ExecutionArn", () => ExecutionArn(attempt));
                Add("StartDate", () => Milliseconds(attempt.Execution.Loop.Now));
                break;
            case "dynamodb":
                break;
            default:
                return response;
        }

        AddMetadata(attempt.Execution, given, added);
        return Merge(given, added);

        void Add(string name, Func<JsonValue> value)
        {
            if (!given.TryGetValue(name, out _))
            {
                added.Add((name, value()));
            }
        }
    }

    /// <summary>A finished job that a mock returned.</summary>
    public static JsonValue CompleteJob(TaskAttempt attempt, JsonValue job)
    {
        if (attempt.Request.Resource.Integration != "states:startExecution" || job is not JsonObject given || given["Status"] is not JsonString { Value: var status })
        {
            return job;
        }

        return Merge(given, [.. Redrive(status, 0).Where(member => !given.TryGetValue(member.Name, out _))]);
    }

    /// <summary>The members of a described execution that concern redriving.</summary>
    /// <param name="status">The execution's status.</param>
    /// <param name="count">How often it has been redriven.</param>
    public static IEnumerable<(string Name, JsonValue Value)> Redrive(string status, int count)
    {
        yield return ("RedriveCount", count);
        var isRedrivable = status is "FAILED" or "TIMED_OUT" or "ABORTED";
        yield return ("RedriveStatus", isRedrivable ? "REDRIVABLE" : "NOT_REDRIVABLE");
        if (!isRedrivable)
        {
            yield return ("RedriveStatusReason", $"Execution is {status} and cannot be redriven");
        }
    }

    /// <summary>Adds the members of the SDK about the request, if they are missing.</summary>
    public static void AddMetadata(Execution execution, JsonObject given, List<(string Name, JsonValue Value)> added)
    {
        var hasHttp = given.TryGetValue("SdkHttpMetadata", out _);
        var hasResponse = given.TryGetValue("SdkResponseMetadata", out _);
        if (hasHttp && hasResponse)
        {
            return;
        }

        JsonString requestId = new(Uuid.Create(execution.Random));
        if (!hasHttp)
        {
            added.Add(("SdkHttpMetadata", JsonObject.Create(
                ("AllHttpHeaders", JsonObject.Create(("Content-Type", _contentTypes), ("x-amzn-RequestId", JsonArray.Create(requestId)))),
                ("HttpHeaders", JsonObject.Create(("Content-Type", _contentType), ("x-amzn-RequestId", requestId))),
                ("HttpStatusCode", 200))));
        }

        if (!hasResponse)
        {
            added.Add(("SdkResponseMetadata", JsonObject.Create(("RequestId", requestId))));
        }
    }

    /// <summary>Adds members to an object. The members are in the order of their names, as on AWS.</summary>
    public static JsonObject Merge(JsonObject given, List<(string Name, JsonValue Value)> added)
    {
        if (added.Count == 0)
        {
            return given;
        }

        var builder = new JsonObject.Builder();
        foreach (var (name, value) in given.Members.Select(member => (member.Name, member.Value)).Concat(added).OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            builder.Add(name, value);
        }

        return builder.ToObject();
    }

    /// <summary>A time as optimized integrations show it.</summary>
    public static JsonValue Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static readonly JsonString _contentType = new("application/x-amz-json-1.0");
    private static readonly JsonArray _contentTypes = JsonArray.Create(_contentType);

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "SQS sends this checksum.")]
    private static JsonString Md5(JsonValue parameters)
    {
        var body = (parameters as JsonObject)?["MessageBody"];
        var text = body is null ? "" : JsonText.ToText(body);
        return new(Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant());
    }

    /// <summary>The ARN of the execution that the call would start.</summary>
    private static JsonString ExecutionArn(TaskAttempt attempt)
    {
        var parameters = attempt.Request.Parameters as JsonObject;
        var machine = (parameters?["StateMachineArn"] as JsonString)?.Value ?? "";
        var name = (parameters?["Name"] as JsonString)?.Value ?? Uuid.Create(attempt.Execution.Random);
        return new(string.Create(CultureInfo.InvariantCulture, $"{machine.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}"));
    }
}
