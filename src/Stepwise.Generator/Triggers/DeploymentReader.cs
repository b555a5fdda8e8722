using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Triggers;

/// <summary>Reads the attributes of a workflow class that concern only its deployment. Values that AWS would reject are reported on the argument.</summary>
internal sealed class DeploymentReader
{
    private const int LongestPattern = 4096;
    private const int LongestRuleInput = 8192;

    private const int MostInputPaths = 100;
    private const int LongestInputPath = 256;
    private const string PartOfName = "a placeholder cannot be part of a property name";
    private static readonly string _nameRule = "use 1 to " + Limits.TriggerNameLength.ToString(CultureInfo.InvariantCulture) + " of A-Z, a-z, 0-9, -, _ and a dot";

    private readonly ReadingContext _context;
    private readonly List<AlarmModel> _alarms = [];
    private readonly List<ScheduleModel> _schedules = [];
    private readonly List<EventRuleModel> _eventRules = [];
    private EncryptionModel? _encryption;
    private string? _scheduleGroup;
    private PublishModel? _publish;

    public DeploymentReader(ReadingContext context) => _context = context;

    public DeploymentModel Model => new()
    {
        Encryption = _encryption,
        Alarms = new EquatableArray<AlarmModel>(_alarms),
        Schedules = new EquatableArray<ScheduleModel>(_schedules),
        EventRules = new EquatableArray<EventRuleModel>(_eventRules),
        ScheduleGroup = _scheduleGroup,
        Publish = _publish,
    };

    /// <summary>Reads an attribute. An attribute that does not concern the deployment is ignored.</summary>
    public void Read(AttributeUse use)
    {
        switch (use.Name)
        {
            case "Encryption":
                _encryption = ReadEncryption(use);
                break;
            case "Alarm":
                ReadAlarm(use);
                break;
            case "Schedule":
                _schedules.Add(ReadSchedule(use));
                break;
            case "EventRule":
                _eventRules.Add(ReadEventRule(use));
                break;
            case "DynamicSchedules":
                _scheduleGroup = ReadName(use, "group");
                break;
            case "Publish":
                _publish = ReadPublish(use);
                break;
        }
    }

    private EncryptionModel? ReadEncryption(AttributeUse use)
    {
        var reuse = AttributeValues.Seconds(_context, use, use.Named("DataKeyReuseSeconds"), "DataKeyReuseSeconds", 60, 900) ?? 300;
        if (use.Positional(0, "key") is not { } expression)
        {
            return null;
        }

        var key = use.String(expression) ?? "";
        var isArn = key.StartsWith("arn:", StringComparison.Ordinal);
        if (!isArn && (WireNames.Pascal(key).Length == 0 || key.IndexOf('$') >= 0))
        {
            Invalid(expression, "key", "it must be the key's name, such as \"campaign-data\", or its ARN");
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
            _context.Report(DiagnosticIds.InvalidAlarm, _context.Anchor(period), "PeriodSeconds", Text(periodSeconds), "CloudWatch counts in periods of 10, 20, 30 or a multiple of 60 seconds");
            periodSeconds = 300;
        }

        var evaluations = use.Named("EvaluationPeriods");
        var evaluationPeriods = use.Int(evaluations) ?? 1;
        if (evaluations is not null && evaluationPeriods < 1)
        {
            _context.Report(DiagnosticIds.InvalidAlarm, _context.Anchor(evaluations), "EvaluationPeriods", Text(evaluationPeriods), "it must be at least 1");
            evaluationPeriods = 1;
        }

        var longest = periodSeconds < 3600 ? 86_400 : 604_800;
        if ((long)periodSeconds * evaluationPeriods > longest)
        {
            var (property, value, number) = evaluations is null ? ("PeriodSeconds", period!, periodSeconds) : ("EvaluationPeriods", evaluations, evaluationPeriods);
            _context.Report(DiagnosticIds.InvalidAlarm, _context.Anchor(value), property, Text(number), string.Format(CultureInfo.InvariantCulture,
                "all periods together must be at most {0:N0} seconds, {1}", longest, periodSeconds < 3600 ? "one day, because a period is shorter than an hour" : "seven days"));
            evaluationPeriods = 1;
        }

        _alarms.Add(new AlarmModel(metric, ReadThreshold(use, metric, metricExpression), periodSeconds, evaluationPeriods, ReadTopic(use)));
    }

    private long ReadThreshold(AttributeUse use, string metric, ExpressionSyntax metricExpression)
    {
        var isTime = metric == "ExecutionTime";
        var seconds = use.Named("ThresholdSeconds");
        var count = use.Named("Threshold");
        if (isTime && count is not null)
        {
            _context.Report(DiagnosticIds.AlarmThresholdKind, NameOf(count), "Threshold", metric, "a time: set ThresholdSeconds");
        }

        if (!isTime && seconds is not null)
        {
            _context.Report(DiagnosticIds.AlarmThresholdKind, NameOf(seconds), "ThresholdSeconds", metric, "a number of executions: set Threshold");
        }

        var threshold = isTime ? seconds : count;
        if (isTime && seconds is null)
        {
            _context.Report(DiagnosticIds.InvalidAlarm, _context.Anchor(metricExpression), "ThresholdSeconds", "left out", "ExecutionTime is a time, and only you know which one is too long");
            return 1000;
        }

        var value = use.Int(threshold) ?? 1;
        if (threshold is not null && value < 1)
        {
            _context.Report(DiagnosticIds.InvalidAlarm, _context.Anchor(threshold), isTime ? "ThresholdSeconds" : "Threshold", Text(value), "it must be at least 1");
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

        var place = _context.Anchor(expression);
        var isArn = topic.StartsWith("arn:", StringComparison.Ordinal);
        if (isArn && topic.Split(':') is [_, _, "sns", _, _, _])
        {
            return new TopicModel(topic, topic, place);
        }

        var key = WireNames.Pascal(topic);
        if (isArn || key.Length == 0 || !Ascii.IsName(topic, 256, "-_"))
        {
            _context.Report(DiagnosticIds.InvalidAttributeValue, place, "Topic", expression.ToString(),
                "it must be the name of a standard SNS topic, 1 to 256 of A-Z, a-z, 0-9, - and _, such as \"campaign-notifications\", or its ARN");
            return null;
        }

        return new TopicModel(topic, key + "TopicArn", place);
    }

    private ScheduleModel ReadSchedule(AttributeUse use)
    {
        var name = ReadName(use, "name") ?? "";
        CheckUnique(use, name, "Schedule", _schedules);
        var expression = use.Positional(1, "expression");
        var when = use.String(expression);
        if (expression is not null && when is not null)
        {
            CheckWhen(expression, when, allowsAt: true);
        }

        var zone = use.Named("TimeZone");
        var timeZone = use.String(zone);
        if (zone is not null && timeZone is not null && !IsZone(timeZone))
        {
            Invalid(zone, "TimeZone", "it must be an IANA name, such as \"Europe/Berlin\" or \"UTC\"");
            timeZone = null;
        }
        else if (zone is not null && timeZone is not null && !TimeZoneNames.Contains(timeZone))
        {
            _context.Report(DiagnosticIds.UnknownTimeZone, _context.Anchor(zone), timeZone,
                Spelling.Closest(timeZone, TimeZoneNames.All) is { } close ? "did you mean '" + close + "'?" : "write a name such as 'Europe/Berlin'");
        }

        var (input, anchor, isUnread) = ReadInput(use, Limits.PayloadBytes);
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
        var name = ReadName(use, "name") ?? "";
        CheckUnique(use, name, "EventRule", _eventRules);
        var schedule = use.Named("Schedule");
        var when = use.String(schedule);
        if (schedule is not null && when is not null)
        {
            if (ScheduleExpression.IsAt(when))
            {
                _context.Report(DiagnosticIds.AtOnRule, _context.Anchor(schedule), when, name);
            }
            else
            {
                CheckWhen(schedule, when, allowsAt: false);
            }
        }

        var pattern = use.Named("Pattern");
        if (schedule is null == pattern is null)
        {
            _context.Report(DiagnosticIds.TriggerForm, pattern is null ? _context.Anchor(use.Syntax.Name) : NameOf(pattern), name,
                pattern is null ? "neither Schedule nor Pattern, so it would never run: set one of them" : "both Schedule and Pattern: split it into two rules");
        }

        var (input, anchor, isUnread) = ReadInput(use, LongestRuleInput);
        var paths = ReadInputPaths(use);
        if (input is not null && !paths.IsEmpty)
        {
            _context.Report(DiagnosticIds.TriggerForm, NameOf(use.Named("InputPaths")!), name, "both Input and InputPaths: move the constants to InputTemplate");
        }

        var template = use.Named("InputTemplate");
        var text = use.String(template);
        if (template is not null && paths.IsEmpty)
        {
            _context.Report(DiagnosticIds.TriggerForm, NameOf(template), name, "an InputTemplate without InputPaths: set Input for a constant");
        }

        var placeholders = new List<PlaceholderModel>();
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
            TemplateValue = template is null || text is null ? null : ReadTemplate(template, text, paths, placeholders),
            Placeholders = new EquatableArray<PlaceholderModel>(placeholders),
            TemplateAnchor = _context.Anchor(template ?? (SyntaxNode)use.Syntax.Name),
        };
    }

    private PublishModel ReadPublish(AttributeUse use)
    {
        var expression = use.Named("Alias");
        var alias = use.String(expression);
        if (expression is not null && alias is not null && (!Ascii.IsName(alias, 80, "-_.") || IsNumber(alias)))
        {
            Invalid(expression, "Alias", "use 1 to 80 of A-Z, a-z, 0-9, -, _ and a dot, and not only digits");
            alias = null;
        }

        return new PublishModel(alias);
    }

    private void CheckWhen(ExpressionSyntax expression, string when, bool allowsAt)
    {
        if (ScheduleExpression.Problem(when, allowsAt) is { } problem)
        {
            _context.Report(new DiagnosticInfo(DiagnosticIds.InvalidSchedule, _context.Anchor(expression), when, problem.Message) { Part = problem.Part });
        }
    }

    private (WrittenJson<JsonValue>? Input, int Anchor, bool IsUnread) ReadInput(AttributeUse use, int longest)
    {
        if (use.Named("Input") is not { } expression)
        {
            return (null, _context.Anchor(use.Syntax.Name), false);
        }

        var place = _context.Anchor(expression);
        return use.String(expression) is { } text && ReadJson("Input", text, longest, place) is { } value ? (new WrittenJson<JsonValue>(value), place, false) : (null, place, true);
    }

    private WrittenJson<JsonValue>? ReadPattern(AttributeUse use, ExpressionSyntax expression)
    {
        var place = _context.Anchor(expression);
        if (use.String(expression) is not { } text || ReadJson("Pattern", text, LongestPattern, place) is not { } pattern)
        {
            return null;
        }

        EventPattern.Check(pattern, (offset, problem) => ReportJson("Pattern", place, offset, problem));
        return new WrittenJson<JsonValue>(pattern);
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
            if (use.String(element) is { } text && ReadInputPath(element, text) is { } path)
            {
                if (paths.Exists(known => known.Name == path.Name))
                {
                    Invalid(element, "InputPaths", "there is already a path for '" + path.Name + "'");
                    continue;
                }

                paths.Add(path);
            }
        }

        if (paths.Count > MostInputPaths)
        {
            Invalid(expression, "InputPaths", string.Format(CultureInfo.InvariantCulture, "there are {0} paths, but EventBridge allows {1}", paths.Count, MostInputPaths));
        }

        return new EquatableArray<InputPathModel>(paths);
    }

    private InputPathModel? ReadInputPath(ExpressionSyntax element, string text)
    {
        var split = text.IndexOf('=');
        var name = split > 0 ? text.Substring(0, split).Trim() : "";
        var path = split > 0 ? text.Substring(split + 1).Trim() : "";
        if (name.Length == 0 || path.Length == 0)
        {
            Invalid(element, "InputPaths", "it must be a property of the input and a path into the event, such as \"campaignId=$.detail.campaignId\"");
            return null;
        }

        var problem = !Ascii.IsName(name, 256, "-_") ? "a name has 1 to 256 of A-Z, a-z, 0-9, - and _"
            : name.StartsWith("AWS", StringComparison.Ordinal) ? "a name does not begin with AWS"
            : null;
        if (problem is not null)
        {
            InvalidPath(element, text.IndexOf(name, StringComparison.Ordinal), name.Length, problem);
            return null;
        }

        problem = path.Length > LongestInputPath
            ? string.Format(CultureInfo.InvariantCulture, "a path has at most {0} characters", LongestInputPath)
            : EventPath.Problem(path);
        if (problem is not null)
        {
            InvalidPath(element, text.IndexOf(path, split + 1, StringComparison.Ordinal), path.Length, problem);
            return null;
        }

        return new InputPathModel(name, path, _context.Anchor(element));
    }

    private void InvalidPath(ExpressionSyntax element, int start, int length, string rule) =>
        _context.Report(new DiagnosticInfo(DiagnosticIds.InvalidAttributeValue, _context.Anchor(element), "InputPaths", element.ToString(), rule) { Part = new TextPart(start, length) });

    /// <summary>Reads a template as JSON. Each placeholder is replaced by a string of the same length, so that positions do not change.</summary>
    private WrittenJson<JsonValue>? ReadTemplate(ExpressionSyntax expression, string template, EquatableArray<InputPathModel> paths, List<PlaceholderModel> placeholders)
    {
        var place = _context.Anchor(expression);
        if (template.Length > LongestRuleInput)
        {
            ReportLength("InputTemplate", place, template.Length, LongestRuleInput);
            return null;
        }

        var isValid = true;
        var json = new System.Text.StringBuilder(template.Length);
        var stringStart = -1;
        for (var i = 0; i < template.Length; i++)
        {
            var character = template[i];
            var close = character == '<' ? template.IndexOf('>', i) : -1;
            var name = close > i + 1 ? template.Substring(i + 1, close - i - 1) : "";
            if (close > 0 && IsPlaceholder(name))
            {
                var isQuoted = stringStart >= 0;
                placeholders.Add(new PlaceholderModel(name, isQuoted ? stringStart : i, isQuoted));
                if ((!isQuoted && IsMemberName(template, close + 1) ? PartOfName : PlaceholderProblem(name, isQuoted, paths)) is { } problem)
                {
                    ReportJson("InputTemplate", place, i, problem);
                    isValid = false;
                }

                json.Append(isQuoted ? new string('x', close + 1 - i) : "\"" + new string('x', close - 1 - i) + "\"");
                i = close;
                continue;
            }

            if (stringStart >= 0 && character == '\\' && i + 1 < template.Length)
            {
                json.Append(character).Append(template[++i]);
                continue;
            }

            if (character == '"')
            {
                if (stringStart >= 0 && IsMemberName(template, i + 1) && placeholders.Exists(placeholder => placeholder.Start == stringStart))
                {
                    ReportJson("InputTemplate", place, stringStart, PartOfName);
                    isValid = false;
                }

                stringStart = stringStart >= 0 ? -1 : i;
            }

            json.Append(character);
        }

        return isValid && ReadJson("InputTemplate", json.ToString(), LongestRuleInput, place) is { } value ? new WrittenJson<JsonValue>(value) : null;
    }

    private static string? PlaceholderProblem(string name, bool isQuoted, EquatableArray<InputPathModel> paths)
    {
        if (name is "aws.events.event" or "aws.events.event.json")
        {
            return isQuoted ? "<" + name + "> is an object: remove the quotes around it" : null;
        }

        return name is "aws.events.rule-arn" or "aws.events.rule-name" or "aws.events.event.ingestion-time" || Contains(paths, name)
            ? null
            : "InputPaths has no path named '" + name + "'";
    }

    /// <summary>Whether the string that ends before an offset is the name of a member.</summary>
    private static bool IsMemberName(string json, int end)
    {
        while (end < json.Length && char.IsWhiteSpace(json[end]))
        {
            end++;
        }

        return end < json.Length && json[end] == ':';
    }

    private static bool IsPlaceholder(string name) => Ascii.IsName(name, int.MaxValue, "-_.");

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

    private JsonValue? ReadJson(string property, string text, int longest, int place)
    {
        if (!JsonValue.TryParse(text, out var value, out var error))
        {
            ReportJson(property, place, error.Position.Offset,
                string.Format(CultureInfo.InvariantCulture, "line {0}, column {1}: {2}", error.Position.Line, error.Position.Column, error.Message.TrimEnd('.')));
            return null;
        }

        // The limit is for the deployed text. It has no spaces, and it escapes a literal brace that follows $ or %.
        if (value.ToJsonTemplate().Length is var length && length > longest)
        {
            ReportLength(property, place, length, longest);
        }

        return value;
    }

    private void ReportJson(string property, int place, int offset, string problem) =>
        _context.Report(new DiagnosticInfo(DiagnosticIds.InvalidTriggerJson, place, property, problem) { Part = new TextPart(offset) });

    private void ReportLength(string property, int place, int length, int longest) =>
        _context.Report(DiagnosticIds.InvalidTriggerJson, place, property,
            string.Format(CultureInfo.InvariantCulture, "it has {0:N0} characters, and at most {1:N0} are allowed", length, longest));

    private string? ReadName(AttributeUse use, string parameter)
    {
        if (use.Positional(0, parameter) is not { } expression)
        {
            return null;
        }

        var name = use.String(expression);
        if (name is null || !Ascii.IsName(name, Limits.TriggerNameLength, "-_."))
        {
            Invalid(expression, parameter, _nameRule);
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

    private static bool IsZone(string zone) => Ascii.IsName(zone, 50, "-_/+");

    private void Invalid(ExpressionSyntax expression, string property, string rule) =>
        _context.Report(DiagnosticIds.InvalidAttributeValue, _context.Anchor(expression), property, expression.ToString(), rule);

    /// <summary>The anchor of the property that is set to an expression.</summary>
    private int NameOf(ExpressionSyntax value) => _context.Anchor(value.Parent is AttributeArgumentSyntax { NameEquals.Name: var name } ? name : value);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
