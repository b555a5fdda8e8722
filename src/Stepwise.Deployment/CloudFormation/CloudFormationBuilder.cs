using System.Globalization;
using System.Text;
using Stepwise.Deployment.Manifest;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;
using static Stepwise.Deployment.CloudFormation.CloudFormationText;

namespace Stepwise.Deployment.CloudFormation;

/// <summary>Collects parameters, resources and outputs of one template.</summary>
internal sealed class CloudFormationBuilder(WorkflowSource source, bool isServerless)
{
    private const string ProjectName = "ProjectName";
    private const string Machine = "StateMachine";
    private const string MachineRole = "StateMachineRole";
    private const string LogGroup = "StateMachineLogGroup";
    private const string DeadLetters = "DeadLetterQueue";
    private const string EventsRole = "EventsRole";
    private const string SchedulerRole = "SchedulerRole";
    private const string Group = "ScheduleGroup";
    private const string Alias = "StateMachineAlias";
    private const string Version = "StateMachineVersion";
    private const string CreatorPolicy = "ScheduleCreatorPolicy";
    private const string StateMachineSelf = ":name";
    private const int DefaultRetentionDays = 30;

    private readonly WorkflowManifest _manifest = source.Manifest;
    private readonly JsonObject.Builder _parameters = new();
    private readonly JsonObject.Builder _conditions = new();
    private readonly JsonObject.Builder _resources = new();
    private readonly JsonObject.Builder _outputs = new();

    /// <summary>Parameters and resources share their names, of letters and digits.</summary>
    private readonly HashSet<string> _names = new(
        [ProjectName, CloudFormationText.Prefix, "AlarmActions", CreatorPolicy, Machine, MachineRole, LogGroup, DeadLetters, EventsRole, SchedulerRole, Group, Alias, Version, "DeadLetterQueuePolicy", "LogGroupName", "LogRetentionInDays", "LogLevel", "LogIncludeExecutionData"],
        StringComparer.Ordinal);

    /// <summary>What each key of a substitution is within <c>Fn::Sub</c>.</summary>
    private readonly SortedDictionary<string, string> _pieces = new(StringComparer.Ordinal)
    {
        ["Partition"] = "${AWS::Partition}",
        ["Region"] = "${AWS::Region}",
        ["AccountId"] = "${AWS::AccountId}",
        ["StateMachineName"] = PrefixPiece + source.Name,
        [StateMachineSelf] = PrefixPiece + source.Name,
    };

    /// <summary>Those of them that <c>Fn::Sub</c> must be given, because they are parts of parameters.</summary>
    private readonly SortedDictionary<string, JsonValue> _derived = new(StringComparer.Ordinal);

    private JsonValue Target => Ref(_manifest.Publish?.Alias is null ? Machine : Alias);

    private bool HasSchedules => _manifest.Schedules.Count > 0 || _manifest.DynamicSchedules is not null;

    public JsonObject Build()
    {
        // A hyphen follows the project's name.
        var limit = Math.Max(NameLimits.LongestPrefix(source) - 1, 0).ToString(CultureInfo.InvariantCulture);
        _conditions.Add(CloudFormationText.HasProjectName, JsonObject.Create(("Fn::Not", JsonArray.Create(IsEmpty(ProjectName)))));
        _parameters.Add(ProjectName, new JsonObject.Builder()
            .Add("Type", "String")
            .Add("Description", "Comes before the name of everything that the stack makes, with a hyphen between; empty for nothing.")
            .Add("Default", "")
            .Add("AllowedPattern", $"^[0-9A-Za-z_-]{{0,{limit}}}$")
            .Add("ConstraintDescription", $"at most {limit} of the characters A-Z a-z 0-9 - _")
            .ToObject());
        AddSubstitutions();
        AddStateMachine();
        AddAlarms();
        AddDeadLetters();
        AddEventRules();
        AddSchedules();
        var template = new JsonObject.Builder().Add("AWSTemplateFormatVersion", "2010-09-09");
        if (isServerless)
        {
            template.Add("Transform", "AWS::Serverless-2016-10-31");
        }

        template.AddIfNotNull("Description", Description());
        return template
            .Add("Parameters", _parameters.ToObject())
            .Add("Conditions", _conditions.ToObject())
            .Add("Resources", _resources.ToObject())
            .Add("Outputs", _outputs.ToObject())
            .ToObject();
    }

    private JsonString? Description()
    {
        const int Limit = 1000;
        return _manifest.Summary is { } summary ? new JsonString(summary.Length > Limit ? summary.Substring(0, Limit) : summary) : null;
    }

    private void AddSubstitutions()
    {
        foreach (var (resources, kind, service) in new[] { (_manifest.Functions, "function", "lambda"), (_manifest.Topics, "topic", "sns"), (_manifest.Queues, "queue", "sqs") })
        {
            foreach (var item in resources)
            {
                var isUrl = item.Substitution.EndsWith("Url", StringComparison.Ordinal);
                AddSubstitution(item.Substitution, $"The {(isUrl ? "URL" : "ARN")} of the {kind} {item.Name}.", isUrl ? "^https://.*" : $"^arn:[^:]+:{service}:.*");
            }
        }

        var keys = DeclaredSubstitutions.Keys(source);
        var derived = DeclaredSubstitutions.Derived(keys, source.Definition);
        foreach (var key in keys.Where(key => !derived.ContainsKey(key)))
        {
            if (DeclaredSubstitutions.DescriptionOf(key, _manifest) is { } description)
            {
                AddSubstitution(key, description, "^arn:.*");
            }
            else
            {
                AddSubstitution(key, $"What the substitution {key} of the definition and its policy stands for.", null);
            }
        }

        foreach (var item in derived.Values)
        {
            _pieces[item.Key] = "${" + item.Key + "}";
            _derived[item.Key] = JsonObject.Create(("Fn::Select", JsonArray.Create(item.Index, JsonObject.Create(("Fn::Split", JsonArray.Create(item.Separator.ToString(), Resolve("${" + item.Source + "}")))))));
        }
    }

    private void AddSubstitution(string key, string description, string? pattern)
    {
        if (_pieces.ContainsKey(key))
        {
            return;
        }

        var name = Name(key);
        _pieces[key] = "${" + name + "}";
        _parameters.Add(name, new JsonObject.Builder()
            .Add("Type", "String")
            .Add("Description", description)
            .AddIfNotNull("AllowedPattern", pattern is null ? null : (JsonValue)pattern)
            .ToObject());
    }

    private void AddStateMachine()
    {
        Role(MachineRole, Document(source.Trust), "tasks", Document(RolePolicies.WithEncryption(source.Policy, _manifest.Encryption)));
        if (_manifest.Logging is { } logging)
        {
            AddLogGroup(logging);
        }

        // The serverless resource knows no encryption; a template of either kind may hold the plain one.
        if (isServerless && _manifest.Encryption is null)
        {
            Resource(Machine, "AWS::Serverless::StateMachine", Properties("Name", "Type", "Role", "Logging", "Tracing")
                .Add("DefinitionUri", source.Name + ".asl.json"));
        }
        else
        {
            var lines = DefinitionText.Escaped(source.Definition).TrimEnd('\n').Split('\n').Select(line => (JsonValue)line);
            Resource(Machine, "AWS::StepFunctions::StateMachine", Properties("StateMachineName", "StateMachineType", "RoleArn", "LoggingConfiguration", "TracingConfiguration")
                .AddIfNotNull("EncryptionConfiguration", Encryption())
                .Add("DefinitionString", JsonObject.Create(("Fn::Join", JsonArray.Create("\n", new JsonArray(lines))))));
        }

        Output("StateMachineArn", Ref(Machine), "The ARN of the state machine.");
        Output("StateMachineName", Attribute(Machine, "Name"), "The name of the state machine.");
        Output("StateMachineRoleArn", Attribute(MachineRole, "Arn"), "The ARN of the machine's role.");
        Output("StateMachineRoleName", Ref(MachineRole), "The name of the machine's role, to which further policies can be attached.");
        if (_manifest.Publish is null)
        {
            return;
        }

        // Each revision is a resource that replaces the last one; executions of the older version go on.
        Resource(Version, "AWS::StepFunctions::StateMachineVersion", new JsonObject.Builder()
            .Add("StateMachineArn", Ref(Machine))
            .Add("StateMachineRevisionId", Attribute(Machine, "StateMachineRevisionId")), isKept: true);
        Output("StateMachineVersionArn", Ref(Version), "The ARN of the version deployed last.");
        if (_manifest.Publish.Alias is { } alias)
        {
            Resource(Alias, "AWS::StepFunctions::StateMachineAlias", new JsonObject.Builder()
                .Add("Name", alias)
                .Add("DeploymentPreference", JsonObject.Create(("StateMachineVersionArn", Ref(Version)), ("Type", "ALL_AT_ONCE"))));
            Output("StateMachineAliasArn", Ref(Alias), $"The ARN of the alias {alias}, which points to the version deployed last.");
        }
    }

    /// <summary>The properties that both resources have, under the names that each has for them.</summary>
    private JsonObject.Builder Properties(string name, string type, string role, string logging, string tracing)
    {
        var properties = new JsonObject.Builder()
            .Add(name, Sub(_pieces[StateMachineSelf]))
            .Add(type, _manifest.Type)
            .Add(role, Attribute(MachineRole, "Arn"));
        if (_manifest.Logging is not null)
        {
            properties.Add(logging, JsonObject.Create(
                ("Level", Ref("LogLevel")),
                ("IncludeExecutionData", Ref("LogIncludeExecutionData")),
                ("Destinations", JsonArray.Create(JsonObject.Create(("CloudWatchLogsLogGroup", JsonObject.Create(("LogGroupArn", Attribute(LogGroup, "Arn")))))))));
        }

        properties.Add(tracing, JsonObject.Create(("Enabled", _manifest.Tracing)));
        var keys = DefinitionText.Keys(source.Definition);
        if (keys.Count > 0)
        {
            var values = new JsonObject.Builder();
            foreach (var key in keys)
            {
                values.Add(key, Of(Template.Of("${" + key + "}", _pieces.Keys), _pieces));
            }

            properties.Add("DefinitionSubstitutions", values.ToObject());
        }

        return properties;
    }

    private JsonObject? Encryption() => _manifest.Encryption is not { } encryption
        ? null
        : new JsonObject.Builder()
            .Add("Type", "CUSTOMER_MANAGED_KMS_KEY")
            .Add("KmsKeyId", Resolve(encryption.KmsKeyArn))
            .AddIfNotNull("KmsDataKeyReusePeriodSeconds", encryption.DataKeyReuseSeconds is { } seconds ? seconds : null)
            .ToObject();

    private void AddLogGroup(ManifestLogging logging)
    {
        _parameters
            .Add("LogGroupName", JsonObject.Create(
                ("Type", "String"),
                ("Description", "The name of the log group; empty for " + logging.LogGroupPrefix + " and the machine's name."),
                ("Default", ""),
                ("AllowedPattern", "^[0-9A-Za-z_./#-]{0,512}$")))
            .Add("LogRetentionInDays", JsonObject.Create(
                ("Type", "Number"),
                ("Description", "How many days log entries are kept; 0 for ever."),
                ("Default", logging.RetentionDays ?? DefaultRetentionDays),
                ("AllowedValues", new JsonArray(Limits.LogRetentionDays.Select(days => (JsonValue)days)))))
            .Add("LogLevel", JsonObject.Create(
                ("Type", "String"),
                ("Description", "Which events are logged."),
                ("Default", logging.Level),
                ("AllowedValues", JsonArray.Create("ALL", "ERROR", "FATAL", "OFF"))))
            .Add("LogIncludeExecutionData", JsonObject.Create(
                ("Type", "String"),
                ("Description", "Whether input and output of states are logged. They may hold personal data."),
                ("Default", logging.IncludeExecutionData ? "true" : "false"),
                ("AllowedValues", JsonArray.Create("true", "false"))));
        _conditions.Add("HasDefaultLogGroupName", IsEmpty("LogGroupName"));
        _conditions.Add("KeepsLogsForEver", JsonObject.Create(("Fn::Equals", JsonArray.Create(Ref("LogRetentionInDays"), "0"))));
        Resource(LogGroup, "AWS::Logs::LogGroup", new JsonObject.Builder()
            .Add("LogGroupName", If("HasDefaultLogGroupName", Sub(Escaped(logging.LogGroupPrefix) + _pieces[StateMachineSelf]), Ref("LogGroupName")))
            .Add("RetentionInDays", If("KeepsLogsForEver", Ref("AWS::NoValue"), Ref("LogRetentionInDays"))), isKept: true);
        Output("LogGroupName", Ref(LogGroup), "The name of the log group.");
        Output("LogGroupArn", Attribute(LogGroup, "Arn"), "The ARN of the log group.");
    }

    private void AddAlarms()
    {
        if (_manifest.Alarms.Count == 0)
        {
            return;
        }

        _parameters.Add("AlarmActions", JsonObject.Create(
            ("Type", "String"),
            ("Description", "ARNs of further actions of every alarm, such as topics, with commas between; empty for none."),
            ("Default", ""),
            ("AllowedPattern", "^(arn:[^, ]+(,arn:[^, ]+)*)?$")));
        _conditions.Add("HasAlarmActions", JsonObject.Create(("Fn::Not", JsonArray.Create(IsEmpty("AlarmActions")))));
        foreach (var (alarm, words) in AlarmText.Named(_manifest.Alarms))
        {
            var name = Name(alarm.Metric + "Alarm");
            Output(name + "Arn", Attribute(name, "Arn"), $"The ARN of the alarm on {alarm.Metric}.");
            Resource(name, "AWS::CloudWatch::Alarm", new JsonObject.Builder()
                .Add("AlarmName", Sub(_pieces[StateMachineSelf] + "-" + words))
                .Add("AlarmDescription", Sub(Escaped(AlarmText.Describe(alarm)) + " State machine " + _pieces[StateMachineSelf] + "."))
                .Add("Namespace", "AWS/States")
                .Add("MetricName", alarm.Metric)
                .Add("Dimensions", JsonArray.Create(JsonObject.Create(("Name", "StateMachineArn"), ("Value", Ref(Machine)))))
                .Add("Statistic", AlarmText.Statistic(alarm))
                .Add("ComparisonOperator", AlarmText.Operator(alarm))
                .Add("Threshold", alarm.Threshold)
                .Add("Period", alarm.PeriodSeconds)
                .Add("EvaluationPeriods", alarm.EvaluationPeriods)
                .Add("TreatMissingData", "notBreaching")
                .Add("AlarmActions", Actions(alarm)));
        }
    }

    /// <summary>The alarm's own actions and those of the parameter, of which there may be none.</summary>
    private JsonObject Actions(ManifestAlarm alarm)
    {
        List<JsonValue> own = [.. alarm.Actions.Select(action => AlarmText.IsArn(action) ? (JsonValue)action : Resolve("${" + action + "}"))];
        JsonValue further = own.Count == 0
            ? Ref("AlarmActions")
            : JsonObject.Create(("Fn::Join", JsonArray.Create(",", new JsonArray(own.Append(Ref("AlarmActions"))))));
        return If("HasAlarmActions", JsonObject.Create(("Fn::Split", JsonArray.Create(",", further))), own.Count == 0 ? Ref("AWS::NoValue") : new JsonArray(own));
    }

    private void AddDeadLetters()
    {
        if (_manifest.EventRules.Count == 0 && !HasSchedules)
        {
            return;
        }

        const int FourteenDays = 1_209_600;
        Resource(DeadLetters, "AWS::SQS::Queue", new JsonObject.Builder()
            .Add("QueueName", Sub(_pieces[StateMachineSelf] + "-dlq"))
            .Add("MessageRetentionPeriod", FourteenDays)
            .Add("SqsManagedSseEnabled", true), isKept: true);
        Output("DeadLetterQueueArn", Attribute(DeadLetters, "Arn"), "The ARN of the queue with the events that could not start an execution.");
        Output("DeadLetterQueueUrl", Ref(DeadLetters), "The URL of the queue with the events that could not start an execution.");
    }

    private void AddEventRules()
    {
        if (_manifest.EventRules.Count == 0)
        {
            return;
        }

        Role(EventsRole, AssumeRole("events.amazonaws.com", "ArnLike", Sub("arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/*")), "start-execution", Policy(StartExecution()));
        var arns = new List<JsonValue>();
        foreach (var rule in _manifest.EventRules)
        {
            var label = Name(Pascal(rule.Name) + "Rule");
            arns.Add(Attribute(label, "Arn"));
            Output(label + "Arn", Attribute(label, "Arn"), $"The ARN of the event rule {rule.Name}.");
            Resource(label, "AWS::Events::Rule", new JsonObject.Builder()
                .Add("Name", Sub(PrefixPiece + Escaped(rule.Name)))
                .Add("Description", Sub("Starts " + _pieces[StateMachineSelf] + "."))
                .AddIfNotNull("ScheduleExpression", rule.Schedule is null ? null : (JsonValue)rule.Schedule)
                .AddIfNotNull("EventPattern", rule.Pattern is null ? null : Resolve(rule.Pattern))
                .Add("State", EnabledParameter(label, "event rule " + rule.Name, rule.Enabled))
                .Add("Targets", JsonArray.Create(new JsonObject.Builder()
                    .Add("Id", "state-machine")
                    .Add("Arn", Target)
                    .Add("RoleArn", Attribute(EventsRole, "Arn"))
                    .AddIfNotNull("Input", rule.Input is null ? null : Resolve(rule.Input.ToJsonTemplate()))
                    .AddIfNotNull("InputTransformer", rule.InputTemplate is not { } template ? null : JsonObject.Create(
                        ("InputPathsMap", rule.InputPaths ?? JsonObject.Empty),
                        ("InputTemplate", Resolve(template))))
                    .Add("RetryPolicy", RetryPolicy)
                    .Add("DeadLetterConfig", JsonObject.Create(("Arn", Attribute(DeadLetters, "Arn"))))
                    .ToObject())));
        }

        Output("EventsRoleArn", Attribute(EventsRole, "Arn"), "The ARN of the role with which EventBridge starts executions.");
        Resource("DeadLetterQueuePolicy", "AWS::SQS::QueuePolicy", new JsonObject.Builder()
            .Add("Queues", JsonArray.Create(Ref(DeadLetters)))
            .Add("PolicyDocument", Policy(JsonObject.Create(
                ("Sid", "EventBridgeSendsDeadLetters"),
                ("Effect", "Allow"),
                ("Principal", JsonObject.Create(("Service", "events.amazonaws.com"))),
                ("Action", "sqs:SendMessage"),
                ("Resource", Attribute(DeadLetters, "Arn")),
                ("Condition", JsonObject.Create(("ArnEquals", JsonObject.Create(("aws:SourceArn", new JsonArray(arns))))))))));
    }

    private void AddSchedules()
    {
        if (!HasSchedules)
        {
            return;
        }

        Resource(Group, "AWS::Scheduler::ScheduleGroup", new JsonObject.Builder()
            .Add("Name", Sub(PrefixPiece + Escaped(_manifest.DynamicSchedules?.Group ?? source.Name))));
        JsonObject[] grants = [StartExecution(), Allow("SendDeadLetters", ["sqs:SendMessage"], Attribute(DeadLetters, "Arn"))];
        Role(SchedulerRole, AssumeRole("scheduler.amazonaws.com", "ArnEquals", Attribute(Group, "Arn")), "start-execution", Policy(grants));
        foreach (var schedule in _manifest.Schedules)
        {
            var label = Name(Pascal(schedule.Name) + "Schedule");
            Resource(label, "AWS::Scheduler::Schedule", new JsonObject.Builder()
                .Add("Name", Sub(PrefixPiece + Escaped(schedule.Name)))
                .Add("GroupName", Ref(Group))
                .Add("ScheduleExpression", schedule.Expression)
                .Add("ScheduleExpressionTimezone", schedule.TimeZone)
                .Add("State", EnabledParameter(label, "schedule " + schedule.Name, schedule.Enabled))
                .Add("FlexibleTimeWindow", JsonObject.Create(("Mode", "OFF")))
                .Add("Target", new JsonObject.Builder()
                    .Add("Arn", Target)
                    .Add("RoleArn", Attribute(SchedulerRole, "Arn"))
                    .AddIfNotNull("Input", schedule.Input is null ? null : Resolve(schedule.Input.ToJsonTemplate()))
                    .Add("RetryPolicy", RetryPolicy)
                    .Add("DeadLetterConfig", JsonObject.Create(("Arn", Attribute(DeadLetters, "Arn"))))
                    .ToObject()));
        }

        Output("ScheduleGroupName", Ref(Group), "The name of the group of the schedules.");
        Output("SchedulerRoleArn", Attribute(SchedulerRole, "Arn"), "The ARN of the role with which EventBridge Scheduler starts executions; give it to schedules that are created at run time.");
        if (_manifest.DynamicSchedules is null)
        {
            return;
        }

        Resource(CreatorPolicy, "AWS::IAM::ManagedPolicy", new JsonObject.Builder()
            .Add("Description", Sub("Creates schedules that start " + _pieces[StateMachineSelf] + "."))
            .Add("PolicyDocument", Policy(
                Allow(
                    "ManageSchedules",
                    ["scheduler:CreateSchedule", "scheduler:DeleteSchedule", "scheduler:GetSchedule", "scheduler:UpdateSchedule"],
                    Sub("arn:${AWS::Partition}:scheduler:${AWS::Region}:${AWS::AccountId}:schedule/${" + Group + "}/*")),
                JsonObject.Create([
                    .. Allow("PassSchedulerRole", ["iam:PassRole"], Attribute(SchedulerRole, "Arn")).Members.Select(member => (member.Name, member.Value)),
                    ("Condition", JsonObject.Create(("StringEquals", JsonObject.Create(("iam:PassedToService", "scheduler.amazonaws.com")))))]))));
        Output("ScheduleCreatorPolicyArn", Ref(CreatorPolicy), "The ARN of the policy that whoever creates schedules at run time needs; attach it to their role.");
    }

    private JsonObject EnabledParameter(string label, string subject, bool isEnabled)
    {
        var name = Name(label + "State");
        _parameters.Add(name, JsonObject.Create(
            ("Type", "String"),
            ("Description", $"Whether the {subject} starts executions."),
            ("Default", isEnabled ? "ENABLED" : "DISABLED"),
            ("AllowedValues", JsonArray.Create("ENABLED", "DISABLED"))));
        return Ref(name);
    }

    private static JsonObject RetryPolicy => JsonObject.Create(("MaximumEventAgeInSeconds", 3600), ("MaximumRetryAttempts", 10));

    private JsonObject StartExecution() => _manifest.Publish?.Alias is null
        ? Allow("StartExecutions", ["states:StartExecution"], Ref(Machine))
        : Allow("StartExecutions", ["states:StartExecution"], Ref(Machine), Ref(Alias));

    private static JsonObject Allow(string sid, string[] actions, params JsonValue[] resources) => JsonObject.Create(
        ("Sid", sid),
        ("Effect", "Allow"),
        ("Action", new JsonArray(actions.Select(action => (JsonValue)action))),
        ("Resource", new JsonArray(resources)));

    private static JsonObject IsEmpty(string parameter) => JsonObject.Create(("Fn::Equals", JsonArray.Create(Ref(parameter), "")));

    private static JsonObject If(string condition, JsonValue then, JsonValue otherwise) => JsonObject.Create(("Fn::If", JsonArray.Create(condition, then, otherwise)));

    private static JsonObject AssumeRole(string service, string arnTest, JsonValue sourceArn) => Policy(JsonObject.Create(
        ("Effect", "Allow"),
        ("Principal", JsonObject.Create(("Service", service))),
        ("Action", "sts:AssumeRole"),
        ("Condition", JsonObject.Create(
            ("StringEquals", JsonObject.Create(("aws:SourceAccount", Ref("AWS::AccountId")))),
            (arnTest, JsonObject.Create(("aws:SourceArn", sourceArn)))))));

    private static JsonObject Policy(params JsonObject[] statements) => JsonObject.Create(("Version", "2012-10-17"), ("Statement", new JsonArray(statements)));

    private void Role(string name, JsonObject trust, string policyName, JsonObject policy) => Resource(name, "AWS::IAM::Role", new JsonObject.Builder()
        .Add("Description", Sub((name == MachineRole ? "The role of the state machine " : "Starts executions of ") + _pieces[StateMachineSelf] + "."))
        .Add("AssumeRolePolicyDocument", trust)
        .Add("Policies", JsonArray.Create(JsonObject.Create(("PolicyName", policyName), ("PolicyDocument", policy)))));

    private JsonObject Document(string policy) => Policy([.. RolePolicies.Statements(policy).Select(statement => (JsonObject)Resolve(statement, isPolicy: true))]);

    private JsonValue Resolve(string text) => Resolve(Template.Of(text, _pieces.Keys));

    private JsonValue Resolve(Template template)
    {
        var values = template.Parts.Where(part => part.IsKey && _derived.ContainsKey(part.Value)).Select(part => part.Value).Distinct().Select(key => (key, _derived[key])).ToArray();
        return template.OnlyKey is { } key && _derived.TryGetValue(key, out var value) ? value : Of(template, _pieces, values);
    }

    private JsonValue Resolve(JsonValue value, bool isPolicy = false) => value switch
    {
        JsonString text => Resolve(Template.Of(isPolicy ? JsonString.WithSubstitutions(RolePolicies.WithName(text.Value, source.Name, StateMachineSelf)) : text, _pieces.Keys)),
        JsonArray items => new JsonArray(items.Select(item => Resolve(item, isPolicy))),
        JsonObject members => JsonObject.Create([.. members.Members.Select(member => (member.Name, Resolve(member.Value, isPolicy)))]),
        _ => value,
    };

    private void Resource(string name, string type, JsonObject.Builder properties, bool isKept = false)
    {
        var resource = new JsonObject.Builder().Add("Type", type);
        if (isKept)
        {
            resource.Add("DeletionPolicy", "Delete").Add("UpdateReplacePolicy", "Retain");
        }

        _resources.Add(name, resource.Add("Properties", properties.ToObject()).ToObject());
    }

    private void Output(string name, JsonValue value, string description) => _outputs.Add(name, JsonObject.Create(("Description", description), ("Value", value)));

    private string Name(string name)
    {
        var unique = name;
        for (var number = 2; !_names.Add(unique); number++)
        {
            unique = name + number.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    private static string Pascal(string text)
    {
        var result = new StringBuilder();
        var startsWord = true;
        foreach (var c in text)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                result.Append(startsWord ? char.ToUpperInvariant(c) : c);
                startsWord = false;
            }
            else
            {
                startsWord = true;
            }
        }

        return result.ToString();
    }
}
