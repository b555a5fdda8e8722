using System.Globalization;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Triggers;

/// <summary>Checks the inputs that schedules and event rules start executions with against the type of the workflow's input.</summary>
internal sealed class DeploymentRules
{
    /// <summary>The fields of an event. Without an Input, the event is the input of the execution.</summary>
    private static readonly HashSet<string> _eventFields = new(StringComparer.Ordinal)
    {
        "version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail",
    };

    private readonly Action<DiagnosticInfo> _report;
    private readonly ObjectShapes _shapes;
    private readonly EquatableArray<PropertyShape> _input;

    /// <summary>The rule whose template is being checked; null while a constant is checked.</summary>
    private EventRuleModel? _template;

    /// <summary>Whether the input is that of a schedule, in whose texts EventBridge Scheduler replaces its context attributes.</summary>
    private bool _isScheduled;

    private DeploymentRules(WorkflowModel workflow, EquatableArray<PropertyShape> input, Action<DiagnosticInfo> report)
    {
        _report = report;
        _input = input;
        _shapes = workflow.Shapes;
    }

    public static void Check(WorkflowModel workflow, Action<DiagnosticInfo> report)
    {
        if (workflow.Deployment.Schedules.IsEmpty && workflow.Deployment.EventRules.IsEmpty)
        {
            return;
        }

        if (workflow.Machine.Start is not { } start || InputOf(workflow, start) is not { } input)
        {
            return;
        }

        var rules = new DeploymentRules(workflow, input, report);
        foreach (var schedule in workflow.Deployment.Schedules)
        {
            rules._isScheduled = true;
            rules.CheckConstant("schedule '" + schedule.Name + "'", schedule);
            rules._isScheduled = false;
        }

        foreach (var rule in workflow.Deployment.EventRules)
        {
            rules.CheckRule(rule);
        }
    }

    /// <summary>Returns the properties of the input, or null if they are not known.</summary>
    private static EquatableArray<PropertyShape>? InputOf(WorkflowModel workflow, StartModel start)
    {
        var properties = new List<PropertyShape>();
        foreach (var parameter in start.Parameters)
        {
            if (parameter.IsPayload)
            {
                return workflow.Shapes.FindShape(parameter.Type)?.Properties;
            }

            properties.Add(new PropertyShape(parameter.Name, parameter.WireName, parameter.Type, IsAlwaysPresent: false));
        }

        return new EquatableArray<PropertyShape>(properties);
    }

    private void CheckRule(EventRuleModel rule)
    {
        var subject = "rule '" + rule.Name + "'";
        if (rule.InputPaths.IsEmpty)
        {
            CheckConstant(subject, rule);
            return;
        }

        foreach (var path in rule.InputPaths)
        {
            if (rule.Schedule is not null && (path.Path == "$.detail" || path.Path.StartsWith("$.detail.", StringComparison.Ordinal) || path.Path.StartsWith("$.detail[", StringComparison.Ordinal)))
            {
                _report(new DiagnosticInfo(DiagnosticIds.ScheduledEventDetail, path.Anchor, path.Path, rule.Name));
            }
        }

        if (rule.InputTemplate is null)
        {
            CheckPaths(subject, rule);
        }
        else if (rule.TemplateValue?.Value is { } value)
        {
            _template = rule;
            CheckWhole(subject, value, rule.TemplateAnchor);
            _template = null;
        }
    }

    /// <summary>Checks the input of a rule with InputPaths and without a template: an object with a property for each path.</summary>
    private void CheckPaths(string subject, EventRuleModel rule)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in rule.InputPaths)
        {
            names.Add(path.Name);
            if (Find(_input, path.Name) is not { } property)
            {
                ReportUnknown(subject, path.Name, _input, path.Anchor);
            }
            else if (EventPath.KindOf(path.Path) is { } kind && Expected(property.Type, kind) is { } expected)
            {
                _report(new DiagnosticInfo(DiagnosticIds.InputMismatch, path.Anchor, subject, "'" + path.Name + "' is " + expected + ", and " + path.Path + " is " + Describe(kind)));
            }
        }

        foreach (var property in _input)
        {
            if (property is { Type.IsNullable: false, IsLeftOutByDefault: false } && !names.Contains(property.WireName))
            {
                _report(new DiagnosticInfo(DiagnosticIds.InputMismatch, rule.InputAnchor, subject, "'" + property.WireName + "' is missing"));
            }
        }
    }

    private void CheckConstant(string subject, TriggerModel trigger)
    {
        if (trigger.IsInputUnread)
        {
            return;
        }

        if (trigger.Input is null)
        {
            foreach (var property in _input)
            {
                if (property is { Type.IsNullable: false, IsLeftOutByDefault: false } && !_eventFields.Contains(property.WireName))
                {
                    _report(new DiagnosticInfo(DiagnosticIds.InputMismatch, trigger.InputAnchor, subject,
                        "it has no Input, so the event is the input, and an event has no '" + property.WireName + "'"));
                    return;
                }
            }

            return;
        }

        CheckWhole(subject, trigger.Input.Value, trigger.InputAnchor);
    }

    private void CheckWhole(string subject, JsonValue value, int anchor)
    {
        if (PlaceholderAt(value) is { IsQuoted: false } placeholder && KindOf(placeholder) is null or JsonKind.Object)
        {
            return;
        }

        if (value is JsonObject properties)
        {
            CheckObject(subject, properties, _input, "", anchor);
        }
        else
        {
            _report(At(value, anchor, subject, "the input must be an object, but this is " + Describe(value)));
        }
    }

    private void CheckObject(string subject, JsonObject value, EquatableArray<PropertyShape> properties, string prefix, int anchor)
    {
        foreach (var member in value.Members)
        {
            if (Find(properties, member.Name) is { } property)
            {
                CheckValue(subject, member.Value, property.Type, prefix + member.Name, anchor);
            }
            else
            {
                ReportUnknown(subject, prefix + member.Name, properties, anchor, member.NamePosition);
            }
        }

        foreach (var property in properties)
        {
            if (property is { Type.IsNullable: false, IsLeftOutByDefault: false } && value[property.WireName] is null)
            {
                _report(At(value, anchor, subject, "'" + prefix + property.WireName + "' is missing"));
            }
        }
    }

    private void CheckValue(string subject, JsonValue value, WireType type, string path, int anchor)
    {
        if (value is JsonNull)
        {
            if (!type.IsNullable && type.Kind is not (WireKind.Any or WireKind.Opaque))
            {
                Mismatch("cannot be null");
            }

            return;
        }

        if (PlaceholderAt(value) is { } placeholder)
        {
            CheckPlaceholder(placeholder);
            return;
        }

        if (_isScheduled && value is JsonString attribute && SchedulerAttributes.Unknown(attribute.Value) is { } unknown)
        {
            Mismatch("has " + unknown + ", which EventBridge Scheduler does not replace. It replaces " + SchedulerAttributes.All);
            return;
        }

        switch (type.Kind)
        {
            case WireKind.Boolean when value is not JsonBoolean:
                Mismatch("must be a boolean, but this is " + Describe(value));
                break;
            case WireKind.Integer or WireKind.Long when value is not JsonNumber number || !number.TryGetInt64(out _):
                Mismatch("must be a whole number, but this is " + (value is JsonNumber ? value.ToJson() : Describe(value)));
                break;
            case WireKind.Decimal or WireKind.Double when value is not JsonNumber:
                Mismatch("must be a number, but this is " + Describe(value));
                break;
            case WireKind.Enum:
                CheckEnum();
                break;
            case not WireKind.Enum when type.IsText && value is JsonString text && Form(type.Kind, _isScheduled ? SchedulerAttributes.Replace(text.Value) : text.Value) is { } form:
                Mismatch("must be " + form + ", but this is '" + text.Value + "'");
                break;
            case WireKind.Array when value is not JsonArray:
                Mismatch("must be an array, but this is " + Describe(value));
                break;
            case WireKind.Array when type.Element is { } element:
                var index = 0;
                foreach (var item in (JsonArray)value)
                {
                    CheckValue(subject, item, element, path + "[" + index++.ToString(CultureInfo.InvariantCulture) + "]", anchor);
                }

                break;
            case WireKind.Object or WireKind.Dictionary when value is not JsonObject:
                Mismatch("must be an object, but this is " + Describe(value));
                break;
            case WireKind.Object when _shapes.FindShape(type) is { } shape:
                CheckObject(subject, (JsonObject)value, shape.Properties, path + ".", anchor);
                break;
            case WireKind.Dictionary when type.Element is { } element:
                foreach (var member in ((JsonObject)value).Members)
                {
                    CheckValue(subject, member.Value, element, path + "." + member.Name, anchor);
                }

                break;
            default:
                if (type.IsText && type.Kind is not WireKind.Enum && value is not JsonString)
                {
                    Mismatch("must be a string, but this is " + Describe(value));
                }

                break;
        }

        void Mismatch(string problem) => _report(At(value, anchor, subject, "'" + path + "' " + problem));

        void CheckPlaceholder(PlaceholderModel placeholder)
        {
            if ((placeholder.IsQuoted ? JsonKind.String : KindOf(placeholder)) is { } kind && Expected(type, kind) is { } expected)
            {
                Mismatch("must be " + expected + ", but " + (placeholder.IsQuoted ? "this is a string: remove the quotes around <" + placeholder.Name + ">" : "<" + placeholder.Name + "> is " + Describe(kind)));
            }
        }

        void CheckEnum()
        {
            if (type.Members.IsEmpty)
            {
                return;
            }

            if (!type.IsTextEnum)
            {
                if (value is not JsonNumber)
                {
                    Mismatch("must be a number in JSON, but this is " + Describe(value));
                }

                return;
            }

            var texts = new List<string>();
            foreach (var member in type.Members)
            {
                texts.Add(member.WireText!);
            }

            if (value is not JsonString text || !texts.Contains(text.Value))
            {
                Mismatch("must be one of " + string.Join(", ", texts) + ", but this is " + (value is JsonString other ? "'" + other.Value + "'" : Describe(value)));
            }
        }
    }

    /// <summary>Returns the placeholder that a value of the template is, or the first placeholder in a string. Returns null if the value has no placeholder.</summary>
    private PlaceholderModel? PlaceholderAt(JsonValue value)
    {
        if (_template is not null && value is JsonString { Position.Offset: var start })
        {
            foreach (var placeholder in _template.Placeholders)
            {
                if (placeholder.Start == start)
                {
                    return placeholder;
                }
            }
        }

        return null;
    }

    /// <summary>Returns the kind of value that a placeholder has in every event, or null if it depends on the sender.</summary>
    private JsonKind? KindOf(PlaceholderModel placeholder)
    {
        foreach (var path in _template!.InputPaths)
        {
            if (path.Name == placeholder.Name)
            {
                return EventPath.KindOf(path.Path);
            }
        }

        return EventPath.KindOfPredefined(placeholder.Name);
    }

    /// <summary>Returns the form that the text of a type must have, for a message. Returns null if the text has this form, or if the form of the type is not checked.</summary>
    private static string? Form(WireKind kind, string text) => kind switch
    {
        WireKind.Guid when !Guid.TryParseExact(text, "D", out _) => "a GUID, such as 00000000-0000-0000-0000-000000000000",
        WireKind.DateTimeOffset or WireKind.DateTime when !IsDate(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) =>
            "a date and time, such as 2026-01-15T10:00:00Z",
        WireKind.DateOnly when text.Length != 10 || !IsDate(text) => "a date, such as 2026-01-15",
        WireKind.TimeSpan when !TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out _) => "a time, such as 10:30:00",
        WireKind.TimeOnly when !TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time) || time < TimeSpan.Zero || time >= TimeSpan.FromDays(1) =>
            "a time of day, such as 10:30:00",
        WireKind.Char when text.Length != 1 => "one character",
        _ => null,
    };

    /// <summary>Whether a text begins with a date, as System.Text.Json writes dates.</summary>
    private static bool IsDate(string text) =>
        text.Length >= 10 && DateTime.TryParseExact(text.Substring(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Returns the kind of value that a type has in JSON, for a message, or null if a value of the given kind fits the type.</summary>
    private static string? Expected(WireType type, JsonKind kind) => type.Kind switch
    {
        WireKind.Boolean => kind is JsonKind.Boolean ? null : "a boolean",
        WireKind.Array => kind is JsonKind.Array ? null : "an array",
        WireKind.Object or WireKind.Dictionary => kind is JsonKind.Object ? null : "an object",
        WireKind.Integer or WireKind.Long => kind is JsonKind.Number ? null : "a whole number",
        _ when type.IsNumeric => kind is JsonKind.Number ? null : "a number",
        _ when type.IsText => kind is JsonKind.String ? null : "a string",
        _ => null,
    };

    private void ReportUnknown(string subject, string name, EquatableArray<PropertyShape> properties, int anchor, JsonPosition? position = null)
    {
        var known = new List<string>();
        foreach (var property in properties)
        {
            known.Add(property.WireName);
        }

        _report(new DiagnosticInfo(DiagnosticIds.UnknownInputProperty, anchor, name, subject, known.Count == 0 ? "nothing" : string.Join(", ", known)) { Part = PartAt(position) });
    }

    /// <summary>Makes a mismatch that is reported on the token of the JSON text that is wrong.</summary>
    private static DiagnosticInfo At(JsonValue value, int anchor, string subject, string problem) =>
        new(DiagnosticIds.InputMismatch, anchor, subject, problem) { Part = PartAt(value.Position) };

    private static TextPart? PartAt(JsonPosition? position) => position is { Offset: var offset } ? new TextPart(offset) : null;

    private static PropertyShape? Find(EquatableArray<PropertyShape> properties, string wireName)
    {
        foreach (var property in properties)
        {
            if (property.WireName == wireName)
            {
                return property;
            }
        }

        return null;
    }

    private static string Describe(JsonValue value) => Describe(value.Kind);

    private static string Describe(JsonKind kind) => kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "an array",
        JsonKind.String => "a string",
        JsonKind.Number => "a number",
        JsonKind.Null => "null",
        _ => "a boolean",
    };
}
