using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Reading;

/// <summary>Reads the attributes of a workflow class that concern its deployment only. Values that AWS would refuse are reported where they stand.</summary>
internal sealed class DeploymentReader
{
    private const string TriggerNameRule = "it has 1 to 64 of A-Z, a-z, 0-9, -, _ and a dot";

    private readonly ReadingContext context;
    private readonly List<AlarmModel> alarms = [];
    private readonly List<ScheduleModel> schedules = [];
    private readonly List<EventRuleModel> eventRules = [];
    private EncryptionModel? encryption;
    private string? scheduleGroup;
    private PublishModel? publish;

    public DeploymentReader(ReadingContext context) => this.context = context;

    public DeploymentModel Model => new()
    {
        Encryption = encryption,
        Alarms = new EquatableArray<AlarmModel>(alarms),
        Schedules = new EquatableArray<ScheduleModel>(schedules),
        EventRules = new EquatableArray<EventRuleModel>(eventRules),
        ScheduleGroup = scheduleGroup,
        Publish = publish,
    };

    /// <summary>Reads an attribute, if it is one of these.</summary>
    public void Read(AttributeUse use)
    {
        switch (use.Name)
        {
            case "Encryption":
                encryption = ReadEncryption(use);
                break;
            case "Alarm":
                ReadAlarm(use);
                break;
            case "Schedule":
                schedules.Add(ReadSchedule(use));
                break;
            case "EventRule":
                eventRules.Add(ReadEventRule(use));
                break;
            case "DynamicSchedules":
                scheduleGroup = ReadName(use, "group", TriggerNameRule, 64, allowsDot: true);
                break;
            case "Publish":
                publish = ReadPublish(use);
                break;
        }
    }

    private EncryptionModel? ReadEncryption(AttributeUse use)
    {
        var reuse = AttributeValues.Seconds(context, use, use.Named("DataKeyReuseSeconds"), "DataKeyReuseSeconds", 60, 900) ?? 300;
        if (use.Positional(0, "key") is not { } expression)
        {
            return null;
        }

        var key = use.String(expression) ?? "";
        var isArn = key.StartsWith("arn:", StringComparison.Ordinal);
        if (!isArn && (WireNames.Pascal(key).Length == 0 || key.IndexOf('$') >= 0))
        {
            Invalid(expression, "key", "it is the key's name, such as \"campaign-data\", or its ARN");
            return null;
        }

        return new EncryptionModel(isArn ? key : "${" + WireNames.Pascal(key) + "KeyArn}", reuse);
    }

    private void ReadAlarm(AttributeUse use)
    {
        if (use.Positional(0, "metric") is not { } metricExpression || use.EnumMember(metricExpression, "AlarmMetric") is not { } metric)
        {
            return;
        }

        var period = use.Named("PeriodSeconds");
        var periodSeconds = use.Int(period) ?? 300;
        if (period is not null && periodSeconds is not (10 or 20 or 30) && (periodSeconds < 60 || periodSeconds % 60 != 0))
        {
            context.Report(DiagnosticIds.InvalidAlarm, context.Anchor(period), "PeriodSeconds", Text(periodSeconds), "CloudWatch counts in periods of 10, 20, 30 or a multiple of 60 seconds");
            periodSeconds = 300;
        }

        var evaluations = use.Named("EvaluationPeriods");
        var evaluationPeriods = use.Int(evaluations) ?? 1;
        if (evaluations is not null && evaluationPeriods < 1)
        {
            context.Report(DiagnosticIds.InvalidAlarm, context.Anchor(evaluations), "EvaluationPeriods", Text(evaluationPeriods), "it is at least 1");
            evaluationPeriods = 1;
        }

        alarms.Add(new AlarmModel(metric, ReadThreshold(use, metric, metricExpression), periodSeconds, evaluationPeriods, ReadTopic(use)));
    }

    private long ReadThreshold(AttributeUse use, string metric, ExpressionSyntax metricExpression)
    {
        var isTime = metric == "ExecutionTime";
        var seconds = use.Named("ThresholdSeconds");
        var count = use.Named("Threshold");
        if (isTime && count is not null)
        {
            context.Report(DiagnosticIds.AlarmThresholdKind, NameOf(count), "Threshold", metric, "a time: set ThresholdSeconds");
        }

        if (!isTime && seconds is not null)
        {
            context.Report(DiagnosticIds.AlarmThresholdKind, NameOf(seconds), "ThresholdSeconds", metric, "a number of executions: set Threshold");
        }

        var threshold = isTime ? seconds : count;
        if (isTime && seconds is null)
        {
            context.Report(DiagnosticIds.InvalidAlarm, context.Anchor(metricExpression), "ThresholdSeconds", "left out", "ExecutionTime is a time, and only you know which one is too long");
            return 1000;
        }

        var value = use.Int(threshold) ?? 1;
        if (threshold is not null && value < 1)
        {
            context.Report(DiagnosticIds.InvalidAlarm, context.Anchor(threshold), isTime ? "ThresholdSeconds" : "Threshold", Text(value), "it is at least 1");
            value = 1;
        }

        return isTime ? value * 1000L : value;
    }

    private TopicModel? ReadTopic(AttributeUse use)
    {
        if (use.Named("Topic") is not { } expression || use.String(expression) is not { } topic)
        {
            return null;
        }

        var place = context.Anchor(expression);
        if (topic.StartsWith("arn:", StringComparison.Ordinal))
        {
            return new TopicModel(topic, topic, place);
        }

        var key = WireNames.Pascal(topic);
        if (key.Length == 0)
        {
            context.Report(DiagnosticIds.InvalidAttributeValue, place, "Topic", expression.ToString(), "it is the topic's name, such as \"campaign-notifications\", or its ARN");
            return null;
        }

        return new TopicModel(topic, key + "TopicArn", place);
    }

    private ScheduleModel ReadSchedule(AttributeUse use)
    {
        var name = ReadName(use, "name", TriggerNameRule, 64, allowsDot: true) ?? "";
        CheckUnique(use, name, "Schedule", schedules);
        var expression = use.Positional(1, "expression");
        var when = use.String(expression);
        if (expression is not null && when is not null)
        {
            CheckWhen(expression, when);
        }

        var zone = use.Named("TimeZone");
        var timeZone = use.String(zone);
        if (zone is not null && timeZone is not null && !IsZone(timeZone))
        {
            Invalid(zone, "TimeZone", "it is an IANA name, such as \"Europe/Berlin\" or \"UTC\"");
            timeZone = null;
        }

        var (input, anchor, isUnread) = ReadInput(use);
        return new ScheduleModel
        {
            Name = name,
            Expression = when ?? "",
            TimeZone = timeZone,
            IsEnabled = IsEnabled(use),
            Input = input,
            InputAnchor = anchor,
            IsInputUnread = isUnread,
        };
    }

    private EventRuleModel ReadEventRule(AttributeUse use)
    {
        var name = ReadName(use, "name", TriggerNameRule, 64, allowsDot: true) ?? "";
        CheckUnique(use, name, "EventRule", eventRules);
        var schedule = use.Named("Schedule");
        var when = use.String(schedule);
        if (schedule is not null && when is not null)
        {
            if (ScheduleExpression.IsAt(when))
            {
                context.Report(DiagnosticIds.AtOnRule, context.Anchor(schedule), when, name);
            }
            else
            {
                CheckWhen(schedule, when);
            }
        }

        var pattern = use.Named("Pattern");
        if (schedule is null == pattern is null)
        {
            context.Report(DiagnosticIds.TriggerForm, pattern is null ? context.Anchor(use.Syntax.Name) : NameOf(pattern), name,
                pattern is null ? "neither Schedule nor Pattern: it would never run" : "both Schedule and Pattern: make two rules of it");
        }

        var (input, anchor, isUnread) = ReadInput(use);
        var paths = ReadInputPaths(use);
        if (input is not null && !paths.IsEmpty)
        {
            context.Report(DiagnosticIds.TriggerForm, NameOf(use.Named("InputPaths")!), name, "both Input and InputPaths: put the constants into InputTemplate");
        }

        var template = use.Named("InputTemplate");
        var text = use.String(template);
        if (template is not null && paths.IsEmpty)
        {
            context.Report(DiagnosticIds.TriggerForm, NameOf(template), name, "an InputTemplate without InputPaths: a constant is an Input");
        }

        return new EventRuleModel
        {
            Name = name,
            Schedule = when,
            Pattern = pattern is null ? null : ReadPattern(use, pattern),
            IsEnabled = IsEnabled(use),
            Input = input,
            InputAnchor = use.Named("InputPaths") is { } own && input is null ? NameOf(own) : anchor,
            IsInputUnread = isUnread,
            InputPaths = paths,
            InputTemplate = text,
            TemplateValue = template is null || text is null ? null : ReadTemplate(template, text, paths),
        };
    }

    private PublishModel ReadPublish(AttributeUse use)
    {
        var expression = use.Named("Alias");
        var alias = use.String(expression);
        if (expression is not null && alias is not null && (!IsName(alias, 80, allowsDot: true) || IsNumber(alias)))
        {
            Invalid(expression, "Alias", "it has 1 to 80 of A-Z, a-z, 0-9, -, _ and a dot, and is no number");
            alias = null;
        }

        return new PublishModel(alias);
    }

    private void CheckWhen(ExpressionSyntax expression, string when)
    {
        if (ScheduleExpression.Problem(when) is { } problem)
        {
            context.Report(DiagnosticIds.InvalidSchedule, context.Anchor(expression), when, problem);
        }
    }

    private (JsonValue? Input, int Anchor, bool IsUnread) ReadInput(AttributeUse use)
    {
        if (use.Named("Input") is not { } expression)
        {
            return (null, context.Anchor(use.Syntax.Name), false);
        }

        var place = context.Anchor(expression);
        return use.String(expression) is { } text && ReadJson("Input", text, place) is { } value ? (value, place, false) : (null, place, true);
    }

    private JsonValue? ReadPattern(AttributeUse use, ExpressionSyntax expression)
    {
        var place = context.Anchor(expression);
        if (use.String(expression) is not { } text || ReadJson("Pattern", text, place) is not { } pattern)
        {
            return null;
        }

        if (PatternProblem(pattern, isRoot: true) is { } problem)
        {
            context.Report(DiagnosticIds.InvalidTriggerJson, place, "Pattern", problem);
        }

        return pattern;
    }

    /// <summary>An event pattern is an object of objects that end in arrays of values.</summary>
    private static string? PatternProblem(JsonValue value, bool isRoot)
    {
        if (value is not JsonObject { Count: > 0 } pattern)
        {
            return isRoot ? "it is an object with at least one field, such as {\"source\": [\"crm\"]}" : "a field is an array of the values that match, or an object with fields of its own";
        }

        foreach (var member in pattern.Members)
        {
            if (member.Name is "$or" && member.Value is JsonArray)
            {
                continue;
            }

            if (member.Value is not JsonArray && PatternProblem(member.Value, isRoot: false) is { } problem)
            {
                return "at '" + member.Name + "', " + problem;
            }
        }

        return null;
    }

    private EquatableArray<InputPathModel> ReadInputPaths(AttributeUse use)
    {
        if (use.Named("InputPaths") is not { } expression)
        {
            return default;
        }

        var paths = new List<InputPathModel>();
        foreach (var element in AttributeUse.Elements(expression))
        {
            var text = use.String(element) ?? "";
            var split = text.IndexOf('=');
            var name = split > 0 ? text.Substring(0, split).Trim() : "";
            var path = split > 0 ? text.Substring(split + 1).Trim() : "";
            if (!IsName(name, 100, allowsDot: false) || name.StartsWith("AWS", StringComparison.Ordinal)
                || (path != "$" && !path.StartsWith("$.", StringComparison.Ordinal)) || path.EndsWith(".", StringComparison.Ordinal))
            {
                Invalid(element, "InputPaths", "it is a property of the input and a path into the event, such as \"campaignId=$.detail.campaignId\"");
                continue;
            }

            if (paths.Exists(known => known.Name == name))
            {
                Invalid(element, "InputPaths", "there is a path for '" + name + "' already");
                continue;
            }

            paths.Add(new InputPathModel(name, path, context.Anchor(element)));
        }

        return new EquatableArray<InputPathModel>(paths);
    }

    /// <summary>Reads a template with null for each placeholder, so that what is left is JSON.</summary>
    private JsonValue? ReadTemplate(ExpressionSyntax expression, string template, EquatableArray<InputPathModel> paths)
    {
        var place = context.Anchor(expression);
        var json = new System.Text.StringBuilder(template.Length);
        var isInString = false;
        for (var i = 0; i < template.Length; i++)
        {
            var character = template[i];
            var close = character == '<' ? template.IndexOf('>', i) : -1;
            var name = close > i + 1 ? template.Substring(i + 1, close - i - 1) : "";
            if (close > 0 && IsPlaceholder(name))
            {
                if (!name.StartsWith("aws.events.", StringComparison.Ordinal) && !Contains(paths, name))
                {
                    context.Report(DiagnosticIds.InvalidTriggerJson, place, "InputTemplate", "no path in InputPaths is called '" + name + "'");
                    return null;
                }

                json.Append(isInString ? name : "null");
                i = close;
                continue;
            }

            if (isInString && character == '\\' && i + 1 < template.Length)
            {
                json.Append(character).Append(template[++i]);
                continue;
            }

            if (character == '"')
            {
                isInString = !isInString;
            }

            json.Append(character);
        }

        return ReadJson("InputTemplate", json.ToString(), place);
    }

    private static bool IsPlaceholder(string name)
    {
        foreach (var character in name)
        {
            if (!IsNameCharacter(character) && character != '.')
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    private static bool Contains(EquatableArray<InputPathModel> paths, string name)
    {
        foreach (var path in paths)
        {
            if (path.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private JsonValue? ReadJson(string property, string text, int place)
    {
        if (JsonValue.TryParse(text, out var value, out var error))
        {
            return value;
        }

        context.Report(DiagnosticIds.InvalidTriggerJson, place, property,
            string.Format(CultureInfo.InvariantCulture, "line {0}, column {1}: {2}", error.Position.Line, error.Position.Column, error.Message.TrimEnd('.')));
        return null;
    }

    private string? ReadName(AttributeUse use, string parameter, string rule, int maximum, bool allowsDot)
    {
        if (use.Positional(0, parameter) is not { } expression)
        {
            return null;
        }

        var name = use.String(expression);
        if (name is null || !IsName(name, maximum, allowsDot))
        {
            Invalid(expression, parameter, rule);
            return null;
        }

        return name;
    }

    private void CheckUnique<T>(AttributeUse use, string name, string attribute, List<T> known)
        where T : TriggerModel
    {
        if (name.Length > 0 && known.Exists(other => other.Name == name))
        {
            Invalid(use.Positional(0, "name")!, "name", "another [" + attribute + "] has that name");
        }
    }

    private static bool IsEnabled(AttributeUse use) => use.Named("Enabled") is not { } enabled || use.Bool(enabled);

    private static bool IsName(string name, int maximum, bool allowsDot)
    {
        foreach (var character in name)
        {
            if (!IsNameCharacter(character) && !(allowsDot && character == '.'))
            {
                return false;
            }
        }

        return name.Length > 0 && name.Length <= maximum;
    }

    private static bool IsNameCharacter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_';

    private static bool IsNumber(string text)
    {
        foreach (var character in text)
        {
            if (character is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsZone(string zone)
    {
        foreach (var character in zone)
        {
            if (!IsNameCharacter(character) && character is not ('/' or '+'))
            {
                return false;
            }
        }

        return zone.Length is > 0 and <= 50;
    }

    private void Invalid(ExpressionSyntax expression, string property, string rule) =>
        context.Report(DiagnosticIds.InvalidAttributeValue, context.Anchor(expression), property, expression.ToString(), rule);

    /// <summary>The name of the property that is set to an expression.</summary>
    private int NameOf(ExpressionSyntax value) => context.Anchor(value.Parent is AttributeArgumentSyntax { NameEquals.Name: var name } ? name : value);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
