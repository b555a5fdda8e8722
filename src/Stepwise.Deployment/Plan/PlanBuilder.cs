using Stepwise.Json;
using Stepwise.StatesLanguage.Manifest;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.Plan;

/// <summary>Plans the deployment of one workflow from its compiled files.</summary>
internal sealed class PlanBuilder
{
    private const int DefaultRetentionDays = 30;
    private const int FourteenDays = 1_209_600;

    private readonly WorkflowSource _source;
    private readonly WorkflowManifest _manifest;
    private readonly List<PlannedResource> _resources;

    /// <summary>The keys that a template may name.</summary>
    private readonly HashSet<string> _keys = new(PlanKeys.Predefined, StringComparer.Ordinal);

    public PlanBuilder(WorkflowSource source)
    {
        _source = source;
        _manifest = source.Manifest;
        _resources = [.. _manifest.Resources.Where(item => item.Kind != ResourceKind.Value).Select(item => new PlannedResource(item.Kind, item.Name, item.Substitution))];
    }

    private bool HasSchedules => _manifest.Schedules.Count > 0 || _manifest.DynamicSchedules is not null;

    /// <summary>The key of the ARN that triggers start: the alias if there is one, otherwise the machine.</summary>
    private string TargetKey => _manifest.Publish?.Alias is null ? PlanKeys.MachineArn : PlanKeys.AliasArn;

    public DeploymentPlan Build()
    {
        var definitionKeys = DefinitionText.Keys(_source.Definition);
        var keys = DeclaredSubstitutions.Keys(_source);
        var derived = DeclaredSubstitutions.Derived(keys, _source.Definition);
        _keys.UnionWith(_resources.Select(resource => resource.Key));
        _keys.UnionWith(_resources.Where(resource => !resource.Kind.IsName).Select(resource => resource.ArnKey));
        List<PlannedSubstitution> supplied = [.. keys.Where(key => !derived.ContainsKey(key) && !_keys.Contains(key)).Select(key => DeclaredSubstitutions.Describe(key, _manifest))];
        _keys.UnionWith(keys);
        return new DeploymentPlan
        {
            Name = _source.Name,
            Summary = _manifest.Summary,
            ProjectNameLimit = NameLimits.LongestProjectName(_source),
            Keys = _keys,
            Resources = _resources,
            Substitutions = supplied,
            Derived = [.. derived.Values],
            Machine = Machine(definitionKeys),
            Alarms = [.. AlarmText.Named(_manifest.Alarms).Select(item => Alarm(item.Alarm, item.Words))],
            DeadLetters = _manifest.EventRules.Count > 0 || HasSchedules ? DeadLetters() : null,
            EventRules = _manifest.EventRules.Count > 0 ? EventRules() : null,
            Schedules = HasSchedules ? Schedules() : null,
        };
    }

    private PlannedMachine Machine(IReadOnlyCollection<string> definitionKeys)
    {
        var policies = new RolePolicies(_source.Name, _keys);
        var outputs = new List<PlannedOutput>
        {
            new("StateMachineArn", PlanKeys.MachineArn, "The ARN of the state machine."),
            new("StateMachineName", PlanKeys.MachineName, "The name of the state machine."),
            new("StateMachineRoleArn", PlanKeys.MachineRoleArn, "The ARN of the machine's role."),
            new("StateMachineRoleName", PlanKeys.MachineRoleName, "The name of the machine's role, to which further policies can be attached."),
        };
        if (_manifest.Publish is { } publish)
        {
            outputs.Add(new("StateMachineVersionArn", PlanKeys.VersionArn, "The ARN of the version deployed last."));
            if (publish.Alias is { } alias)
            {
                outputs.Add(new("StateMachineAliasArn", PlanKeys.AliasArn, $"The ARN of the alias {alias}, which points to the version deployed last."));
            }
        }

        return new PlannedMachine
        {
            Type = _manifest.Type,
            Definition = DefinitionText.Escaped(_source.Definition),
            DefinitionKeys = definitionKeys,
            Tracing = _manifest.Tracing,
            Encryption = _manifest.Encryption is { } encryption ? new(Template.Of(encryption.KmsKeyArn, _keys), encryption.DataKeyReuseSeconds) : null,
            LogGroup = _manifest.Logging is { } logging ? LogGroup(logging) : null,
            Role = new(Template.Around("The role of the state machine ", PlanKeys.Name, "."), "tasks", policies.Read(_source.Trust), policies.Read(_source.Policy)),
            PublishesVersion = _manifest.Publish is not null,
            Alias = _manifest.Publish?.Alias,
            Outputs = outputs,
        };
    }

    private static PlannedLogGroup LogGroup(ManifestLogging logging) => new(
        logging.Prefix,
        new("The name of the log group; empty for " + logging.Prefix + " and the machine's name.", "")
        {
            Pattern = "^[0-9A-Za-z_./#-]{0,512}$",
            Message = "A log group's name has at most 512 of the characters A-Z a-z 0-9 _ . / # -.",
        },
        new("How many days log entries are kept; 0 for ever.", logging.RetentionDays ?? DefaultRetentionDays)
        {
            AllowedValues = [.. Limits.LogRetentionDays.Select(day => (JsonValue)day)],
            Message = $"CloudWatch Logs keeps entries for 0 (ever), {Limits.LogRetentionText} days.",
        },
        new("Which events are logged.", logging.Level) { AllowedValues = ["ALL", "ERROR", "FATAL", "OFF"], Message = "The level is ALL, ERROR, FATAL or OFF." },
        new("Whether input and output of states are logged. They may hold personal data.", logging.IncludeExecutionData),
        [
            new("LogGroupName", PlanKeys.LogGroupName, "The name of the log group."),
            new("LogGroupArn", PlanKeys.LogGroupArn, "The ARN of the log group."),
        ]);

    private static PlannedAlarm Alarm(ManifestAlarm alarm, string words) => new()
    {
        Metric = alarm.Metric,
        Words = words,
        Name = Template.Around("", PlanKeys.Name, "-" + words),
        Description = Template.Around(AlarmText.Describe(alarm) + " State machine ", PlanKeys.Name, "."),
        Statistic = AlarmText.Statistic(alarm),
        Operator = AlarmText.Operator(alarm),
        Threshold = alarm.Threshold,
        PeriodSeconds = alarm.PeriodSeconds,
        EvaluationPeriods = alarm.EvaluationPeriods,
        Actions = [.. alarm.Actions.Select(action => ManifestAlarm.IsArn(action) ? Template.Literal(action) : Template.Key(action))],
    };

    private static PlannedDeadLetters DeadLetters() => new(
        Template.Around("", PlanKeys.Name, "-dlq"),
        FourteenDays,
        [
            new("DeadLetterQueueArn", PlanKeys.DeadLettersArn, "The ARN of the queue with the events that could not start an execution."),
            new("DeadLetterQueueUrl", PlanKeys.DeadLettersUrl, "The URL of the queue with the events that could not start an execution."),
        ]);

    private PlannedEventRules EventRules() => new(
        Starter("events.amazonaws.com", "ArnLike", PlanKeys.AnyEventRule),
        [.. _manifest.EventRules.Select(EventRule)],
        new PlannedStatement
        {
            Sid = "EventBridgeSendsDeadLetters",
            Principals = [("Service", PlannedTexts.One("events.amazonaws.com"))],
            Actions = PlannedTexts.One("sqs:SendMessage"),
            Resources = PlannedTexts.Key(PlanKeys.DeadLettersArn),
            Conditions = [("ArnEquals", "aws:SourceArn", PlannedTexts.Keys([.. _manifest.EventRules.Select(rule => PlanKeys.EventRuleArn(rule.Name))]))],
        },
        [new("EventsRoleArn", PlanKeys.EventsRoleArn, "The ARN of the role with which EventBridge starts executions.")]);

    private PlannedEventRule EventRule(ManifestEventRule rule) => new(
        rule.Name,
        Template.Around("", PlanKeys.Prefix, rule.Name),
        Template.Around("Starts ", PlanKeys.Name, "."),
        new($"Whether the event rule {rule.Name} starts executions.", rule.Enabled),
        new(TargetKey, PlanKeys.EventsRoleArn, Input(rule.Input)))
    {
        Schedule = rule.Schedule,
        Pattern = rule.Pattern,
        InputPaths = rule.InputPaths ?? JsonObject.Empty,
        InputTemplate = rule.InputTemplate is { } template ? Template.Of(template, _keys) : null,
    };

    private PlannedSchedules Schedules() => new(
        Template.Around("", PlanKeys.Prefix, _manifest.DynamicSchedules?.Group ?? _source.Name),
        Starter("scheduler.amazonaws.com", "ArnEquals", PlanKeys.ScheduleGroupArn, Allow("SendDeadLetters", ["sqs:SendMessage"], PlanKeys.DeadLettersArn)),
        [
            .. _manifest.Schedules.Select(schedule => new PlannedSchedule(
                schedule.Name,
                Template.Around("", PlanKeys.Prefix, schedule.Name),
                schedule.Expression,
                schedule.TimeZone ?? "UTC",
                new($"Whether the schedule {schedule.Name} starts executions.", schedule.Enabled),
                new(TargetKey, PlanKeys.SchedulerRoleArn, Input(schedule.Input)))),
        ],
        _manifest.DynamicSchedules is null ? null : Creator(),
        [
            new("ScheduleGroupName", PlanKeys.ScheduleGroupName, "The name of the group of the schedules."),
            new("SchedulerRoleArn", PlanKeys.SchedulerRoleArn, "The ARN of the role with which EventBridge Scheduler starts executions; give it to schedules that are created at run time."),
        ]);

    private static PlannedCreatorPolicy Creator() => new(
        Template.Around("Creates schedules that start ", PlanKeys.Name, "."),
        [
            Allow("ManageSchedules", ["scheduler:CreateSchedule", "scheduler:DeleteSchedule", "scheduler:GetSchedule", "scheduler:UpdateSchedule"], PlanKeys.AnySchedule),
            Allow("PassSchedulerRole", ["iam:PassRole"], PlanKeys.SchedulerRoleArn) with
            {
                Conditions = [("StringEquals", "iam:PassedToService", PlannedTexts.One("scheduler.amazonaws.com"))],
            },
        ],
        new("ScheduleCreatorPolicyArn", PlanKeys.ScheduleCreatorArn, "The ARN of the policy that whoever creates schedules at run time needs; attach it to their role."));

    private Template? Input(JsonValue? input) => input is null ? null : Template.Of(input.ToJsonTemplate(), _keys);

    /// <summary>Plans a role with which a service starts executions. Only resources of that service in this account may use it.</summary>
    private PlannedRole Starter(string service, string arnTest, string sourceKey, params PlannedStatement[] further) => new(
        Template.Around("Starts executions of ", PlanKeys.Name, "."),
        "start-execution",
        [
            new PlannedStatement
            {
                Principals = [("Service", PlannedTexts.One(service))],
                Actions = PlannedTexts.One("sts:AssumeRole"),
                Conditions =
                [
                    ("StringEquals", "aws:SourceAccount", PlannedTexts.Key(PlanKeys.AccountId)),
                    (arnTest, "aws:SourceArn", PlannedTexts.Key(sourceKey)),
                ],
            },
        ],
        [
            _manifest.Publish?.Alias is null
                ? Allow("StartExecutions", ["states:StartExecution"], PlanKeys.MachineArn)
                : Allow("StartExecutions", ["states:StartExecution"], PlanKeys.MachineArn, PlanKeys.AliasArn),
            .. further,
        ]);

    private static PlannedStatement Allow(string sid, string[] actions, params string[] resources) => new()
    {
        Sid = sid,
        Actions = PlannedTexts.List(actions),
        Resources = PlannedTexts.Keys(resources),
    };
}
