using System.Globalization;
using System.Text;
using Stepwise.Deployment.Plan;
using Stepwise.Json;
using Stepwise.StatesLanguage.Permissions;
using Stepwise.StatesLanguage.Vocabulary;
using static Stepwise.Deployment.CloudFormation.CloudFormationText;

namespace Stepwise.Deployment.CloudFormation;

/// <summary>Writes a plan as parameters, resources and outputs of one template.</summary>
internal sealed class CloudFormationWriter : PlanWriter
{
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
    private const string DeadLettersPolicy = "DeadLetterQueuePolicy";
    private const string AlarmActions = "AlarmActions";
    private const string LogGroupName = "LogGroupName";
    private const string LogRetention = "LogRetentionInDays";
    private const string LogLevel = "LogLevel";
    private const string LogData = "LogIncludeExecutionData";

    private readonly bool _isServerless;
    private readonly JsonObject.Builder _parameters = new();
    private readonly JsonObject.Builder _conditions = new();
    private readonly JsonObject.Builder _resources = new();
    private readonly JsonObject.Builder _outputs = new();

    /// <summary>The names of parameters and resources, which must differ from each other.</summary>
    private readonly CloudFormationNames _names = new(
        ProjectName, CloudFormationText.Prefix, Machine, MachineRole, Alias, Version, LogGroup, LogGroupName, LogRetention, LogLevel, LogData, AlarmActions, DeadLetters, DeadLettersPolicy, EventsRole, SchedulerRole, Group, CreatorPolicy);

    /// <summary>The text of each key of the plan within <c>Fn::Sub</c>.</summary>
    private readonly Dictionary<string, string> _pieces;

    /// <summary>The values of the derived keys. An <c>Fn::Sub</c> that uses such a key must define it as a variable.</summary>
    private readonly Dictionary<string, JsonValue> _derived = new(StringComparer.Ordinal);

    private CloudFormationWriter(DeploymentPlan plan, bool isServerless)
        : base(plan)
    {
        _isServerless = isServerless;
        _pieces = new(StringComparer.Ordinal)
        {
            [PlanKeys.Partition] = "${AWS::Partition}",
            [PlanKeys.Region] = "${AWS::Region}",
            [PlanKeys.AccountId] = "${AWS::AccountId}",
            [PlanKeys.StateMachineName] = PrefixPiece + plan.Name,
            [PlanKeys.Name] = PrefixPiece + plan.Name,
            [PlanKeys.Prefix] = PrefixPiece,
            [PlanKeys.MachineArn] = Piece(Machine),
            [PlanKeys.MachineName] = Piece(Machine, "Name"),
            [PlanKeys.MachineRoleArn] = Piece(MachineRole, "Arn"),
            [PlanKeys.MachineRoleName] = Piece(MachineRole),
            [PlanKeys.VersionArn] = Piece(Version),
            [PlanKeys.AliasArn] = Piece(Alias),
            [PlanKeys.LogGroupName] = Piece(LogGroup),
            [PlanKeys.LogGroupArn] = Piece(LogGroup, "Arn"),
            [PlanKeys.DeadLettersArn] = Piece(DeadLetters, "Arn"),
            [PlanKeys.DeadLettersUrl] = Piece(DeadLetters),
            [PlanKeys.EventsRoleArn] = Piece(EventsRole, "Arn"),
            [PlanKeys.AnyEventRule] = InThisRegion("events", "rule/*"),
            [PlanKeys.ScheduleGroupName] = Piece(Group),
            [PlanKeys.ScheduleGroupArn] = Piece(Group, "Arn"),
            [PlanKeys.AnySchedule] = InThisRegion("scheduler", "schedule/" + Piece(Group) + "/*"),
            [PlanKeys.SchedulerRoleArn] = Piece(SchedulerRole, "Arn"),
            [PlanKeys.ScheduleCreatorArn] = Piece(CreatorPolicy),
        };
    }

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="isServerless">Whether to use the Serverless Application Model, which takes the definition from its file.</param>
    /// <returns>The template.</returns>
    public static JsonObject Write(DeploymentPlan plan, bool isServerless) => new CloudFormationWriter(plan, isServerless).Build();

    private JsonObject Build()
    {
        var limit = Plan.ProjectNameLimit.ToString(CultureInfo.InvariantCulture);
        _conditions.Add(HasProjectName, JsonObject.Create(("Fn::Not", JsonArray.Create(IsEmpty(ProjectName)))));
        _parameters.Add(ProjectName, new JsonObject.Builder()
            .Add("Type", "String")
            .Add("Description", "Comes before the name of everything that the stack makes, with a hyphen between; empty for nothing.")
            .Add("Default", "")
            .Add("AllowedPattern", $"^[0-9A-Za-z_-]{{0,{limit}}}$")
            .Add("ConstraintDescription", $"at most {limit} of the characters A-Z a-z 0-9 - _")
            .ToObject());
        AddAll();
        var template = new JsonObject.Builder().Add("AWSTemplateFormatVersion", "2010-09-09");
        if (_isServerless)
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

    /// <summary>Returns the summary. A summary that is too long for CloudFormation is cut, but not inside a character.</summary>
    private JsonString? Description()
    {
        if (Plan.Summary is not { } summary)
        {
            return null;
        }

        var length = Math.Min(summary.Length, Limits.TemplateDescriptionBytes);
        while (length > 0 && (char.IsHighSurrogate(summary[length - 1]) || Encoding.UTF8.GetByteCount(summary.Substring(0, length)) > Limits.TemplateDescriptionBytes))
        {
            length--;
        }

        return new JsonString(summary.Substring(0, length));
    }

    protected override void AddResources(IReadOnlyList<PlannedResource> resources)
    {
        foreach (var item in resources)
        {
            if (item.Kind.IsName)
            {
                AddSubstitution(item.Key, $"The name of the {item.Kind.Word} {item.Name}.", $"^{item.Kind.NamePattern}$");
                continue;
            }

            AddSubstitution(item.ArnKey, $"The ARN of the {item.Kind.Word} {item.Name}.", $"^{item.Kind.ArnPattern}$");
            if (item.Kind.IsUrl)
            {
                AddQueueUrl(item);
            }
        }
    }

    /// <summary>Adds the URL of a queue. Its ARN, <c>arn:partition:sqs:region:account:name</c>, has all the parts of it, and the domain is that of the stack's own partition.</summary>
    private void AddQueueUrl(PlannedResource queue)
    {
        _pieces[queue.Key] = Piece(queue.Key);
        _derived[queue.Key] = Sub("https://sqs.${Region}.${AWS::URLSuffix}/${Account}/${Name}", [("Region", PartOf(3)), ("Account", PartOf(4)), ("Name", PartOf(5))]);

        JsonObject PartOf(int index) => Part(index, ':', Value(queue.ArnKey));
    }

    protected override void AddSubstitutions(IReadOnlyList<PlannedSubstitution> substitutions)
    {
        foreach (var item in substitutions)
        {
            AddSubstitution(
                item.Key,
                item.Description ?? $"What the substitution {item.Key} of the definition and its policy stands for.",
                item.IsArn ? PlannedSubstitution.ArnPattern : item.IsText ? PlannedSubstitution.TextPattern : null,
                item.IsText ? PlannedSubstitution.TextRule : null);
        }
    }

    protected override void AddDerived(IReadOnlyList<DerivedSubstitution> derived)
    {
        foreach (var item in derived)
        {
            _pieces[item.Key] = Piece(item.Key);
            _derived[item.Key] = Part(item.Index, item.Separator, Value(item.Source));
        }
    }

    private static JsonObject Part(int index, char separator, JsonValue text) =>
        JsonObject.Create(("Fn::Select", JsonArray.Create(index, JsonObject.Create(("Fn::Split", JsonArray.Create(separator.ToString(), text))))));

    private void AddSubstitution(string key, string description, string? pattern, string? rule = null)
    {
        if (_pieces.ContainsKey(key))
        {
            return;
        }

        var name = _names.Add(key);
        _pieces[key] = Piece(name);
        _parameters.Add(name, new JsonObject.Builder()
            .Add("Type", "String")
            .Add("Description", description)
            .AddIfNotNull("AllowedPattern", pattern is null ? null : (JsonValue)pattern)
            .AddIfNotNull("ConstraintDescription", rule is null ? null : (JsonValue)rule)
            .ToObject());
    }

    protected override void AddStateMachine(PlannedMachine machine)
    {
        AddRole(MachineRole, machine.Role);
        if (machine.LogGroup is { } logGroup)
        {
            AddLogGroup(logGroup);
        }

        // AWS::Serverless::StateMachine has no property for encryption. A serverless template may also contain the plain resource.
        if (_isServerless && machine.Encryption is null)
        {
            Resource(Machine, "AWS::Serverless::StateMachine", Properties(machine, "Name", "Type", "Role", "Logging", "Tracing")
                .Add("DefinitionUri", ArtifactNames.Definition(Plan.Name)));
        }
        else
        {
            var lines = machine.Definition.TrimEnd('\n').Split('\n').Select(line => (JsonValue)line);
            Resource(Machine, "AWS::StepFunctions::StateMachine", Properties(machine, "StateMachineName", "StateMachineType", "RoleArn", "LoggingConfiguration", "TracingConfiguration")
                .AddIfNotNull("EncryptionConfiguration", Encryption(machine.Encryption))
                .Add("DefinitionString", JsonObject.Create(("Fn::Join", JsonArray.Create("\n", new JsonArray(lines))))));
        }

        AddOutputs(machine.Outputs);
        if (machine.PublishesVersion)
        {
            // Each deployment replaces the version by a new one. Executions of the old version continue.
            Resource(Version, "AWS::StepFunctions::StateMachineVersion", new JsonObject.Builder()
                .Add("StateMachineArn", Value(PlanKeys.MachineArn))
                .Add("StateMachineRevisionId", Attribute(Machine, "StateMachineRevisionId")), isKept: true);
        }

        if (machine.Alias is { } alias)
        {
            Resource(Alias, "AWS::StepFunctions::StateMachineAlias", new JsonObject.Builder()
                .Add("Name", alias)
                .Add("DeploymentPreference", JsonObject.Create(("StateMachineVersionArn", Value(PlanKeys.VersionArn)), ("Type", "ALL_AT_ONCE"))));
        }
    }

    /// <summary>Returns the properties that both types of resource have. The parameters are the names of these properties, which differ.</summary>
    private JsonObject.Builder Properties(PlannedMachine machine, string name, string type, string role, string logging, string tracing)
    {
        var properties = new JsonObject.Builder()
            .Add(name, Value(PlanKeys.Name))
            .Add(type, machine.Type)
            .Add(role, Value(PlanKeys.MachineRoleArn));
        if (machine.LogGroup is not null)
        {
            properties.Add(logging, JsonObject.Create(
                ("Level", Ref(LogLevel)),
                ("IncludeExecutionData", Ref(LogData)),
                ("Destinations", JsonArray.Create(JsonObject.Create(("CloudWatchLogsLogGroup", JsonObject.Create(("LogGroupArn", Value(PlanKeys.LogGroupArn)))))))));
        }

        properties.Add(tracing, JsonObject.Create(("Enabled", machine.Tracing)));
        if (machine.DefinitionKeys.Count > 0)
        {
            properties.Add("DefinitionSubstitutions", JsonObject.Create([.. machine.DefinitionKeys.Select(key => (key, Value(key)))]));
        }

        return properties;
    }

    private JsonObject? Encryption(PlannedEncryption? encryption) => encryption is null
        ? null
        : new JsonObject.Builder()
            .Add("Type", "CUSTOMER_MANAGED_KMS_KEY")
            .Add("KmsKeyId", Resolve(encryption.KeyArn))
            .AddIfNotNull("KmsDataKeyReusePeriodSeconds", encryption.DataKeyReuseSeconds is { } seconds ? seconds : null)
            .ToObject();

    private void AddLogGroup(PlannedLogGroup group)
    {
        AddParameter(LogGroupName, group.Name);
        AddParameter(LogRetention, group.RetentionDays);
        AddParameter(LogLevel, group.Level);
        AddParameter(LogData, group.IncludeExecutionData);
        _conditions.Add("HasDefaultLogGroupName", IsEmpty(LogGroupName));
        _conditions.Add("KeepsLogsForEver", JsonObject.Create(("Fn::Equals", JsonArray.Create(Ref(LogRetention), "0"))));
        Resource(LogGroup, "AWS::Logs::LogGroup", new JsonObject.Builder()
            .Add("LogGroupName", If("HasDefaultLogGroupName", Resolve(Template.Around(group.NamePrefix, PlanKeys.Name, "")), Ref(LogGroupName)))
            .Add("RetentionInDays", If("KeepsLogsForEver", Ref("AWS::NoValue"), Ref(LogRetention))), isKept: true);
        AddOutputs(group.Outputs);
    }

    protected override void AddAlarms(IReadOnlyList<PlannedAlarm> alarms)
    {
        _parameters.Add(AlarmActions, JsonObject.Create(
            ("Type", "String"),
            ("Description", "ARNs of further actions of every alarm, such as topics, with commas between; empty for none."),
            ("Default", ""),
            ("AllowedPattern", "^(arn:[^, ]+(,arn:[^, ]+)*)?$")));
        _conditions.Add("HasAlarmActions", JsonObject.Create(("Fn::Not", JsonArray.Create(IsEmpty(AlarmActions)))));
        foreach (var alarm in alarms)
        {
            var name = _names.Add(alarm.Metric + "Alarm");
            Output(name + "Arn", Attribute(name, "Arn"), $"The ARN of the alarm on {alarm.Metric}.");
            Resource(name, "AWS::CloudWatch::Alarm", new JsonObject.Builder()
                .Add("AlarmName", Resolve(alarm.Name))
                .Add("AlarmDescription", Resolve(alarm.Description))
                .Add("Namespace", "AWS/States")
                .Add("MetricName", alarm.Metric)
                .Add("Dimensions", JsonArray.Create(JsonObject.Create(("Name", "StateMachineArn"), ("Value", Value(PlanKeys.MachineArn)))))
                .Add("Statistic", alarm.Statistic)
                .Add("ComparisonOperator", alarm.Operator)
                .Add("Threshold", alarm.Threshold)
                .Add("Period", alarm.PeriodSeconds)
                .Add("EvaluationPeriods", alarm.EvaluationPeriods)
                .Add("TreatMissingData", "notBreaching")
                .Add("AlarmActions", Actions(alarm)));
        }
    }

    /// <summary>Returns the actions of the alarm and those of the parameter, which may be empty.</summary>
    private JsonObject Actions(PlannedAlarm alarm)
    {
        List<JsonValue> own = [.. alarm.Actions.Select(Resolve)];
        JsonValue further = own.Count == 0
            ? Ref(AlarmActions)
            : JsonObject.Create(("Fn::Join", JsonArray.Create(",", new JsonArray(own.Append(Ref(AlarmActions))))));
        return If("HasAlarmActions", JsonObject.Create(("Fn::Split", JsonArray.Create(",", further))), own.Count == 0 ? Ref("AWS::NoValue") : new JsonArray(own));
    }

    protected override void AddDeadLetters(PlannedDeadLetters queue)
    {
        Resource(DeadLetters, "AWS::SQS::Queue", new JsonObject.Builder()
            .Add("QueueName", Resolve(queue.Name))
            .Add("MessageRetentionPeriod", queue.RetentionSeconds)
            .Add("SqsManagedSseEnabled", true), isKept: true);
        AddOutputs(queue.Outputs);
    }

    protected override void AddEventRules(PlannedEventRules events)
    {
        AddRole(EventsRole, events.Role);
        foreach (var rule in events.Rules)
        {
            var label = _names.Add(CloudFormationNames.Pascal(rule.Id) + "Rule");
            _pieces[PlanKeys.EventRuleArn(rule.Id)] = Piece(label, "Arn");
            Output(label + "Arn", Attribute(label, "Arn"), $"The ARN of the event rule {rule.Id}.");
            Resource(label, "AWS::Events::Rule", new JsonObject.Builder()
                .Add("Name", Resolve(rule.Name))
                .Add("Description", Resolve(rule.Description))
                .AddIfNotNull("ScheduleExpression", rule.Schedule is null ? null : (JsonValue)rule.Schedule)
                .AddIfNotNull("EventPattern", rule.Pattern is null ? null : Resolve(rule.Pattern))
                .Add("State", Enabled(label, rule.Enabled))
                .Add("Targets", JsonArray.Create(new JsonObject.Builder()
                    .Add("Id", "state-machine")
                    .Add("Arn", Value(rule.Target.ArnKey))
                    .Add("RoleArn", Value(rule.Target.RoleKey))
                    .AddIfNotNull("Input", rule.Target.Input is null ? null : Resolve(rule.Target.Input))
                    .AddIfNotNull("InputTransformer", rule.InputTemplate is not { } template ? null : JsonObject.Create(
                        ("InputPathsMap", rule.InputPaths),
                        ("InputTemplate", Resolve(template))))
                    .Add("RetryPolicy", RetryPolicy)
                    .Add("DeadLetterConfig", DeadLetterConfig)
                    .ToObject())));
        }

        AddOutputs(events.Outputs);
        Resource(DeadLettersPolicy, "AWS::SQS::QueuePolicy", new JsonObject.Builder()
            .Add("Queues", JsonArray.Create(Ref(DeadLetters)))
            .Add("PolicyDocument", Document([events.DeadLetters])));
    }

    protected override void AddSchedules(PlannedSchedules schedules)
    {
        Resource(Group, "AWS::Scheduler::ScheduleGroup", new JsonObject.Builder().Add("Name", Resolve(schedules.GroupName)));
        AddRole(SchedulerRole, schedules.Role);
        foreach (var schedule in schedules.Schedules)
        {
            var label = _names.Add(CloudFormationNames.Pascal(schedule.Id) + "Schedule");
            Resource(label, "AWS::Scheduler::Schedule", new JsonObject.Builder()
                .Add("Name", Resolve(schedule.Name))
                .Add("GroupName", Value(PlanKeys.ScheduleGroupName))
                .Add("ScheduleExpression", schedule.Expression)
                .Add("ScheduleExpressionTimezone", schedule.TimeZone)
                .Add("State", Enabled(label, schedule.Enabled))
                .Add("FlexibleTimeWindow", JsonObject.Create(("Mode", "OFF")))
                .Add("Target", new JsonObject.Builder()
                    .Add("Arn", Value(schedule.Target.ArnKey))
                    .Add("RoleArn", Value(schedule.Target.RoleKey))
                    .AddIfNotNull("Input", schedule.Target.Input is null ? null : Resolve(schedule.Target.Input))
                    .Add("RetryPolicy", RetryPolicy)
                    .Add("DeadLetterConfig", DeadLetterConfig)
                    .ToObject()));
        }

        AddOutputs(schedules.Outputs);
        if (schedules.Creator is not { } creator)
        {
            return;
        }

        Resource(CreatorPolicy, "AWS::IAM::ManagedPolicy", new JsonObject.Builder()
            .Add("Description", Resolve(creator.Description))
            .Add("PolicyDocument", Document(creator.Statements)));
        AddOutputs([creator.Output]);
    }

    private static JsonObject RetryPolicy => JsonObject.Create(
        ("MaximumEventAgeInSeconds", PlannedTarget.MaximumEventAgeSeconds),
        ("MaximumRetryAttempts", PlannedTarget.MaximumRetryAttempts));

    private JsonObject DeadLetterConfig => JsonObject.Create(("Arn", Value(PlanKeys.DeadLettersArn)));

    private JsonObject Enabled(string label, PlannedSetting setting)
    {
        var name = _names.Add(label + "State");
        AddParameter(name, setting with { Default = setting.Default is JsonBoolean { Value: true } ? "ENABLED" : "DISABLED", AllowedValues = ["ENABLED", "DISABLED"] });
        return Ref(name);
    }

    private void AddParameter(string name, PlannedSetting setting)
    {
        // CloudFormation has no Boolean parameters.
        var isFlag = setting.Default is JsonBoolean;
        JsonValue[] allowed = isFlag ? ["true", "false"] : [.. setting.AllowedValues];
        _parameters.Add(name, new JsonObject.Builder()
            .Add("Type", setting.Default is JsonNumber ? "Number" : "String")
            .Add("Description", setting.Description)
            .Add("Default", isFlag ? setting.Default.ToJson() : setting.Default)
            .AddIfNotNull("AllowedPattern", setting.Pattern is { } pattern ? (JsonValue)pattern : null)
            .AddIfNotNull("AllowedValues", allowed.Length > 0 ? new JsonArray(allowed) : null)
            .ToObject());
    }

    private static JsonObject IsEmpty(string parameter) => JsonObject.Create(("Fn::Equals", JsonArray.Create(Ref(parameter), "")));

    private static JsonObject If(string condition, JsonValue then, JsonValue otherwise) => JsonObject.Create(("Fn::If", JsonArray.Create(condition, then, otherwise)));

    private void AddRole(string name, PlannedRole role)
    {
        var properties = new JsonObject.Builder()
            .Add("Description", Resolve(role.Description))
            .Add("AssumeRolePolicyDocument", Document(role.Trust));
        if (role.HasPolicy)
        {
            properties.Add("Policies", JsonArray.Create(JsonObject.Create(("PolicyName", role.PolicyName), ("PolicyDocument", Document(role.Grants)))));
        }

        Resource(name, "AWS::IAM::Role", properties);
    }

    private JsonObject Document(IReadOnlyList<PlannedStatement> statements) => JsonObject.Create(("Version", "2012-10-17"), ("Statement", new JsonArray(statements.Select(Statement))));

    private JsonObject Statement(PlannedStatement statement) => new JsonObject.Builder()
        .AddIfNotNull("Sid", statement.Sid is { } sid ? (JsonValue)sid : null)
        .Add("Effect", statement.Effect)
        .AddIfNotNull("Principal", statement.Principals.Count == 0 ? null : JsonObject.Create([.. statement.Principals.Select(principal => (principal.Type, Texts(principal.Identifiers)))]))
        .Add("Action", Texts(statement.Actions))
        .AddIfNotNull("Resource", statement.Resources is { } resources ? Texts(resources) : null)
        .AddIfNotNull("Condition", statement.Conditions.Count == 0 ? null : JsonObject.Create(
            [.. statement.Conditions.GroupBy(condition => condition.Operator, StringComparer.Ordinal)
                .Select(group => (group.Key, (JsonValue)JsonObject.Create([.. group.Select(condition => (condition.Key, Texts(condition.Values)))])))]))
        .ToObject();

    private JsonValue Texts(PlannedTexts texts) => texts.IsList ? new JsonArray(texts.Items.Select(Resolve)) : Resolve(texts.Items[0]);

    private JsonValue Value(string key) => Resolve(Template.Key(key));

    private JsonValue Resolve(Template template)
    {
        var values = template.Parts.Where(part => part.IsKey && _derived.ContainsKey(part.Value)).Select(part => part.Value).Distinct().Select(key => (key, _derived[key])).ToArray();
        return template.OnlyKey is { } key && _derived.TryGetValue(key, out var value) ? value : Of(template, _pieces, values);
    }

    private JsonValue Resolve(JsonValue value) => value switch
    {
        JsonString text => Resolve(Template.Of(text, Plan.Keys)),
        JsonArray items => new JsonArray(items.Select(Resolve)),
        JsonObject members => JsonObject.Create([.. members.Members.Select(member => (member.Name, Resolve(member.Value)))]),
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

    private void AddOutputs(IReadOnlyList<PlannedOutput> outputs)
    {
        foreach (var output in outputs)
        {
            Output(output.Name, Value(output.Key), output.Description);
        }
    }

    private void Output(string name, JsonValue value, string description) => _outputs.Add(name, JsonObject.Create(("Description", description), ("Value", value)));

    private static string Piece(string name) => "${" + name + "}";

    private static string Piece(string resource, string attribute) => Piece(resource + "." + attribute);

    private static string InThisRegion(string service, string resource) => "arn:${AWS::Partition}:" + service + ":${AWS::Region}:${AWS::AccountId}:" + resource;
}
