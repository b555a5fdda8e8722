using System.Globalization;
using Stepwise.Deployment.Manifest;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;
using static Stepwise.Deployment.Terraform.TerraformText;

namespace Stepwise.Deployment.Terraform;

/// <summary>Collects the resources, variables and outputs of one module.</summary>
internal sealed class TerraformModuleBuilder(WorkflowSource source)
{
    public const string ProjectName = "project_name";

    private const string Machine = "aws_sfn_state_machine.this";
    private const int DefaultRetentionDays = 30;
    private const string LookUp = "look_up_resources";

    private readonly WorkflowManifest _manifest = source.Manifest;
    private readonly SortedDictionary<string, SortedDictionary<string, JsonValue>> _resources = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedDictionary<string, JsonValue>> _data = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, JsonValue> _locals = new(StringComparer.Ordinal);
    private readonly List<TerraformVariable> _variables = [];
    private readonly List<TerraformOutput> _outputs = [];
    private readonly TerraformNames _variableNames = new(
        ProjectName, "tags", LookUp, "log_group_name", "log_retention_days", "log_level", "log_include_execution_data", "alarm_actions", "kms_key_arn");

    /// <summary>What each key of a substitution stands for.</summary>
    private readonly SortedDictionary<string, string> _expressions = new(StringComparer.Ordinal)
    {
        ["Partition"] = "data.aws_partition.current.partition",
        ["Region"] = "data.aws_region.current.id",
        ["AccountId"] = "data.aws_caller_identity.current.account_id",
        ["StateMachineName"] = "local.name",
        [StateMachineSelf] = "local.name",
    };

    /// <summary>Stands for the deployed name inside the policies; no key of a user has a colon.</summary>
    private const string StateMachineSelf = ":name";

    public IReadOnlyList<TerraformVariable> DeclaredVariables => _variables;

    /// <summary>Whether there is anything beside the machine that is looked up by its name.</summary>
    public bool LooksUp => _manifest.Functions.Count + _manifest.Topics.Count + _manifest.Queues.Count > 0;

    public IReadOnlyList<TerraformOutput> DeclaredOutputs => _outputs;

    private string Target => _manifest.Publish?.Alias is null ? Machine + ".arn" : "aws_sfn_alias.this.arn";

    private bool HasEvents => _manifest.EventRules.Count > 0;

    private bool HasSchedules => _manifest.Schedules.Count > 0 || _manifest.DynamicSchedules is not null;

    public void Build()
    {
        _data["aws_partition"] = new() { ["current"] = JsonObject.Empty };
        _data["aws_region"] = new() { ["current"] = JsonObject.Empty };
        _data["aws_caller_identity"] = new() { ["current"] = JsonObject.Empty };
        _locals["prefix"] = Expression("var.project_name == \"\" ? \"\" : \"${var.project_name}-\"");
        _locals["name"] = Expression("\"${local.prefix}" + source.Name + "\"");
        // A hyphen follows the project's name.
        var limit = Math.Max(NameLimits.LongestPrefix(source) - 1, 0);
        _variables.Add(new(
            ProjectName, "string", "Comes before the name of everything that the module makes, with a hyphen between; empty for nothing.", "",
            $"can(regex(\"^[0-9A-Za-z_-]{{0,{limit.ToString(CultureInfo.InvariantCulture)}}}$\", var.project_name))",
            $"A project name has at most {limit.ToString(CultureInfo.InvariantCulture)} of the characters A-Z a-z 0-9 - _ here."));
        AddSubstitutions();
        AddStateMachine();
        AddLogging();
        AddAlarms();
        AddDeadLetters();
        AddEventRules();
        AddSchedules();
        _variables.Add(new("tags", "map(string)", "Tags of everything that can have them.", JsonObject.Empty));
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

    private void AddSubstitutions()
    {
        var deployed = _manifest.Functions.Select(item => (item, DeployedKind.Function))
            .Concat(_manifest.Topics.Select(item => (item, DeployedKind.Topic)))
            .Concat(_manifest.Queues.Select(item => (item, DeployedKind.Queue)));
        foreach (var (item, kind) in deployed)
        {
            AddDeployed(item, kind);
        }

        if (LooksUp)
        {
            _variables.Add(new(
                LookUp, "bool", "Whether functions, topics and queues are looked up, so that a plan fails where one is missing. Without it an ARN is made from each name.", JsonBoolean.True));
        }

        var keys = DeclaredSubstitutions.Keys(source);
        var derived = DeclaredSubstitutions.Derived(keys, source.Definition);
        foreach (var key in keys.Where(key => !derived.ContainsKey(key)))
        {
            if (DeclaredSubstitutions.DescriptionOf(key, _manifest) is { } description)
            {
                AddSubstitution(key, description, "^arn:", "an ARN");
            }
            else
            {
                AddSubstitution(key, $"What ${{{key}}} in the definition and its policy stands for.", null, null);
            }
        }

        foreach (var item in derived.Values)
        {
            _expressions[item.Key] = string.Format(CultureInfo.InvariantCulture, "split(\"{0}\", {1})[{2}]", item.Separator, _expressions[item.Source], item.Index);
        }
    }

    private void AddSubstitution(string key, string description, string? pattern, string? meaning)
    {
        if (_expressions.ContainsKey(key))
        {
            return;
        }

        var name = _variableNames.Add(key);
        _expressions[key] = "var." + name;
        _variables.Add(new(
            name, "string", description, null,
            pattern is null ? null : $"can(regex({Quoted(pattern)}, var.{name}))",
            pattern is null ? null : $"The variable {name} must be {meaning}."));
    }

    /// <summary>
    /// A variable that takes a name or an ARN, and what follows from it. The data source has a count that no resource decides, because the ARN may be that of a
    /// function that is made in the same run and is not known while planning.
    /// </summary>
    private void AddDeployed(ManifestResource item, DeployedKind kind)
    {
        var stem = Stem(item.Substitution);
        if (_expressions.ContainsKey(stem + "Arn"))
        {
            return;
        }

        var name = _variableNames.Add(stem);
        var wanted = "local." + name;
        var accountIn = "${data.aws_partition.current.partition}:" + kind.Service + ":${data.aws_region.current.id}:${data.aws_caller_identity.current.account_id}";
        _variables.Add(new(
            name, "string", $"The {kind.Word} {item.Name}, its name or its ARN; without it, what is called so with the project's name before it.", JsonNull.Instance,
            $"var.{name} == null || can(regex({Quoted($"^(?:{kind.NamePattern}|arn:[^:]+:{kind.Service}:.+)$")}, var.{name}))",
            $"The variable {name} must be a {kind.Word}'s name or an ARN of the service {kind.Service}."));
        _locals[name] = Expression($"coalesce(var.{name}, \"${{local.prefix}}{Inside(item.Name)}\")");
        _locals[name + "_arn"] = Expression(
            $"startswith({wanted}, \"arn:\") ? {wanted} : var.{LookUp} ? one(data.{kind.DataSource}.{name}[*].arn) : \"arn:{accountIn}:{kind.ArnBeforeName}${{{wanted}}}\"");
        _expressions[stem + "Arn"] = $"local.{name}_arn";
        if (kind == DeployedKind.Queue)
        {
            // arn:partition:sqs:region:account:name
            _locals[name + "_url"] = Expression(
                $"format(\"https://sqs.%s.${{data.aws_partition.current.dns_suffix}}/%s/%s\", slice(split(\":\", local.{name}_arn), 3, 6)...)");
            _expressions[stem + "Url"] = $"local.{name}_url";
        }

        if (!_data.TryGetValue(kind.DataSource, out var sources))
        {
            sources = new(StringComparer.Ordinal);
            _data[kind.DataSource] = sources;
        }

        sources[name] = JsonObject.Create(
            ("count", Expression($"var.{LookUp} ? 1 : 0")),
            (kind.Key, Expression(kind == DeployedKind.Function ? wanted : $"reverse(split(\":\", {wanted}))[0]")));
    }

    /// <summary>A text within the quotes of an expression.</summary>
    private static string Inside(string text) => Quoted(text) is var quoted ? quoted.Substring(1, quoted.Length - 2) : text;

    /// <summary>The substitution's key without what it stands for of the resource.</summary>
    private static string Stem(string key) =>
        key.EndsWith("Arn", StringComparison.Ordinal) || key.EndsWith("Url", StringComparison.Ordinal) ? key.Substring(0, key.Length - 3) : key;

    private void AddStateMachine()
    {
        var keys = DefinitionText.Keys(source.Definition);
        var values = string.Join(", ", keys.Select(key => key + " = " + _expressions[key]));
        var machine = new JsonObject.Builder()
            .Add("name", Expression("local.name"))
            .Add("type", _manifest.Type)
            .Add("role_arn", Expression("aws_iam_role.state_machine.arn"))
            .Add("definition", Expression($"templatefile(\"${{path.module}}/{source.Name}.asl.json\", {{{values}}})"));
        if (_manifest.Publish is not null)
        {
            machine.Add("publish", true);
        }

        if (_manifest.Logging is not null)
        {
            machine.Add("logging_configuration", JsonObject.Create(
                ("level", Expression("var.log_level")),
                ("include_execution_data", Expression("var.log_include_execution_data")),
                ("log_destination", new TerraformText().Splice("aws_cloudwatch_log_group.state_machine.arn").Text(":*").ToJson())));
        }

        machine.Add("tracing_configuration", JsonObject.Create(("enabled", _manifest.Tracing)));
        if (_manifest.Encryption is { } encryption)
        {
            machine.Add("encryption_configuration", new JsonObject.Builder()
                .Add("type", "CUSTOMER_MANAGED_KMS_KEY")
                .Add("kms_key_id", Resolve(encryption.KmsKeyArn))
                .AddIfNotNull("kms_data_key_reuse_period_seconds", encryption.DataKeyReuseSeconds is { } seconds ? seconds : null)
                .ToObject());
        }

        // Creating a machine checks that its role may deliver logs.
        Resource("aws_sfn_state_machine", "this", machine.Add("tags", Tags).Add("depends_on", JsonArray.Create("aws_iam_role_policy.state_machine")));
        AddRole("state_machine", "states", PolicyStatements(source.Trust), PolicyStatements(WithEncryption()));
        Output("state_machine_arn", Machine + ".arn", "The ARN of the state machine.");
        Output("state_machine_name", Machine + ".name", "The name of the state machine.");
        Output("state_machine_role_arn", "aws_iam_role.state_machine.arn", "The ARN of the machine's role.");
        Output("state_machine_role_name", "aws_iam_role.state_machine.name", "The name of the machine's role, to which further policies can be attached.");
        if (_manifest.Publish is not null)
        {
            Output("state_machine_version_arn", Machine + ".state_machine_version_arn", "The ARN of the version deployed last.");
        }

        if (_manifest.Publish?.Alias is { } alias)
        {
            Resource("aws_sfn_alias", "this", new JsonObject.Builder()
                .Add("name", Of(alias))
                .Add("routing_configuration", JsonObject.Create(
                    ("state_machine_version_arn", Expression(Machine + ".state_machine_version_arn")),
                    ("weight", 100))));
            Output("state_machine_alias_arn", "aws_sfn_alias.this.arn", $"The ARN of the alias {alias}, which points to the version deployed last.");
        }
    }

    private string WithEncryption() => RolePolicies.WithEncryption(source.Policy, _manifest.Encryption);

    private void AddLogging()
    {
        if (_manifest.Logging is not { } logging)
        {
            return;
        }

        _variables.Add(new("log_group_name", "string", "The name of the log group; empty for " + logging.LogGroupPrefix + " and the machine's name.", "",
            "can(regex(\"^[0-9A-Za-z_./#-]{0,512}$\", var.log_group_name))", "A log group's name has at most 512 of the characters A-Z a-z 0-9 _ . / # -."));
        _variables.Add(new("log_retention_days", "number", "How many days log entries are kept; 0 for ever.", logging.RetentionDays ?? DefaultRetentionDays,
            $"contains([{string.Join(", ", Limits.LogRetentionDays)}], var.log_retention_days)", $"CloudWatch Logs keeps entries for 0 (ever), {Limits.LogRetentionText} days."));
        _variables.Add(new("log_level", "string", "Which events are logged.", logging.Level,
            "contains([\"ALL\", \"ERROR\", \"FATAL\", \"OFF\"], var.log_level)", "The level is ALL, ERROR, FATAL or OFF."));
        _variables.Add(new("log_include_execution_data", "bool", "Whether input and output of states are logged. They may hold personal data.", logging.IncludeExecutionData));
        Resource("aws_cloudwatch_log_group", "state_machine", new JsonObject.Builder()
            .Add("name", Expression($"var.log_group_name == \"\" ? \"{Inside(logging.LogGroupPrefix)}${{local.name}}\" : var.log_group_name"))
            .Add("retention_in_days", Expression("var.log_retention_days"))
            .Add("tags", Tags));
        Output("log_group_name", "aws_cloudwatch_log_group.state_machine.name", "The name of the log group.");
        Output("log_group_arn", "aws_cloudwatch_log_group.state_machine.arn", "The ARN of the log group.");
    }

    private void AddAlarms()
    {
        if (_manifest.Alarms.Count == 0)
        {
            return;
        }

        _variables.Add(new("alarm_actions", "list(string)", "ARNs of further actions of every alarm, such as topics.", JsonArray.Empty));
        var names = new List<string>();
        foreach (var (alarm, words) in AlarmText.Named(_manifest.Alarms))
        {
            var label = words.Replace('-', '_');
            names.Add(label);
            var own = string.Join(", ", alarm.Actions.Select(action => AlarmText.IsArn(action) ? Quoted(action) : _expressions[action]));
            Resource("aws_cloudwatch_metric_alarm", label, new JsonObject.Builder()
                .Add("alarm_name", new TerraformText().Splice("local.name").Text("-" + words).ToJson())
                .Add("alarm_description", new TerraformText().Text(AlarmText.Describe(alarm) + " State machine ").Splice("local.name").Text(".").ToJson())
                .Add("namespace", "AWS/States")
                .Add("metric_name", Of(alarm.Metric))
                .Add("dimensions", JsonObject.Create(("StateMachineArn", Expression(Machine + ".arn"))))
                .Add("statistic", AlarmText.Statistic(alarm))
                .Add("comparison_operator", AlarmText.Operator(alarm))
                .Add("threshold", alarm.Threshold)
                .Add("period", alarm.PeriodSeconds)
                .Add("evaluation_periods", alarm.EvaluationPeriods)
                .Add("treat_missing_data", "notBreaching")
                .Add("alarm_actions", Expression(own.Length == 0 ? "var.alarm_actions" : $"concat([{own}], var.alarm_actions)"))
                .Add("tags", Tags));
        }

        Output("alarm_arns", "{" + string.Join(", ", names.Select(name => $"{name} = aws_cloudwatch_metric_alarm.{name}.arn")) + "}", "The ARNs of the alarms, by metric.");
    }

    private void AddDeadLetters()
    {
        if (!HasEvents && !HasSchedules)
        {
            return;
        }

        const int FourteenDays = 1_209_600;
        Resource("aws_sqs_queue", "dead_letters", new JsonObject.Builder()
            .Add("name", new TerraformText().Splice("local.name").Text("-dlq").ToJson())
            .Add("message_retention_seconds", FourteenDays)
            .Add("sqs_managed_sse_enabled", true)
            .Add("tags", Tags));
        Output("dead_letter_queue_arn", "aws_sqs_queue.dead_letters.arn", "The ARN of the queue with the events that could not start an execution.");
        Output("dead_letter_queue_url", "aws_sqs_queue.dead_letters.url", "The URL of the queue with the events that could not start an execution.");
    }

    private void AddEventRules()
    {
        if (!HasEvents)
        {
            return;
        }

        var labels = new TerraformNames();
        var rules = new List<string>();
        foreach (var rule in _manifest.EventRules)
        {
            var label = labels.Add(rule.Name);
            rules.Add(label);
            var enabled = _variableNames.Add(rule.Name + "_enabled");
            _variables.Add(new(enabled, "bool", $"Whether the event rule {rule.Name} starts executions.", rule.Enabled));
            Resource("aws_cloudwatch_event_rule", label, new JsonObject.Builder()
                .Add("name", new TerraformText().Splice("local.prefix").Text(rule.Name).ToJson())
                .Add("description", new TerraformText().Text("Starts ").Splice("local.name").Text(".").ToJson())
                .AddIfNotNull("schedule_expression", rule.Schedule is null ? null : Of(rule.Schedule))
                .AddIfNotNull("event_pattern", rule.Pattern is null ? null : Resolve(rule.Pattern.ToJsonTemplate()))
                .Add("state", Expression($"var.{enabled} ? \"ENABLED\" : \"DISABLED\""))
                .Add("tags", Tags));
            Resource("aws_cloudwatch_event_target", label, new JsonObject.Builder()
                .Add("rule", Expression($"aws_cloudwatch_event_rule.{label}.name"))
                .Add("target_id", "state-machine")
                .Add("arn", Expression(Target))
                .Add("role_arn", Expression("aws_iam_role.events.arn"))
                .AddIfNotNull("input", rule.Input is null ? null : Resolve(rule.Input.ToJsonTemplate()))
                .AddIfNotNull("input_transformer", Transformer(rule))
                .Add("retry_policy", RetryPolicy)
                .Add("dead_letter_config", JsonObject.Create(("arn", Expression("aws_sqs_queue.dead_letters.arn")))));
        }

        AddRole("events", "events", [AssumeRole("events.amazonaws.com", Expression("\"arn:${data.aws_partition.current.partition}:events:${data.aws_region.current.id}:${data.aws_caller_identity.current.account_id}:rule/*\""), "ArnLike")], [StartExecution()]);
        _data["aws_iam_policy_document"]["dead_letters"] = JsonObject.Create(("statement", JsonArray.Create(JsonObject.Create(
            ("sid", "EventBridgeSendsDeadLetters"),
            ("effect", "Allow"),
            ("actions", JsonArray.Create("sqs:SendMessage")),
            ("resources", JsonArray.Create(Expression("aws_sqs_queue.dead_letters.arn"))),
            ("principals", JsonArray.Create(Principal("Service", JsonArray.Create("events.amazonaws.com")))),
            ("condition", JsonArray.Create(Condition("ArnEquals", "aws:SourceArn", new JsonArray(rules.Select(label => Expression($"aws_cloudwatch_event_rule.{label}.arn"))))))))));
        Resource("aws_sqs_queue_policy", "dead_letters", new JsonObject.Builder()
            .Add("queue_url", Expression("aws_sqs_queue.dead_letters.id"))
            .Add("policy", Expression("data.aws_iam_policy_document.dead_letters.json")));
        Output("event_rule_arns", "{" + string.Join(", ", rules.Select(label => $"{label} = aws_cloudwatch_event_rule.{label}.arn")) + "}", "The ARNs of the event rules.");
        Output("events_role_arn", "aws_iam_role.events.arn", "The ARN of the role with which EventBridge starts executions.");
    }

    private JsonObject? Transformer(ManifestEventRule rule)
    {
        if (rule.InputTemplate is not { } template)
        {
            return null;
        }

        var paths = new JsonObject.Builder();
        foreach (var path in rule.InputPaths?.Members ?? [])
        {
            paths.Add(Of(path.Name).Value, Of(((JsonString)path.Value).Value));
        }

        return JsonObject.Create(("input_paths", paths.ToObject()), ("input_template", Resolve(template)));
    }

    private void AddSchedules()
    {
        if (!HasSchedules)
        {
            return;
        }

        Resource("aws_scheduler_schedule_group", "this", new JsonObject.Builder()
            .Add("name", new TerraformText().Splice("local.prefix").Text(_manifest.DynamicSchedules?.Group ?? source.Name).ToJson())
            .Add("tags", Tags));
        var labels = new TerraformNames();
        foreach (var schedule in _manifest.Schedules)
        {
            var label = labels.Add(schedule.Name);
            var enabled = _variableNames.Add(schedule.Name + "_enabled");
            _variables.Add(new(enabled, "bool", $"Whether the schedule {schedule.Name} starts executions.", schedule.Enabled));
            Resource("aws_scheduler_schedule", label, new JsonObject.Builder()
                .Add("name", new TerraformText().Splice("local.prefix").Text(schedule.Name).ToJson())
                .Add("group_name", Expression("aws_scheduler_schedule_group.this.name"))
                .Add("schedule_expression", Of(schedule.Expression))
                .Add("schedule_expression_timezone", Of(schedule.TimeZone))
                .Add("state", Expression($"var.{enabled} ? \"ENABLED\" : \"DISABLED\""))
                .Add("flexible_time_window", JsonObject.Create(("mode", "OFF")))
                .Add("target", new JsonObject.Builder()
                    .Add("arn", Expression(Target))
                    .Add("role_arn", Expression("aws_iam_role.scheduler.arn"))
                    .AddIfNotNull("input", schedule.Input is null ? null : Resolve(schedule.Input.ToJsonTemplate()))
                    .Add("retry_policy", RetryPolicy)
                    .Add("dead_letter_config", JsonObject.Create(("arn", Expression("aws_sqs_queue.dead_letters.arn"))))
                    .ToObject())
                .Add("depends_on", JsonArray.Create("aws_iam_role_policy.scheduler")));
        }

        JsonObject[] grants = [StartExecution(), Allow("SendDeadLetters", ["sqs:SendMessage"], Expression("aws_sqs_queue.dead_letters.arn"))];
        AddRole("scheduler", "schedule", [AssumeRole("scheduler.amazonaws.com", Expression("aws_scheduler_schedule_group.this.arn"), "ArnEquals")], grants);
        Output("schedule_group_name", "aws_scheduler_schedule_group.this.name", "The name of the group of the schedules.");
        Output("scheduler_role_arn", "aws_iam_role.scheduler.arn", "The ARN of the role with which EventBridge Scheduler starts executions; give it to schedules that are created at run time.");
        if (_manifest.DynamicSchedules is null)
        {
            return;
        }

        var schedules = Expression("\"arn:${data.aws_partition.current.partition}:scheduler:${data.aws_region.current.id}:${data.aws_caller_identity.current.account_id}:schedule/${aws_scheduler_schedule_group.this.name}/*\"");
        var pass = new JsonObject.Builder();
        foreach (var member in Allow("PassSchedulerRole", ["iam:PassRole"], Expression("aws_iam_role.scheduler.arn")).Members)
        {
            pass.Add(member.Name, member.Value);
        }

        pass.Add("condition", JsonArray.Create(Condition("StringEquals", "iam:PassedToService", JsonArray.Create("scheduler.amazonaws.com"))));
        _data["aws_iam_policy_document"]["schedule_creator"] = JsonObject.Create(("statement", JsonArray.Create(
            Allow("ManageSchedules", ["scheduler:CreateSchedule", "scheduler:DeleteSchedule", "scheduler:GetSchedule", "scheduler:UpdateSchedule"], schedules),
            pass.ToObject())));
        Resource("aws_iam_policy", "schedule_creator", new JsonObject.Builder()
            .Add("name_prefix", Expression("\"${local.name}-schedule-creator-\""))
            .Add("description", new TerraformText().Text("Creates schedules that start ").Splice("local.name").Text(".").ToJson())
            .Add("policy", Expression("data.aws_iam_policy_document.schedule_creator.json"))
            .Add("tags", Tags));
        Output("schedule_creator_policy_arn", "aws_iam_policy.schedule_creator.arn", "The ARN of the policy that whoever creates schedules at run time needs; attach it to their role.");
        Output("schedule_creator_policy_json", "data.aws_iam_policy_document.schedule_creator.json", "The same policy as a text.");
    }

    private static JsonObject RetryPolicy => JsonObject.Create(("maximum_event_age_in_seconds", 3600), ("maximum_retry_attempts", 10));

    private static JsonString Tags => Expression("var.tags");

    private void AddRole(string label, string purpose, IReadOnlyList<JsonObject> trust, IReadOnlyList<JsonObject> grants)
    {
        if (!_data.TryGetValue("aws_iam_policy_document", out var documents))
        {
            documents = new(StringComparer.Ordinal);
            _data["aws_iam_policy_document"] = documents;
        }

        documents[label + "_trust"] = JsonObject.Create(("statement", new JsonArray(trust)));
        documents[label] = JsonObject.Create(("statement", new JsonArray(grants)));
        var ending = "-" + purpose + "-";
        Resource("aws_iam_role", label, new JsonObject.Builder()
            .Add("name_prefix", Expression($"\"${{substr(local.name, 0, {(38 - ending.Length).ToString(CultureInfo.InvariantCulture)})}}{ending}\""))
            .Add("description", new TerraformText().Text(label == "state_machine" ? "The role of the state machine " : "Starts executions of ").Splice("local.name").Text(".").ToJson())
            .Add("assume_role_policy", Expression($"data.aws_iam_policy_document.{label}_trust.json"))
            .Add("tags", Tags));
        Resource("aws_iam_role_policy", label, new JsonObject.Builder()
            .Add("name", label == "state_machine" ? "tasks" : "start-execution")
            .Add("role", Expression($"aws_iam_role.{label}.id"))
            .Add("policy", Expression($"data.aws_iam_policy_document.{label}.json")));
    }

    private JsonObject StartExecution() => _manifest.Publish?.Alias is null
        ? Allow("StartExecutions", ["states:StartExecution"], Expression(Machine + ".arn"))
        : Allow("StartExecutions", ["states:StartExecution"], Expression(Machine + ".arn"), Expression("aws_sfn_alias.this.arn"));

    private static JsonObject Allow(string sid, string[] actions, params JsonValue[] resources) => JsonObject.Create(
        ("sid", sid),
        ("effect", "Allow"),
        ("actions", new JsonArray(actions.Select(action => (JsonValue)action))),
        ("resources", new JsonArray(resources)));

    private static JsonObject AssumeRole(string service, JsonValue sourceArn, string arnTest) => JsonObject.Create(
        ("effect", "Allow"),
        ("actions", JsonArray.Create("sts:AssumeRole")),
        ("principals", JsonArray.Create(Principal("Service", JsonArray.Create(service)))),
        ("condition", JsonArray.Create(
            Condition("StringEquals", "aws:SourceAccount", JsonArray.Create(Expression("data.aws_caller_identity.current.account_id"))),
            Condition(arnTest, "aws:SourceArn", JsonArray.Create(sourceArn)))));

    private static JsonObject Principal(string type, JsonValue identifiers) => JsonObject.Create(("type", type), ("identifiers", identifiers));

    private static JsonObject Condition(string test, string variable, JsonValue values) => JsonObject.Create(("test", test), ("variable", variable), ("values", values));

    /// <summary>The statements of a policy in the words of <c>aws_iam_policy_document</c>.</summary>
    private List<JsonObject> PolicyStatements(string policy)
    {
        var result = new List<JsonObject>();
        foreach (var statement in RolePolicies.Statements(policy))
        {
            var block = new JsonObject.Builder()
                .AddIfNotNull("sid", statement["Sid"])
                .Add("effect", statement["Effect"] ?? "Allow")
                .Add("actions", Texts(statement["Action"]));
            if (statement["Resource"] is { } resource)
            {
                block.Add("resources", Texts(resource));
            }

            if (statement["Principal"] is JsonObject principals)
            {
                block.Add("principals", new JsonArray(principals.Members.Select(member => Principal(member.Name, Texts(member.Value)))));
            }

            if (statement["Condition"] is JsonObject conditions)
            {
                block.Add("condition", new JsonArray(conditions.Members.SelectMany(test =>
                    ((JsonObject)test.Value).Members.Select(member => Condition(test.Name, Of(member.Name).Value, Texts(member.Value))))));
            }

            result.Add(block.ToObject());
        }

        return result;
    }

    private JsonArray Texts(JsonValue? value) =>
        new(RolePolicies.Texts(value).Select(text => TerraformText.Of(Template.Of(RolePolicies.WithName(text, source.Name, StateMachineSelf), _expressions.Keys), _expressions)));

    private JsonString Resolve(string text) => TerraformText.Of(Template.Of(text, _expressions.Keys), _expressions);

    private void Output(string name, string expression, string description) => _outputs.Add(new(name, expression, description));

    private void Resource(string type, string label, JsonObject.Builder body)
    {
        if (!_resources.TryGetValue(type, out var labels))
        {
            labels = new(StringComparer.Ordinal);
            _resources[type] = labels;
        }

        labels.Add(label, body.ToObject());
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
