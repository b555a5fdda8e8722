using Stepwise.Generator.Flow;
using Stepwise.Generator.Model;
using Stepwise.Generator.Translation;
using Stepwise.Json;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Emission;

/// <summary>Writes the manifest: what deployment and documentation need beside the definition.</summary>
internal static class ManifestWriter
{
    public static string Write(WorkflowModel workflow, StateGraph graph, ValueTable table, Asl.StateMachine definition, IReadOnlyList<DeployedResource> resources)
    {
        var manifest = new JsonObject.Builder()
            .Add("version", 1)
            .Add("name", workflow.Name)
            .Add("class", workflow.TypeName.Replace("global::", ""))
            .AddIfNotNull("summary", Text(workflow.Comment))
            .Add("type", workflow.IsExpress ? "EXPRESS" : "STANDARD")
            .Add("queryLanguage", workflow.Language is Language.Jsonata ? "JSONata" : "JSONPath")
            .AddIfNotNull("timeoutSeconds", workflow.TimeoutSeconds is { } timeout ? new JsonNumber((long)timeout) : null)
            .AddIfNotNull("logging", Logging(workflow.Logging))
            .Add("tracing", workflow.Tracing)
            .Add("functions", Resources(resources, DeployedResourceKind.Function))
            .Add("topics", Resources(resources, DeployedResourceKind.Topic))
            .Add("queues", Resources(resources, DeployedResourceKind.Queue))
            .Add("values", Values(table));
        var states = new List<JsonValue>();
        foreach (var node in graph.Nodes)
        {
            states.Add(State(node, definition.Find(node.State.Name)));
        }

        return manifest.Add("states", new JsonArray(states)).ToObject().ToJson(indented: true) + "\n";
    }

    private static JsonObject? Logging(LoggingModel? logging) => logging is null
        ? null
        : JsonObject.Of(
            ("level", logging.Level.ToString().ToUpperInvariant()),
            ("includeExecutionData", logging.IncludeExecutionData),
            ("retentionDays", logging.RetentionDays));

    private static JsonArray Resources(IReadOnlyList<DeployedResource> resources, DeployedResourceKind kind)
    {
        var result = new List<JsonValue>();
        foreach (var resource in resources)
        {
            if (resource.Kind == kind)
            {
                result.Add(JsonObject.Of(
                    ("name", JsonString.Literal(resource.Name)),
                    ("substitution", new JsonString(resource.Key)),
                    ("states", Texts(resource.States))));
            }
        }

        return new JsonArray(result);
    }

    private static JsonArray Values(ValueTable table)
    {
        var result = new List<JsonValue>();
        foreach (var value in table.Values)
        {
            result.Add(JsonObject.Of(
                ("name", new JsonString(value.Name)),
                ("type", JsonString.Literal(TypeText.Of(value.Type))),
                ("origin", value.Origin switch
                {
                    ValueOrigin.Input or ValueOrigin.WholeInput => "input",
                    ValueOrigin.Error => "error",
                    _ => "result",
                })));
        }

        return new JsonArray(result);
    }

    private static JsonObject State(StateNode node, Asl.State? state)
    {
        var reads = new List<string>();
        foreach (var parameter in node.State.Parameters)
        {
            if (parameter.Role is ParameterRole.Value && !reads.Contains(parameter.Source))
            {
                reads.Add(parameter.Source);
            }
        }

        var writes = new List<string>();
        if (ValueTable.ResultOf(node.State) is { } result)
        {
            writes.Add(result.Name);
        }

        return new JsonObject.Builder()
            .Add("name", JsonString.Literal(node.State.Name))
            .Add("member", new JsonString(node.State.Member))
            .Add("type", new JsonString(state?.Type ?? ""))
            .AddIfNotNull("summary", Text(node.State.Comment))
            .AddIfNotNull("function", node.State is LambdaTaskModel lambda ? Text(lambda.Function) : null)
            .AddIfNotNull("action", node.State is ServiceTaskModel service ? Text(service.Action) : null)
            .Add("reads", Texts(reads))
            .Add("writes", Texts(writes))
            .AddIfNotNull("catchExempt", node.IsExemptFromCatch ? JsonBoolean.True : null)
            .AddIfNotNull("analysed", node.State is RawStateModel or RawTaskModel ? JsonBoolean.False : null)
            .ToObject();
    }

    private static JsonArray Texts(List<string> texts)
    {
        var result = new List<JsonValue>(texts.Count);
        foreach (var text in texts)
        {
            result.Add(JsonString.Literal(text));
        }

        return new JsonArray(result);
    }

    private static JsonString? Text(string? text) => text is null ? null : JsonString.Literal(text);
}
