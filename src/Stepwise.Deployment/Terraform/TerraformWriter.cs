using System.Globalization;
using Stepwise.Deployment.Plan;
using Stepwise.Json;
using Stepwise.StatesLanguage.Permissions;
using Stepwise.StatesLanguage.Vocabulary;
using static Stepwise.Deployment.Terraform.TerraformText;

namespace Stepwise.Deployment.Terraform;

/// <summary>Writes a plan as the resources, variables and outputs of one module.</summary>
internal sealed class TerraformWriter : PlanWriter
{
    public const string ProjectName = "project_name";

    private const string Machine = "aws_sfn_state_machine.this";
    private const string LookUp = "look_up_resources";
    private const string ThisPartition = "${data.aws_partition.current.partition}";
    private const string ThisRegion = "${data.aws_region.current.id}";
    private const string ThisAccount = "${data.aws_caller_identity.current.account_id}";

    private readonly SortedDictionary<string, SortedDictionary<string, JsonValue>> _resources = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedDictionary<string, JsonValue>> _data = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, JsonValue> _locals = new(StringComparer.Ordinal);
    private readonly List<TerraformVariable> _variables = [];
    private readonly List<TerraformOutput> _outputs = [];
    private readonly TerraformNames _variableNames = new(
        ProjectName, "tags", LookUp, "log_group_name", "log_retention_days", "log_level", "log_include_execution_data", "alarm_actions", "kms_key_arn");

    /// <summary>The expression of each key of the plan.</summary>
    private readonly Dictionary<string, string> _expressions = new(StringComparer.Ordinal)
    {
        [PlanKeys.Partition] = "data.aws_partition.current.partition",
        [PlanKeys.Region] = "data.aws_region.current.id",
        [PlanKeys.AccountId] = "data.aws_caller_identity.current.account_id",
        [PlanKeys.StateMachineName] = "local.name",
        [PlanKeys.Name] = "local.name",
        [PlanKeys.Prefix] = "local.prefix",
        [PlanKeys.MachineArn] = Machine + ".arn",
        [PlanKeys.MachineName] = Machine + ".name",
        [PlanKeys.MachineRoleArn] = "aws_iam_role.state_machine.arn",
        [PlanKeys.MachineRoleName] = "aws_iam_role.state_machine.name",
        [PlanKeys.VersionArn] = Machine + ".state_machine_version_arn",
        [PlanKeys.AliasArn] = "aws_sfn_alias.this.arn",
        [PlanKeys.LogGroupName] = "aws_cloudwatch_log_group.state_machine.name",
        [PlanKeys.LogGroupArn] = "aws_cloudwatch_log_group.state_machine.arn",
        [PlanKeys.DeadLettersArn] = "aws_sqs_queue.dead_letters.arn",
        [PlanKeys.DeadLettersUrl] = "aws_sqs_queue.dead_letters.url",
        [PlanKeys.EventsRoleArn] = "aws_iam_role.events.arn",
        [PlanKeys.AnyEventRule] = InThisRegion("events", "rule/*"),
        [PlanKeys.ScheduleGroupName] = "aws_scheduler_schedule_group.this.name",
        [PlanKeys.ScheduleGroupArn] = "aws_scheduler_schedule_group.this.arn",
        [PlanKeys.AnySchedule] = InThisRegion("scheduler", "schedule/${aws_scheduler_schedule_group.this.name}/*"),
        [PlanKeys.SchedulerRoleArn] = "aws_iam_role.scheduler.arn",
        [PlanKeys.ScheduleCreatorArn] = "aws_iam_policy.schedule_creator.arn",
    };

    private TerraformWriter(DeploymentPlan plan)
        : base(plan)
    {
    }

    public IReadOnlyList<TerraformVariable> DeclaredVariables => _variables;

    public IReadOnlyList<TerraformOutput> DeclaredOutputs => _outputs;

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The writer, which returns the content of each file.</returns>
    public static TerraformWriter Write(DeploymentPlan plan)
    {
        var writer = new TerraformWriter(plan);
        writer.AddModule();
        return writer;
    }

    public JsonObject Main() => JsonObject.Create(
        ("data", Sorted(_data)),
        ("locals", Sorted(_locals)),
        ("resource", Sorted(_resources)));

    public JsonObject Variables()
    {
        var all = new JsonObject.Builder();
        foreach (var variable in _variables)
        {
            all.Add(variable.Name, variable.ToJson());
        }

        return JsonObject.Create(("variable", all.ToObject()));
    }

    public JsonObject Outputs()
    {
        var all = new JsonObject.Builder();
        foreach (var output in _outputs)
        {
            all.Add(output.Name, JsonObject.Create(("description", Of(output.Description)), ("value", Expression(output.Expression))));
        }

        return JsonObject.Create(("output", all.ToObject()));
    }

    private void AddModule()
    {
        Add(_data, "aws_partition", "current", JsonObject.Empty);
        Add(_data, "aws_region", "current", JsonObject.Empty);
        Add(_data, "aws_caller_identity", "current", JsonObject.Empty);
        _locals["prefix"] = Expression("var.project_name == \"\" ? \"\" : \"${var.project_name}-\"");
        _locals["name"] = Expression("\"${local.prefix}" + Plan.Name + "\"");
        var limit = Plan.ProjectNameLimit.ToString(CultureInfo.InvariantCulture);
        _variables.Add(new(
            ProjectName, "string", "Comes before the name of everything that the module makes, with a hyphen between; empty for nothing.", "",
            $"can(regex(\"^[0-9A-Za-z_-]{{0,{limit}}}$\", var.project_name))",
            $"A project name has at most {limit} of the characters A-Z a-z 0-9 - _ here."));
        AddAll();
        _variables.Add(new("tags", "map(string)", "Tags of everything that can have them.", JsonObject.Empty));
    }

    protected override void AddResources(IReadOnlyList<PlannedResource> resources)
    {
        foreach (var resource in resources.Where(resource => !_expressions.ContainsKey(resource.Kind.IsName ? resource.Key : resource.ArnKey)))
        {
            AddResource(resource);
        }

        if (resources.Count > 0)
        {
            _variables.Add(new(
                LookUp, "bool", "Whether the resources that the workflow uses are looked up, so that a plan fails where one is missing. Without it an ARN is made from each name.", JsonBoolean.True));
        }
    }

    /// <summary>
    /// Adds a variable for the name or the ARN of a resource, a data source that looks it up, and local values for what its substitutions stand for. The count of the data source depends on
    /// a variable only: the ARN can be that of a resource that is created in the same run, and is then unknown during the plan.
    /// </summary>
    private void AddResource(PlannedResource resource)
    {
        var kind = resource.Kind;
        var name = _variableNames.Add(resource.Stem);
        var wanted = "local." + name;
        _variables.Add(new(
            name, "string", $"The {kind.Word} {resource.Name}, its name or its ARN; without it, what is called so with the project's name before it." + (kind.NeedsLookUp ? $" If {LookUp} is false, it must be the ARN." : ""), JsonNull.Instance,
            $"var.{name} == null || can(regex({Quoted($"^(?:{kind.NamePattern}|{kind.ArnPattern})$")}, var.{name}))",
            $"The variable {name} must be the name or the ARN of {kind.Article} {kind.Word}."));
        var lookUp = TerraformLookUp.Of(kind);
        var found = $"one(data.{lookUp.DataSource}.{name}[*]";
        _locals[name] = Expression($"coalesce(var.{name}, \"${{local.prefix}}{Inside(resource.Name)}\")");
        if (kind.IsName)
        {
            // The name is used in this account and region, so an ARN must be one of this account and region.
            _locals[name + "_name"] = Expression(
                $"startswith({wanted}, \"arn:\") ? regex({ArnOf(kind, "(.+)", "^", "$")}, {wanted})[0] : var.{LookUp} ? {found}.{(kind == ResourceKind.Bucket ? "bucket" : "name")}) : {wanted}");
            _expressions[resource.Key] = $"local.{name}_name";
        }
        else
        {
            // What AWS adds to the name is not known without the look-up, so the value must be an ARN then.
            var made = kind.NeedsLookUp ? $"regex(\"^arn:.+\", {wanted})" : ArnOf(kind, "${" + wanted + "}");
            _locals[name + "_arn"] = Expression($"startswith({wanted}, \"arn:\") ? {wanted} : var.{LookUp} ? {found}.arn) : {made}");
            _expressions[resource.ArnKey] = $"local.{name}_arn";
        }

        if (kind.IsUrl)
        {
            // arn:partition:sqs:region:account:name
            _locals[name + "_url"] = Expression(
                $"format(\"https://sqs.%s.${{data.aws_partition.current.dns_suffix}}/%s/%s\", slice(split(\":\", local.{name}_arn), 3, 6)...)");
            _expressions[resource.Key] = $"local.{name}_url";
        }

        Add(_data, lookUp.DataSource, name, JsonObject.Create([("count", Expression($"var.{LookUp} ? 1 : 0")), .. lookUp.Arguments(wanted)]));
    }

    protected override void AddSubstitutions(IReadOnlyList<PlannedSubstitution> substitutions)
    {
        foreach (var item in substitutions.Where(item => !_expressions.ContainsKey(item.Key)))
        {
            var name = _variableNames.Add(item.Key);
            _expressions[item.Key] = "var." + name;
            var description = item.Description ?? $"What ${{{item.Key}}} in the definition and its policy stands for.";
            _variables.Add(item.IsArn ? new(name, "string", description, null, $"can(regex({Quoted(PlannedSubstitution.ArnPattern)}, var.{name}))", $"The variable {name} must be an ARN.") { Example = "arn:aws:..." }
                : item.IsText ? new(name, "string", description, null, $"can(regex({Quoted(PlannedSubstitution.TextPattern)}, var.{name}))", $"The variable {name} {PlannedSubstitution.TextRule}.")
                : new(name, "string", description));
        }
    }

    protected override void AddDerived(IReadOnlyList<DerivedSubstitution> derived)
    {
        foreach (var item in derived)
        {
            _expressions[item.Key] = string.Format(CultureInfo.InvariantCulture, "split(\"{0}\", {1})[{2}]", item.Separator, _expressions[item.Source], item.Index);
        }
    }

    protected override void AddStateMachine(PlannedMachine machine)
    {
        var values = string.Join(", ", machine.DefinitionKeys.Select(key => key + " = " + _expressions[key]));
        var body = new JsonObject.Builder()
            .Add("name", Expression("local.name"))
            .Add("type", machine.Type)
            .Add("role_arn", Value(PlanKeys.MachineRoleArn))
            .Add("definition", Expression($"templatefile(\"${{path.module}}/{ArtifactNames.Definition(Plan.Name)}\", {{{values}}})"));
        if (machine.PublishesVersion)
        {
            body.Add("publish", true);
        }

        if (machine.LogGroup is not null)
        {
            body.Add("logging_configuration", JsonObject.Create(
                ("level", Expression("var.log_level")),
                ("include_execution_data", Expression("var.log_include_execution_data")),
                ("log_destination", Of(Template.Around("", PlanKeys.LogGroupArn, ":*"), _expressions))));
        }

        body.Add("tracing_configuration", JsonObject.Create(("enabled", machine.Tracing)));
        if (machine.Encryption is { } encryption)
        {
            body.Add("encryption_configuration", new JsonObject.Builder()
                .Add("type", "CUSTOMER_MANAGED_KMS_KEY")
                .Add("kms_key_id", Of(encryption.KeyArn, _expressions))
                .AddIfNotNull("kms_data_key_reuse_period_seconds", encryption.DataKeyReuseSeconds is { } seconds ? seconds : null)
                .ToObject());
        }

        body.Add("tags", Tags);
        if (machine.Role.HasPolicy)
        {
            // When a machine is created, Step Functions checks that its role may deliver logs.
            body.Add("depends_on", JsonArray.Create("aws_iam_role_policy.state_machine"));
        }

        Resource("aws_sfn_state_machine", "this", body);
        AddRole("state_machine", "states", machine.Role);
        AddOutputs(machine.Outputs);
        if (machine.Alias is { } alias)
        {
            Resource("aws_sfn_alias", "this", new JsonObject.Builder()
                .Add("name", Of(alias))
                .Add("routing_configuration", JsonObject.Create(
                    ("state_machine_version_arn", Value(PlanKeys.VersionArn)),
                    ("weight", 100))));
        }

        if (machine.LogGroup is { } group)
        {
            AddLogGroup(group);
        }
    }

    private void AddLogGroup(PlannedLogGroup group)
    {
        AddVariable("log_group_name", group.Name);
        AddVariable("log_retention_days", group.RetentionDays);
        AddVariable("log_level", group.Level);
        AddVariable("log_include_execution_data", group.IncludeExecutionData);
        Resource("aws_cloudwatch_log_group", "state_machine", new JsonObject.Builder()
            .Add("name", Expression($"var.log_group_name == \"\" ? \"{Inside(group.NamePrefix)}${{local.name}}\" : var.log_group_name"))
            .Add("retention_in_days", Expression("var.log_retention_days"))
            .Add("tags", Tags));
        AddOutputs(group.Outputs);
    }

    protected override void AddAlarms(IReadOnlyList<PlannedAlarm> alarms)
    {
        _variables.Add(new("alarm_actions", "list(string)", "ARNs of further actions of every alarm, such as topics.", JsonArray.Empty));
        foreach (var alarm in alarms)
        {
            var own = string.Join(", ", alarm.Actions.Select(action => action.OnlyKey is { } key ? _expressions[key] : Quoted(action.Parts[0].Value)));
            Resource("aws_cloudwatch_metric_alarm", LabelOf(alarm), new JsonObject.Builder()
                .Add("alarm_name", Of(alarm.Name, _expressions))
                .Add("alarm_description", Of(alarm.Description, _expressions))
                .Add("namespace", "AWS/States")
                .Add("metric_name", Of(alarm.Metric))
                .Add("dimensions", JsonObject.Create(("StateMachineArn", Value(PlanKeys.MachineArn))))
                .Add("statistic", alarm.Statistic)
                .Add("comparison_operator", alarm.Operator)
                .Add("threshold", alarm.Threshold)
                .Add("period", alarm.PeriodSeconds)
                .Add("evaluation_periods", alarm.EvaluationPeriods)
                .Add("treat_missing_data", "notBreaching")
                .Add("alarm_actions", Expression(own.Length == 0 ? "var.alarm_actions" : $"concat([{own}], var.alarm_actions)"))
                .Add("tags", Tags));
        }

        AddMap("alarm_arns", "aws_cloudwatch_metric_alarm", alarms.Select(LabelOf), "The ARNs of the alarms, by metric.");

        static string LabelOf(PlannedAlarm alarm) => alarm.Words.Replace('-', '_');
    }

    protected override void AddDeadLetters(PlannedDeadLetters queue)
    {
        Resource("aws_sqs_queue", "dead_letters", new JsonObject.Builder()
            .Add("name", Of(queue.Name, _expressions))
            .Add("message_retention_seconds", queue.RetentionSeconds)
            .Add("sqs_managed_sse_enabled", true)
            .Add("tags", Tags));
        AddOutputs(queue.Outputs);
    }

    protected override void AddEventRules(PlannedEventRules events)
    {
        var names = new TerraformNames();
        var labels = new List<string>();
        foreach (var rule in events.Rules)
        {
            var label = names.Add(rule.Id);
            labels.Add(label);
            _expressions[PlanKeys.EventRuleArn(rule.Id)] = $"aws_cloudwatch_event_rule.{label}.arn";
            Resource("aws_cloudwatch_event_rule", label, new JsonObject.Builder()
                .Add("name", Of(rule.Name, _expressions))
                .Add("description", Of(rule.Description, _expressions))
                .AddIfNotNull("schedule_expression", rule.Schedule is null ? null : Of(rule.Schedule))
                .AddIfNotNull("event_pattern", rule.Pattern is null ? null : Of(Template.Of(rule.Pattern.ToJsonTemplate(), Plan.Keys), _expressions))
                .Add("state", Enabled(rule.Id, rule.Enabled))
                .Add("tags", Tags));
            Resource("aws_cloudwatch_event_target", label, new JsonObject.Builder()
                .Add("rule", Expression($"aws_cloudwatch_event_rule.{label}.name"))
                .Add("target_id", "state-machine")
                .Add("arn", Value(rule.Target.ArnKey))
                .Add("role_arn", Value(rule.Target.RoleKey))
                .AddIfNotNull("input", rule.Target.Input is null ? null : Of(rule.Target.Input, _expressions))
                .AddIfNotNull("input_transformer", Transformer(rule))
                .Add("retry_policy", RetryPolicy)
                .Add("dead_letter_config", DeadLetterConfig));
        }

        AddRole("events", "events", events.Role);
        AddPolicy("dead_letters", [events.DeadLetters]);
        Resource("aws_sqs_queue_policy", "dead_letters", new JsonObject.Builder()
            .Add("queue_url", Expression("aws_sqs_queue.dead_letters.id"))
            .Add("policy", Expression("data.aws_iam_policy_document.dead_letters.json")));
        AddMap("event_rule_arns", "aws_cloudwatch_event_rule", labels, "The ARNs of the event rules.");
        AddOutputs(events.Outputs);
    }

    private JsonObject? Transformer(PlannedEventRule rule)
    {
        if (rule.InputTemplate is not { } template)
        {
            return null;
        }

        var paths = new JsonObject.Builder();
        foreach (var path in rule.InputPaths.Members)
        {
            paths.Add(Of(path.Name).Value, Of(((JsonString)path.Value).Value));
        }

        return JsonObject.Create(("input_paths", paths.ToObject()), ("input_template", Of(template, _expressions)));
    }

    protected override void AddSchedules(PlannedSchedules schedules)
    {
        Resource("aws_scheduler_schedule_group", "this", new JsonObject.Builder()
            .Add("name", Of(schedules.GroupName, _expressions))
            .Add("tags", Tags));
        var labels = new TerraformNames();
        foreach (var schedule in schedules.Schedules)
        {
            Resource("aws_scheduler_schedule", labels.Add(schedule.Id), new JsonObject.Builder()
                .Add("name", Of(schedule.Name, _expressions))
                .Add("group_name", Value(PlanKeys.ScheduleGroupName))
                .Add("schedule_expression", Of(schedule.Expression))
                .Add("schedule_expression_timezone", Of(schedule.TimeZone))
                .Add("state", Enabled(schedule.Id, schedule.Enabled))
                .Add("flexible_time_window", JsonObject.Create(("mode", "OFF")))
                .Add("target", new JsonObject.Builder()
                    .Add("arn", Value(schedule.Target.ArnKey))
                    .Add("role_arn", Value(schedule.Target.RoleKey))
                    .AddIfNotNull("input", schedule.Target.Input is null ? null : Of(schedule.Target.Input, _expressions))
                    .Add("retry_policy", RetryPolicy)
                    .Add("dead_letter_config", DeadLetterConfig)
                    .ToObject())
                .Add("depends_on", JsonArray.Create("aws_iam_role_policy.scheduler")));
        }

        AddRole("scheduler", "schedule", schedules.Role);
        AddOutputs(schedules.Outputs);
        if (schedules.Creator is not { } creator)
        {
            return;
        }

        AddPolicy("schedule_creator", creator.Statements);
        Resource("aws_iam_policy", "schedule_creator", new JsonObject.Builder()
            .Add("name_prefix", Expression("\"${local.name}-schedule-creator-\""))
            .Add("description", Of(creator.Description, _expressions))
            .Add("policy", Expression("data.aws_iam_policy_document.schedule_creator.json"))
            .Add("tags", Tags));
        AddOutputs([creator.Output]);
        _outputs.Add(new("schedule_creator_policy_json", "data.aws_iam_policy_document.schedule_creator.json", "The same policy as a text."));
    }

    private static JsonObject RetryPolicy => JsonObject.Create(
        ("maximum_event_age_in_seconds", PlannedTarget.MaximumEventAgeSeconds),
        ("maximum_retry_attempts", PlannedTarget.MaximumRetryAttempts));

    private JsonObject DeadLetterConfig => JsonObject.Create(("arn", Value(PlanKeys.DeadLettersArn)));

    private static JsonString Tags => Expression("var.tags");

    private void AddRole(string label, string purpose, PlannedRole role)
    {
        AddPolicy(label + "_trust", role.Trust);
        var ending = "-" + purpose + "-";
        Resource("aws_iam_role", label, new JsonObject.Builder()
            .Add("name_prefix", Expression($"\"${{substr(local.name, 0, {(38 - ending.Length).ToString(CultureInfo.InvariantCulture)})}}{ending}\""))
            .Add("description", Of(role.Description, _expressions))
            .Add("assume_role_policy", Expression($"data.aws_iam_policy_document.{label}_trust.json"))
            .Add("tags", Tags));
        if (!role.HasPolicy)
        {
            return;
        }

        AddPolicy(label, role.Grants);
        Resource("aws_iam_role_policy", label, new JsonObject.Builder()
            .Add("name", role.PolicyName)
            .Add("role", Expression($"aws_iam_role.{label}.id"))
            .Add("policy", Expression($"data.aws_iam_policy_document.{label}.json")));
    }

    private void AddPolicy(string label, IReadOnlyList<PlannedStatement> statements) => Add(_data, "aws_iam_policy_document", label, TerraformPolicy.Write(statements, _expressions));

    private JsonString Enabled(string id, PlannedSetting setting)
    {
        var name = _variableNames.Add(id + "_enabled");
        AddVariable(name, setting);
        return Expression($"var.{name} ? \"ENABLED\" : \"DISABLED\"");
    }

    private void AddVariable(string name, PlannedSetting setting)
    {
        var type = setting.Default.Kind switch
        {
            JsonKind.Number => "number",
            JsonKind.Boolean => "bool",
            _ => "string",
        };
        var condition = setting switch
        {
            { Pattern: { } pattern } => $"can(regex({Quoted(pattern)}, var.{name}))",
            { AllowedValues.Count: > 0 } => $"contains([{string.Join(", ", setting.AllowedValues.Select(value => value.ToJson()))}], var.{name})",
            _ => null,
        };
        _variables.Add(new(name, type, setting.Description, setting.Default, condition, setting.Message));
    }

    private void AddOutputs(IReadOnlyList<PlannedOutput> outputs)
    {
        foreach (var output in outputs)
        {
            _outputs.Add(new(TerraformNames.Snake(output.Name), _expressions[output.Key], output.Description));
        }
    }

    /// <summary>Adds an output that maps the labels of several resources of one type to their ARNs.</summary>
    private void AddMap(string name, string type, IEnumerable<string> labels, string description) =>
        _outputs.Add(new(name, "{" + string.Join(", ", labels.Select(label => $"{label} = {type}.{label}.arn")) + "}", description));

    private JsonString Value(string key) => Expression(_expressions[key]);

    /// <summary>Returns a string literal: the ARN of a resource in the account and region of the deployment.</summary>
    private static string InThisRegion(string service, string resource) => "\"arn:" + ThisPartition + ":" + service + ":" + ThisRegion + ":" + ThisAccount + ":" + resource + "\"";

    /// <summary>Returns a string literal: the ARN of a resource that a workflow uses, in the account and region of the deployment, with texts around it.</summary>
    private static string ArnOf(ResourceKind kind, string resourceName, string before = "", string after = "") => "\"" + before + kind.Arn(ThisPartition, ThisRegion, ThisAccount, resourceName) + after + "\"";

    /// <summary>Returns a text for use inside the quotes of a string literal.</summary>
    private static string Inside(string text) => Quoted(text) is var quoted ? quoted.Substring(1, quoted.Length - 2) : text;

    private void Resource(string type, string label, JsonObject.Builder body) => Add(_resources, type, label, body.ToObject());

    private static void Add(SortedDictionary<string, SortedDictionary<string, JsonValue>> groups, string type, string label, JsonObject body)
    {
        if (!groups.TryGetValue(type, out var labels))
        {
            labels = new(StringComparer.Ordinal);
            groups[type] = labels;
        }

        labels.Add(label, body);
    }

    private static JsonObject Sorted(SortedDictionary<string, SortedDictionary<string, JsonValue>> groups)
    {
        var result = new JsonObject.Builder();
        foreach (var group in groups)
        {
            result.Add(group.Key, Sorted(group.Value));
        }

        return result.ToObject();
    }

    private static JsonObject Sorted(SortedDictionary<string, JsonValue> values)
    {
        var result = new JsonObject.Builder();
        foreach (var value in values)
        {
            result.Add(value.Key, value.Value);
        }

        return result.ToObject();
    }
}
