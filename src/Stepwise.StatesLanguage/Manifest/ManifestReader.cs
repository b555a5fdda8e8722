using Stepwise.Json;
using Stepwise.StatesLanguage.Permissions;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Manifest;

/// <summary>Reads <see cref="WorkflowManifest"/> from the JSON that <see cref="ManifestWriter"/> writes.</summary>
internal static class ManifestReader
{
    private const int DefaultPeriodSeconds = 300;

    public static WorkflowManifest Read(JsonValue value)
    {
        if (value is not JsonObject manifest)
        {
            throw new FormatException("The manifest is not a JSON object.");
        }

        return new WorkflowManifest
        {
            Name = Required(manifest, "name"),
            Class = Text(manifest, "class") ?? "",
            Summary = Text(manifest, "summary"),
            Notes = Notes(manifest),
            Type = Text(manifest, "type") ?? "STANDARD",
            QueryLanguage = Text(manifest, "queryLanguage") ?? "JSONPath",
            TimeoutSeconds = Integer(manifest, "timeoutSeconds"),
            Logging = manifest["logging"] is JsonObject logging
                ? new(Text(logging, "level") ?? "ALL", Flag(logging, "includeExecutionData", false), Small(logging, "retentionDays"), Text(logging, "logGroupPrefix"))
                : null,
            Tracing = Flag(manifest, "tracing", false),
            Encryption = manifest["encryption"] is JsonObject encryption
                ? new(Required(encryption, "kmsKeyArn"), Small(encryption, "dataKeyReuseSeconds"))
                : null,
            Resources = [.. ResourceKind.All.SelectMany(kind => List(manifest, kind.ListName, item => Resource(kind, item)))],
            Values = List(manifest, "values", Value),
            States = List(manifest, "states", State),
            Alarms = List(manifest, "alarms", Alarm),
            Schedules = List(manifest, "schedules", Schedule),
            EventRules = List(manifest, "eventRules", EventRule),
            DynamicSchedules = manifest["dynamicSchedules"] is JsonObject schedules ? new(Required(schedules, "group")) : null,
            Permissions = List(manifest, "permissions", Permission),
            Publish = manifest["publish"] is JsonObject publish ? new(Text(publish, "alias")) : null,
        };
    }

    private static ManifestResource Resource(ResourceKind kind, JsonObject item) => new(kind, Required(item, "name"), Required(item, "substitution"), Texts(item, "states"));

    private static ManifestState State(JsonObject item) => new(
        Required(item, "name"),
        Text(item, "member") ?? Required(item, "name"),
        Text(item, "type") ?? "",
        Text(item, "summary"),
        Text(item, "function"),
        Text(item, "action"),
        Texts(item, "reads"),
        Texts(item, "writes"),
        Flag(item, "catchExempt", false),
        Flag(item, "analysed", true))
    {
        Resources = Texts(item, "resources"),
        Notes = Notes(item),
    };

    private static ManifestValue Value(JsonObject item) => new(Required(item, "name"), Text(item, "type") ?? "", Text(item, "origin") ?? "")
    {
        Description = Text(item, "description"),
        Members = List(item, "members", member => new ManifestMember(Required(member, "name"), Text(member, "type") ?? "", Text(member, "description"))),
    };

    private static PermissionNote Permission(JsonObject item) =>
        new(ManifestWords.KindOf(Text(item, "kind")), Text(item, "state"), Required(item, "action"), Required(item, "resource"), Required(item, "reason"))
        {
            Narrower = Text(item, "narrower"),
            NeedsStateMachineName = Flag(item, "needsStateMachineName", false),
        };

    private static ManifestNotes Notes(JsonObject owner) => owner["notes"] is JsonObject notes
        ? new(List(notes, "remarks", Block), List(notes, "requirements", Block), List(notes, "cost", Block), List(notes, "troubleshooting", Block))
        : ManifestNotes.None;

    private static NoteBlock Block(JsonObject block) => block switch
    {
        _ when block["paragraph"] is JsonArray line => new(NoteBlockKind.Paragraph, [Line(line)]),
        _ when block["items"] is JsonArray items => new(Flag(block, "numbered", false) ? NoteBlockKind.Steps : NoteBlockKind.Items, [.. items.Select(item => Line(item as JsonArray ?? throw UnknownNote()))]),
        _ when Text(block, "code") is { } code => new(NoteBlockKind.Code, [[new(NotePieceKind.Text, code)]]),
        _ => throw UnknownNote(),
    };

    private static List<NotePiece> Line(JsonArray line) => [.. line.Select(piece => piece switch
    {
        JsonString text => new NotePiece(NotePieceKind.Text, text.Value),
        JsonObject marked when Text(marked, "code") is { } code => new NotePiece(NotePieceKind.Code, code),
        JsonObject marked when Text(marked, "strong") is { } strong => new NotePiece(NotePieceKind.Strong, strong),
        _ => throw UnknownNote(),
    })];

    private static FormatException UnknownNote() => new("A note of the manifest is neither a paragraph, nor items, nor code.");

    private static ManifestAlarm Alarm(JsonObject item) => new(
        Required(item, "metric"),
        (item["threshold"] as JsonNumber)?.ToDouble() ?? 1,
        Small(item, "periodSeconds") ?? DefaultPeriodSeconds,
        Small(item, "evaluationPeriods") ?? 1,
        Texts(item, "actions"));

    private static ManifestSchedule Schedule(JsonObject item) => new(
        Required(item, "name"),
        Required(item, "expression"),
        Text(item, "timeZone"),
        Flag(item, "enabled", true),
        Value(item, "input"));

    private static ManifestEventRule EventRule(JsonObject item)
    {
        var rule = new ManifestEventRule(
            Required(item, "name"),
            Text(item, "schedule"),
            Value(item, "pattern"),
            Flag(item, "enabled", true),
            Value(item, "input"),
            item["inputPaths"] as JsonObject,
            Text(item, "inputTemplate"));
        return rule.Schedule is null == rule.Pattern is null
            ? throw new FormatException($"The event rule '{rule.Name}' of the manifest must have either a schedule or a pattern.")
            : rule;
    }

    private static List<T> List<T>(JsonObject owner, string name, Func<JsonObject, T> read)
    {
        var result = new List<T>();
        if (owner[name] is JsonArray items)
        {
            foreach (var item in items)
            {
                result.Add(read(item as JsonObject ?? throw new FormatException($"An element of '{name}' in the manifest is not an object.")));
            }
        }

        return result;
    }

    private static List<string> Texts(JsonObject owner, string name)
    {
        var result = new List<string>();
        if (owner[name] is JsonArray items)
        {
            foreach (var item in items)
            {
                result.Add((item as JsonString)?.Value ?? throw new FormatException($"An element of '{name}' in the manifest is not a string."));
            }
        }

        return result;
    }

    private static string Required(JsonObject owner, string name) => Text(owner, name) ?? throw new FormatException($"The manifest lacks the string '{name}'.");

    private static string? Text(JsonObject owner, string name) => (owner[name] as JsonString)?.Value;

    private static JsonValue? Value(JsonObject owner, string name) => owner[name] is { Kind: not JsonKind.Null } value ? value : null;

    private static bool Flag(JsonObject owner, string name, bool absent) => (owner[name] as JsonBoolean)?.Value ?? absent;

    private static long? Integer(JsonObject owner, string name) => owner[name] is JsonNumber number && number.TryGetInt64(out var value) ? value : null;

    private static int? Small(JsonObject owner, string name) => Integer(owner, name) is { } value ? checked((int)value) : null;
}
