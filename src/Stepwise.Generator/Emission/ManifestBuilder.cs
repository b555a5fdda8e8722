using Stepwise.Generator.Documentation;
using Stepwise.Generator.Flow;
using Stepwise.Generator.Model;
using Stepwise.Generator.Text;
using Stepwise.Json;
using Stepwise.StatesLanguage.Manifest;
using Stepwise.StatesLanguage.Permissions;
using Stepwise.StatesLanguage.Vocabulary;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Emission;

/// <summary>Builds the manifest: what deployment and documentation need in addition to the definition.</summary>
internal static class ManifestBuilder
{
    public static WorkflowManifest Build(
        WorkflowModel workflow, MachineFlow flow, Asl.StateMachine definition, IReadOnlyList<DeployedResource> resources, IReadOnlyList<PermissionNote> permissions) => new()
        {
            Name = workflow.Name,
            Class = workflow.TypeName.Replace("global::", ""),
            Summary = workflow.Machine.Comment,
            Notes = Notes(workflow.Notes, workflow),
            Type = workflow.IsExpress ? "EXPRESS" : "STANDARD",
            QueryLanguage = workflow.Machine.Language is Language.Jsonata ? "JSONata" : "JSONPath",
            TimeoutSeconds = workflow.TimeoutSeconds,
            Logging = workflow.Logging is { } logging ? new(logging.Level.ToString().ToUpperInvariant(), logging.IncludeExecutionData, logging.RetentionDays, logging.LogGroupPrefix) : null,
            Tracing = workflow.Tracing,
            Encryption = workflow.Deployment.Encryption is { } encryption ? new(encryption.KeyArn, encryption.DataKeyReuseSeconds) : null,
            Alarms = [.. workflow.Deployment.Alarms.Select(static alarm => new ManifestAlarm(alarm.Metric, alarm.Threshold, alarm.PeriodSeconds, alarm.EvaluationPeriods, alarm.Topic is { } topic ? [topic.Key] : []))],
            Schedules = [.. workflow.Deployment.Schedules.Select(static schedule => new ManifestSchedule(schedule.Name, schedule.Expression, schedule.TimeZone, schedule.IsEnabled, schedule.Input?.Value))],
            EventRules = [.. workflow.Deployment.EventRules.Select(EventRule)],
            DynamicSchedules = workflow.Deployment.ScheduleGroup is { } group ? new(group) : null,
            Publish = workflow.Deployment.Publish is { } publish ? new(publish.Alias) : null,
            Resources = Resources(resources),
            Values = [.. flow.Values.Values.Select(value => Value(value, workflow))],
            States = [.. flow.Graph.Nodes.Select(node => State(node, definition.Find(node.State.Name), workflow))],
            Permissions = permissions,
        };

    private static ManifestEventRule EventRule(EventRuleModel rule) => new(
        rule.Name,
        rule.Schedule,
        rule.Pattern?.Value,
        rule.IsEnabled,
        rule.Input?.Value,
        InputPaths(rule.InputPaths),
        rule.InputPaths.IsEmpty ? null : rule.InputTemplate ?? Template(rule.InputPaths));

    private static JsonObject? InputPaths(EquatableArray<InputPathModel> paths)
    {
        var result = new JsonObject.Builder();
        foreach (var path in paths)
        {
            result.Add(path.Name, new JsonString(path.Path));
        }

        return paths.IsEmpty ? null : result.ToObject();
    }

    /// <summary>A template that is an object with a property for each path. EventBridge adds the quotes around a placeholder that is text.</summary>
    private static string Template(EquatableArray<InputPathModel> paths)
    {
        var members = new List<string>(paths.Count);
        foreach (var path in paths)
        {
            members.Add("\"" + path.Name + "\":<" + path.Name + ">");
        }

        return "{" + string.Join(",", members) + "}";
    }

    private static List<ManifestResource> Resources(IReadOnlyList<DeployedResource> resources) =>
    [
        .. ResourceKind.All.SelectMany(kind => resources.Where(resource => resource.Kind == kind).Select(static resource => new ManifestResource(resource.Kind, resource.Name, resource.Key, resource.States))),
    ];

    private static ManifestValue Value(ValueModel value, WorkflowModel workflow)
    {
        var members = new List<ManifestMember>();
        AddMembers(value.Type, "", [], members, workflow);
        var origin = value.Origin switch
        {
            ValueOrigin.Input or ValueOrigin.WholeInput => "input",
            ValueOrigin.Error => "error",
            _ => "result",
        };
        return new ManifestValue(value.Name, TypeText.Of(value.Type), origin) { Description = DescriptionOf(value, workflow), Members = members };
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

    /// <summary>Adds the properties of an object, and those of objects in it, by their paths. A type that contains itself is listed once.</summary>
    private static void AddMembers(WireType type, string path, HashSet<string> within, List<ManifestMember> members, WorkflowModel workflow)
    {
        if (workflow.Shapes.FindShape(type) is not { } shape || !within.Add(shape.TypeName))
        {
            return;
        }

        foreach (var property in shape.Properties)
        {
            var name = path + property.WireName;
            members.Add(new ManifestMember(name, TypeText.Of(property.Type), property.Documentation?.Description));
            AddMembers(property.Type, name + ".", within, members, workflow);
        }

        within.Remove(shape.TypeName);
    }

    /// <summary>Reads the documentation. A reference to a state becomes the state's name in the definition.</summary>
    private static ManifestNotes Notes(NotesModel? notes, WorkflowModel workflow)
    {
        return notes is null
            ? ManifestNotes.None
            : new(NoteReader.Read(notes.Remarks, NameOf), NoteReader.Read(notes.Requirements, NameOf), NoteReader.Read(notes.Cost, NameOf), NoteReader.Read(notes.Troubleshooting, NameOf));

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

    private static ManifestState State(StateNode node, Asl.State? state, WorkflowModel workflow)
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
        return new ManifestState(
            node.State.Name,
            node.State.Member,
            state?.Type ?? "",
            node.State.Comment,
            invokes is { Kind: InvocationKind.Function } ? invokes.Name : null,
            invokes is { Kind: InvocationKind.Action } ? invokes.Name : null,
            reads,
            node.State.Writes is { } result ? [result.Name] : [],
            node.Resilience.IsExemptFromCatch,
            node.State.IsAnalysed)
        {
            Resources = [.. node.State.Resources.Select(static resource => resource.Arn)],
            Notes = Notes(node.State.Notes, workflow),
        };
    }
}
