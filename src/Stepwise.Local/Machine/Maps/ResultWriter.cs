using Stepwise.Json;
using Stepwise.Local.History;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine.Maps;

/// <summary>The <c>ResultWriter</c> of a distributed Map, with its fields evaluated. It shapes the results of child executions, and writes them into the folder that stands for S3.</summary>
internal sealed class ResultWriter
{
    private readonly string? _bucket;
    private readonly string _prefix;
    private readonly string _transformation;
    private readonly bool _writesLines;
    private readonly BucketFolder _buckets;

    /// <summary>Evaluates the fields.</summary>
    /// <param name="source">The field, or null if it is absent. If it is absent, the results are the outputs.</param>
    /// <param name="visit">The visit.</param>
    /// <exception cref="EvaluationException">A field cannot be evaluated.</exception>
    public ResultWriter(JsonObject? source, StateVisit visit)
    {
        var config = source?["WriterConfig"] as JsonObject;
        var field = visit.Language == AslQueryLanguage.Jsonata ? "Arguments" : "Parameters";
        var parameters = source?[field] is { } template ? visit.Evaluate("ResultWriter/" + field, template) as JsonObject : null;
        _bucket = source?["Resource"] is null ? null : (parameters?["Bucket"] as JsonString)?.Value ?? "";
        _prefix = (parameters?["Prefix"] as JsonString)?.Value ?? "";
        _transformation = (config?["Transformation"] as JsonString)?.Value ?? (_bucket is null ? "COMPACT" : "NONE");
        _writesLines = (config?["OutputType"] as JsonString)?.Value == "JSONL";
        _buckets = new(visit.Execution.Options.BucketFolder, MapRunException.WriterFailed);
    }

    /// <summary>Whether the results are written to files. Otherwise they are the result of the state.</summary>
    public bool Writes => _bucket is not null;

    /// <summary>The state's result if nothing is written.</summary>
    /// <param name="jobs">All jobs, in the order of the items.</param>
    public JsonValue Result(IReadOnlyList<MapRunJob> jobs)
    {
        var results = jobs.Where(job => job.Execution is not null).SelectMany(Results);
        return _writesLines ? string.Join("\n", results.Select(result => result.ToJson())) : new JsonArray(results);
    }

    /// <summary>Writes the results into one file per status, and a manifest of the files.</summary>
    /// <param name="run">The map run.</param>
    /// <returns>The state's result.</returns>
    /// <exception cref="MapRunException">The results cannot be written.</exception>
    public JsonObject Write(LocalMapRun run)
    {
        var folder = (_prefix.Length == 0 || _prefix.EndsWith('/') ? _prefix : _prefix + "/") + run.Arn[(run.Arn.LastIndexOf(':') + 1)..] + "/";
        var files = JsonObject.Create(
            ("FAILED", WriteFile(folder, "FAILED", run.Jobs.Where(job => job.Execution is { Status: not WorkflowStatus.Succeeded }))),
            ("PENDING", WriteFile(folder, "PENDING", run.Jobs.Where(job => job.Execution is null))),
            ("SUCCEEDED", WriteFile(folder, "SUCCEEDED", run.Jobs.Where(job => job.Execution is { Status: WorkflowStatus.Succeeded }))));
        var manifest = JsonObject.Create(("DestinationBucket", _bucket!), ("MapRunArn", run.Arn), ("ResultFiles", files));
        var key = folder + "manifest.json";
        _buckets.Write(_bucket!, key, stream => manifest.WriteTo(stream), out _);
        run.HasResults = true;
        return JsonObject.Create(("MapRunArn", run.Arn), ("ResultWriterDetails", JsonObject.Create(("Bucket", _bucket!), ("Key", key))));
    }

    private JsonArray WriteFile(string folder, string status, IEnumerable<MapRunJob> jobs)
    {
        var results = jobs.SelectMany(Results).ToList();
        if (results.Count == 0)
        {
            return JsonArray.Empty;
        }

        var key = folder + status + (_writesLines ? "_0.jsonl" : "_0.json");
        _buckets.Write(_bucket!, key, Content, out var size);
        return JsonArray.Create(JsonObject.Create(("Key", key), ("Size", size)));

        void Content(Stream stream)
        {
            if (!_writesLines)
            {
                new JsonArray(results).WriteTo(stream);
                return;
            }

            foreach (var result in results)
            {
                result.WriteTo(stream);
                stream.WriteByte((byte)'\n');
            }
        }
    }

    /// <summary>Describes a job. A job that did not succeed is described in the same way for every <c>Transformation</c>.</summary>
    private IEnumerable<JsonValue> Results(MapRunJob job) => job.Execution?.Outcome switch
    {
        { Status: WorkflowStatus.Succeeded, Output: JsonArray outputs } when _transformation == "FLATTEN" => outputs,
        { Status: WorkflowStatus.Succeeded, Output: { } output } when _transformation != "NONE" => [output],
        _ => [Describe(job)],
    };

    /// <summary>Describes a child execution as the files of results do. The members are in the order of their names.</summary>
    private static JsonObject Describe(MapRunJob job)
    {
        var included = JsonObject.Create(("Included", true));
        var execution = job.Execution;
        var outcome = execution?.Outcome;
        var isSuccess = outcome is { Status: WorkflowStatus.Succeeded };
        var isExpress = execution?.StateMachine.Type == WorkflowType.Express;
        return new JsonObject.Builder()
            .AddIfNotNull("Cause", Text(outcome?.Cause))
            .AddIfNotNull("Error", Text(outcome?.Error))
            .AddIfNotNull("ExecutionArn", Text(execution?.Arn))
            .Add("Input", job.Input.ToJson())
            .Add("InputDetails", included)
            .AddIfNotNull("Name", Text(job.Name))
            .AddIfNotNull("Output", Text(outcome?.Output?.ToJson()))
            .Add("OutputDetails", included)
            .Add("RedriveCount", job.RedriveCount)
            .Add("RedriveStatus", isSuccess || isExpress ? "NOT_REDRIVABLE" : "REDRIVABLE_BY_MAP_RUN")
            .AddIfNotNull("RedriveStatusReason", isSuccess ? new JsonString("Execution is SUCCEEDED and cannot be redriven") : null)
            .AddIfNotNull("StartDate", Text(execution?.StartedAt))
            .AddIfNotNull("StateMachineArn", Text(execution?.StateMachine.Arn))
            .Add("Status", outcome?.Status.ToWireName() ?? "PENDING")
            .AddIfNotNull("StopDate", Text(outcome?.StoppedAt))
            .ToObject();
    }

    private static JsonString? Text(string? value) => value is null ? null : new(value);

    private static JsonString? Text(DateTimeOffset? time) => time is { } value ? new(Timestamp.Of(value)) : null;
}
