using Stepwise.Generator.Documentation;
using Stepwise.Generator.Flow;
using Stepwise.Generator.Model;
using Stepwise.Generator.Text;
using Stepwise.Json;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Emission;

/// <summary>Writes the manifest: what deployment and documentation need beside the definition.</summary>
internal static class ManifestWriter
{
    public static string Write(WorkflowModel workflow, MachineFlow flow, Asl.StateMachine definition, IReadOnlyList<DeployedResource> resources)
    {
        var manifest = new JsonObject.Builder()
            .Add("version", 1)
            .Add("name", workflow.Name)
            .Add("class", workflow.TypeName.Replace("global::", ""))
            .AddIfNotNull("summary", Text(workflow.Machine.Comment))
            .AddIfNotNull("notes", Notes(workflow.Notes, workflow))
            .Add("type", workflow.IsExpress ? "EXPRESS" : "STANDARD")
            .Add("queryLanguage", workflow.Machine.Language is Language.Jsonata ? "JSONata" : "JSONPath")
            .AddIfNotNull("timeoutSeconds", workflow.TimeoutSeconds is { } timeout ? new JsonNumber((long)timeout) : null)
            .AddIfNotNull("logging", Logging(workflow.Logging))
            .Add("tracing", workflow.Tracing)
            .AddIfNotNull("encryption", Encryption(workflow.Deployment.Encryption))
            .AddIfNotNull("alarms", Alarms(workflow.Deployment.Alarms))
            .AddIfNotNull("schedules", Schedules(workflow.Deployment.Schedules))
            .AddIfNotNull("eventRules", EventRules(workflow.Deployment.EventRules))
            .AddIfNotNull("dynamicSchedules", workflow.Deployment.ScheduleGroup is { } group ? JsonObject.Create(("group", new JsonString(group))) : null)
            .AddIfNotNull("publish", Publish(workflow.Deployment.Publish))
            .Add("functions", Resources(resources, DeployedResourceKind.Function))
            .Add("topics", Resources(resources, DeployedResourceKind.Topic))
            .Add("queues", Resources(resources, DeployedResourceKind.Queue))
            .Add("values", Values(flow.Values, workflow));
        var states = new List<JsonValue>();
        foreach (var node in flow.Graph.Nodes)
        {
            states.Add(State(node, definition.Find(node.State.Name), workflow));
        }

        return manifest.Add("states", new JsonArray(states)).ToObject().ToJsonTemplate(indented: true) + "\n";
    }

    private static JsonObject? Logging(LoggingModel? logging) => logging is null
        ? null
        : new JsonObject.Builder()
            .Add("level", logging.Level.ToString().ToUpperInvariant())
            .Add("includeExecutionData", logging.IncludeExecutionData)
            .Add("retentionDays", logging.RetentionDays)
            .AddIfNotNull("logGroupPrefix", Text(logging.LogGroupPrefix))
            .ToObject();

    /// <summary>The key's ARN, or the substitution that stands for it.</summary>
    private static JsonObject? Encryption(EncryptionModel? encryption) => encryption is null
        ? null
        : JsonObject.Create(("kmsKeyArn", JsonString.WithSubstitutions(encryption.KeyArn)), ("dataKeyReuseSeconds", encryption.DataKeyReuseSeconds));

    private static JsonArray? Alarms(EquatableArray<AlarmModel> alarms)
    {
        var result = new List<JsonValue>();
        foreach (var alarm in alarms)
        {
            result.Add(new JsonObject.Builder()
                .Add("metric", alarm.Metric)
                .Add("threshold", alarm.Threshold)
                .Add("periodSeconds", alarm.PeriodSeconds)
                .Add("evaluationPeriods", alarm.EvaluationPeriods)
                .AddIfNotNull("actions", alarm.Topic is { } topic ? JsonArray.Create(new JsonString(topic.Key)) : null)
                .ToObject());
        }

        return result.Count == 0 ? null : new JsonArray(result);
    }

    private static JsonArray? Schedules(EquatableArray<ScheduleModel> schedules)
    {
        var result = new List<JsonValue>();
        foreach (var schedule in schedules)
        {
            result.Add(new JsonObject.Builder()
                .Add("name", schedule.Name)
                .Add("expression", new JsonString(schedule.Expression))
                .AddIfNotNull("timeZone", Text(schedule.TimeZone))
                .Add("enabled", schedule.IsEnabled)
                .AddIfNotNull("input", Literal(schedule.Input?.Value))
                .ToObject());
        }

        return result.Count == 0 ? null : new JsonArray(result);
    }

    private static JsonArray? EventRules(EquatableArray<EventRuleModel> rules)
    {
        var result = new List<JsonValue>();
        foreach (var rule in rules)
        {
            result.Add(new JsonObject.Builder()
                .Add("name", rule.Name)
                .AddIfNotNull("schedule", Text(rule.Schedule))
                .AddIfNotNull("pattern", Literal(rule.Pattern?.Value))
                .Add("enabled", rule.IsEnabled)
                .AddIfNotNull("input", Literal(rule.Input?.Value))
                .AddIfNotNull("inputPaths", InputPaths(rule.InputPaths))
                .AddIfNotNull("inputTemplate", rule.InputPaths.IsEmpty ? null : new JsonString(rule.InputTemplate ?? Template(rule.InputPaths)))
                .ToObject());
        }

        return result.Count == 0 ? null : new JsonArray(result);
    }

    private static JsonObject? InputPaths(EquatableArray<InputPathModel> paths)
    {
        var result = new JsonObject.Builder();
        foreach (var path in paths)
        {
            result.Add(path.Name, new JsonString(path.Path));
        }

        return paths.IsEmpty ? null : result.ToObject();
    }

    /// <summary>An object of all paths. EventBridge writes the quotes around a placeholder that is text.</summary>
    private static string Template(EquatableArray<InputPathModel> paths)
    {
        var members = new List<string>(paths.Count);
        foreach (var path in paths)
        {
            members.Add("\"" + path.Name + "\":<" + path.Name + ">");
        }

        return "{" + string.Join(",", members) + "}";
    }

    private static JsonObject? Publish(PublishModel? publish) => publish is null
        ? null
        : new JsonObject.Builder().AddIfNotNull("alias", Text(publish.Alias)).ToObject();

    /// <summary>The author wrote this JSON as a constant, so <c>${...}</c> in it is literal.</summary>
    private static JsonValue? Literal(JsonValue? value)
    {
        switch (value)
        {
            case JsonString text:
                return new JsonString(text.Value);
            case JsonArray array:
                var items = new List<JsonValue>(array.Count);
                foreach (var item in array)
                {
                    items.Add(Literal(item)!);
                }

                return new JsonArray(items);
            case JsonObject obj:
                var members = new JsonObject.Builder();
                foreach (var member in obj.Members)
                {
                    members.Add(member.Name, Literal(member.Value)!);
                }

                return members.ToObject();
            default:
                return value;
        }
    }

    private static JsonArray Resources(IReadOnlyList<DeployedResource> resources, DeployedResourceKind kind)
    {
        var result = new List<JsonValue>();
        foreach (var resource in resources)
        {
            if (resource.Kind == kind)
            {
                result.Add(JsonObject.Create(
                    ("name", new JsonString(resource.Name)),
                    ("substitution", new JsonString(resource.Key)),
                    ("states", Texts(resource.States))));
            }
        }

        return new JsonArray(result);
    }

    private static JsonArray Values(ValueTable table, WorkflowModel workflow)
    {
        var result = new List<JsonValue>();
        foreach (var value in table.Values)
        {
            var members = new List<JsonValue>();
            AddMembers(value.Type, "", [], members, workflow);
            result.Add(new JsonObject.Builder()
                .Add("name", new JsonString(value.Name))
                .Add("type", new JsonString(TypeText.Of(value.Type)))
                .Add("origin", value.Origin switch
                {
                    ValueOrigin.Input or ValueOrigin.WholeInput => "input",
                    ValueOrigin.Error => "error",
                    _ => "result",
                })
                .AddIfNotNull("description", Text(DescriptionOf(value, workflow)))
                .AddIfNotNull("members", members.Count == 0 ? null : new JsonArray(members))
                .ToObject());
        }

        return new JsonArray(result);
    }

    private static string? DescriptionOf(ValueModel value, WorkflowModel workflow)
    {
        foreach (var parameter in workflow.Machine.Start?.Parameters ?? default)
        {
            if (value.Origin is ValueOrigin.Input && parameter.Name == value.Name)
            {
                return parameter.Documentation?.Description;
            }
        }

        return null;
    }

    /// <summary>The properties of an object, and those of objects in it, by their paths; a type that contains itself is not gone into again.</summary>
    private static void AddMembers(WireType type, string path, HashSet<string> within, List<JsonValue> members, WorkflowModel workflow)
    {
        if (workflow.Shapes.FindShape(type) is not { } shape || !within.Add(shape.TypeName))
        {
            return;
        }

        foreach (var property in shape.Properties)
        {
            var name = path + property.WireName;
            members.Add(new JsonObject.Builder()
                .Add("name", new JsonString(name))
                .Add("type", new JsonString(TypeText.Of(property.Type)))
                .AddIfNotNull("description", Text(property.Documentation?.Description))
                .ToObject());
            AddMembers(property.Type, name + ".", within, members, workflow);
        }

        within.Remove(shape.TypeName);
    }

    /// <summary>What the documentation says, in blocks; a state that it refers to is named as in the definition.</summary>
    private static JsonObject? Notes(NotesModel? notes, WorkflowModel workflow)
    {
        if (notes is null)
        {
            return null;
        }

        var result = new JsonObject.Builder()
            .AddIfNotNull("remarks", NoteReader.Read(notes.Remarks, NameOf))
            .AddIfNotNull("requirements", NoteReader.Read(notes.Requirements, NameOf))
            .AddIfNotNull("cost", NoteReader.Read(notes.Cost, NameOf))
            .AddIfNotNull("troubleshooting", NoteReader.Read(notes.Troubleshooting, NameOf))
            .ToObject();
        return result.Count == 0 ? null : result;

        string NameOf(string member)
        {
            foreach (var state in workflow.Machine.AllStates())
            {
                if (state.Member == member)
                {
                    return state.Name;
                }
            }

            return member;
        }
    }

    private static JsonObject State(StateNode node, Asl.State? state, WorkflowModel workflow)
    {
        var reads = new List<string>();
        foreach (var parameter in node.State.Parameters)
        {
            if (parameter.Role is ParameterRole.Value && !reads.Contains(parameter.Source))
            {
                reads.Add(parameter.Source);
            }
        }

        var invokes = node.State.Work?.Invokes;
        return new JsonObject.Builder()
            .Add("name", new JsonString(node.State.Name))
            .Add("member", new JsonString(node.State.Member))
            .Add("type", new JsonString(state?.Type ?? ""))
            .AddIfNotNull("summary", Text(node.State.Comment))
            .AddIfNotNull("notes", Notes(node.State.Notes, workflow))
            .AddIfNotNull("function", invokes is { Kind: InvocationKind.Function } ? Text(invokes.Name) : null)
            .AddIfNotNull("action", invokes is { Kind: InvocationKind.Action } ? Text(invokes.Name) : null)
            .Add("reads", Texts(reads))
            .Add("writes", Texts(node.State.Writes is { } result ? [result.Name] : []))
            .AddIfNotNull("resources", DeclaredResources(node.State))
            .AddIfNotNull("catchExempt", node.Resilience.IsExemptFromCatch ? JsonBoolean.True : null)
            .AddIfNotNull("analysed", node.State.IsAnalysed ? null : JsonBoolean.False)
            .ToObject();
    }

    /// <summary>With their substitutions.</summary>
    private static JsonArray? DeclaredResources(StateModel state)
    {
        var resources = new List<JsonValue>();
        foreach (var resource in state.Resources)
        {
            resources.Add(JsonString.WithSubstitutions(resource.Arn));
        }

        return resources.Count == 0 ? null : new JsonArray(resources);
    }

    private static JsonArray Texts(List<string> texts)
    {
        var result = new List<JsonValue>(texts.Count);
        foreach (var text in texts)
        {
            result.Add(new JsonString(text));
        }

        return new JsonArray(result);
    }

    private static JsonString? Text(string? text) => text is null ? null : new JsonString(text);
}
