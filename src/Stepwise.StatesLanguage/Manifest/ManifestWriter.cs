using Stepwise.Json;
using Stepwise.StatesLanguage.Permissions;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Manifest;

/// <summary>Writes <see cref="WorkflowManifest"/> as JSON, for <see cref="ManifestReader"/>. The author's texts are literal: <c>${...}</c> in them is not a substitution.</summary>
internal static class ManifestWriter
{
    /// <summary>The kinds that have a list even if it is empty.</summary>
    private static readonly ResourceKind[] _alwaysListed = [ResourceKind.Function, ResourceKind.Topic, ResourceKind.Queue];

    /// <summary>Writes a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <returns>The text of <c>manifest.json</c>, with a final line break.</returns>
    public static string Write(WorkflowManifest manifest)
    {
        var json = About(manifest);
        foreach (var kind in ResourceKind.All)
        {
            List<ManifestResource> resources = [.. manifest.Resources.Where(resource => resource.Kind == kind)];
            if (resources.Count > 0 || _alwaysListed.Contains(kind))
            {
                json.Add(kind.ListName, List(resources, Resource));
            }
        }

        return json
            .Add("values", List(manifest.Values, Value))
            .Add("states", List(manifest.States, State))
            .AddIfNotNull("permissions", ListOrNull(manifest.Permissions, Permission))
            .ToObject().ToJsonTemplate(indented: true) + "\n";
    }

    /// <summary>What the manifest says before its lists of resources.</summary>
    private static JsonObject.Builder About(WorkflowManifest manifest) => new JsonObject.Builder()
        .Add("version", 1)
        .Add("name", Text(manifest.Name))
        .Add("class", Text(manifest.Class))
        .AddIfNotNull("summary", OptionalText(manifest.Summary))
        .AddIfNotNull("notes", Notes(manifest.Notes))
        .Add("type", Text(manifest.Type))
        .Add("queryLanguage", Text(manifest.QueryLanguage))
        .AddIfNotNull("timeoutSeconds", manifest.TimeoutSeconds is { } timeout ? new JsonNumber(timeout) : null)
        .AddIfNotNull("logging", manifest.Logging is { } logging ? Logging(logging) : null)
        .Add("tracing", manifest.Tracing)
        .AddIfNotNull("encryption", manifest.Encryption is { } encryption ? Encryption(encryption) : null)
        .AddIfNotNull("alarms", ListOrNull(manifest.Alarms, Alarm))
        .AddIfNotNull("schedules", ListOrNull(manifest.Schedules, Schedule))
        .AddIfNotNull("eventRules", ListOrNull(manifest.EventRules, EventRule))
        .AddIfNotNull("dynamicSchedules", manifest.DynamicSchedules is { } schedules ? JsonObject.Create(("group", Text(schedules.Group))) : null)
        .AddIfNotNull("publish", manifest.Publish is { } publish ? new JsonObject.Builder().AddIfNotNull("alias", OptionalText(publish.Alias)).ToObject() : null);

    /// <summary>Writes the blocks of a note.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <returns>An array with <c>{"paragraph": [...]}</c>, <c>{"items": [[...]], "numbered": true}</c> and <c>{"code": "..."}</c>. A line is an array of texts, <c>{"code": "..."}</c> and <c>{"strong": "..."}</c>.</returns>
    public static JsonArray Blocks(IReadOnlyList<NoteBlock> blocks) => List(blocks, Block);

    private static JsonObject Logging(ManifestLogging logging) => new JsonObject.Builder()
        .Add("level", Text(logging.Level))
        .Add("includeExecutionData", logging.IncludeExecutionData)
        .AddIfNotNull("retentionDays", Number(logging.RetentionDays))
        .AddIfNotNull("logGroupPrefix", OptionalText(logging.LogGroupPrefix))
        .ToObject();

    /// <summary>The key's ARN may be a substitution.</summary>
    private static JsonObject Encryption(ManifestEncryption encryption) => new JsonObject.Builder()
        .Add("kmsKeyArn", JsonString.WithSubstitutions(encryption.KmsKeyArn))
        .AddIfNotNull("dataKeyReuseSeconds", Number(encryption.DataKeyReuseSeconds))
        .ToObject();

    private static JsonObject Alarm(ManifestAlarm alarm) => new JsonObject.Builder()
        .Add("metric", Text(alarm.Metric))
        .Add("threshold", alarm.Threshold)
        .Add("periodSeconds", alarm.PeriodSeconds)
        .Add("evaluationPeriods", alarm.EvaluationPeriods)
        .AddIfNotNull("actions", ListOrNull(alarm.Actions, Text))
        .ToObject();

    private static JsonObject Schedule(ManifestSchedule schedule) => new JsonObject.Builder()
        .Add("name", Text(schedule.Name))
        .Add("expression", Text(schedule.Expression))
        .AddIfNotNull("timeZone", OptionalText(schedule.TimeZone))
        .Add("enabled", schedule.Enabled)
        .AddIfNotNull("input", Literal(schedule.Input))
        .ToObject();

    private static JsonObject EventRule(ManifestEventRule rule) => new JsonObject.Builder()
        .Add("name", Text(rule.Name))
        .AddIfNotNull("schedule", OptionalText(rule.Schedule))
        .AddIfNotNull("pattern", Literal(rule.Pattern))
        .Add("enabled", rule.Enabled)
        .AddIfNotNull("input", Literal(rule.Input))
        .AddIfNotNull("inputPaths", Literal(rule.InputPaths))
        .AddIfNotNull("inputTemplate", OptionalText(rule.InputTemplate))
        .ToObject();

    private static JsonObject Resource(ManifestResource resource) => JsonObject.Create(
        ("name", Text(resource.Name)),
        ("substitution", Text(resource.Substitution)),
        ("states", List(resource.States, Text)));

    private static JsonObject Value(ManifestValue value) => new JsonObject.Builder()
        .Add("name", Text(value.Name))
        .Add("type", Text(value.Type))
        .Add("origin", Text(value.Origin))
        .AddIfNotNull("description", OptionalText(value.Description))
        .AddIfNotNull("members", ListOrNull(value.Members, Member))
        .ToObject();

    private static JsonObject Member(ManifestMember member) => new JsonObject.Builder()
        .Add("name", Text(member.Name))
        .Add("type", Text(member.Type))
        .AddIfNotNull("description", OptionalText(member.Description))
        .ToObject();

    private static JsonObject State(ManifestState state) => new JsonObject.Builder()
        .Add("name", Text(state.Name))
        .Add("member", Text(state.Member))
        .Add("type", Text(state.Type))
        .AddIfNotNull("summary", OptionalText(state.Summary))
        .AddIfNotNull("notes", Notes(state.Notes))
        .AddIfNotNull("function", OptionalText(state.Function))
        .AddIfNotNull("action", OptionalText(state.Action))
        .Add("reads", List(state.Reads, Text))
        .Add("writes", List(state.Writes, Text))
        .AddIfNotNull("resources", ListOrNull(state.Resources, static arn => JsonString.WithSubstitutions(arn)))
        .AddIfNotNull("catchExempt", state.CatchExempt ? JsonBoolean.True : null)
        .AddIfNotNull("analysed", state.Analysed ? null : JsonBoolean.False)
        .ToObject();

    /// <summary>The resource may be a substitution. The kind is left out where it is the usual one.</summary>
    private static JsonObject Permission(PermissionNote note) => new JsonObject.Builder()
        .AddIfNotNull("kind", note.Kind == PermissionNoteKind.Granted ? null : Text(ManifestWords.Of(note.Kind)))
        .AddIfNotNull("state", OptionalText(note.State))
        .Add("action", Text(note.Action))
        .Add("resource", JsonString.WithSubstitutions(note.Resource))
        .Add("reason", Text(note.Reason))
        .AddIfNotNull("narrower", OptionalText(note.Narrower))
        .AddIfNotNull("needsStateMachineName", note.NeedsStateMachineName ? JsonBoolean.From(true) : null)
        .ToObject();

    private static JsonObject? Notes(ManifestNotes notes)
    {
        var result = new JsonObject.Builder()
            .AddIfNotNull("remarks", ListOrNull(notes.Remarks, Block))
            .AddIfNotNull("requirements", ListOrNull(notes.Requirements, Block))
            .AddIfNotNull("cost", ListOrNull(notes.Cost, Block))
            .AddIfNotNull("troubleshooting", ListOrNull(notes.Troubleshooting, Block))
            .ToObject();
        return result.Count == 0 ? null : result;
    }

    private static JsonObject Block(NoteBlock block) => block.Kind switch
    {
        NoteBlockKind.Paragraph => JsonObject.Create(("paragraph", Line(block.Lines[0]))),
        NoteBlockKind.Code => JsonObject.Create(("code", Text(block.Lines[0][0].Text))),
        NoteBlockKind.Steps => JsonObject.Create(("items", List(block.Lines, Line)), ("numbered", true)),
        _ => JsonObject.Create(("items", List(block.Lines, Line))),
    };

    private static JsonArray Line(IReadOnlyList<NotePiece> line) => List(line, static piece => piece.Kind switch
    {
        NotePieceKind.Code => JsonObject.Create(("code", Text(piece.Text))),
        NotePieceKind.Strong => JsonObject.Create(("strong", Text(piece.Text))),
        _ => (JsonValue)Text(piece.Text),
    });

    /// <summary>A constant of the author: <c>${...}</c> in its strings is literal.</summary>
    private static JsonValue? Literal(JsonValue? value)
    {
        switch (value)
        {
            case JsonString text:
                return new JsonString(text.Value);
            case JsonArray array:
                return List(array, static item => Literal(item)!);
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

    private static JsonArray List<T>(IReadOnlyList<T> items, Func<T, JsonValue> write)
    {
        var result = new JsonValue[items.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = write(items[i]);
        }

        return new JsonArray(result);
    }

    private static JsonArray? ListOrNull<T>(IReadOnlyList<T> items, Func<T, JsonValue> write) => items.Count == 0 ? null : List(items, write);

    private static JsonString Text(string text) => new JsonString(text);

    private static JsonString? OptionalText(string? text) => text is null ? null : new JsonString(text);

    private static JsonNumber? Number(int? number) => number is { } value ? new JsonNumber((long)value) : null;
}
