using System.Globalization;
using Stepwise.Deployment.Diagram;
using Stepwise.Deployment.Manifest;
using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Cost;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.Deployment.Documentation;

/// <summary>Writes the document of a workflow: what a person must know who operates it. All of it comes from the definition, the manifest and the schemas, so that it is never out of date.</summary>
public static class LivingDocument
{
    /// <summary>Writes the document.</summary>
    /// <param name="source">The definition and what is known beside it.</param>
    /// <returns>Markdown with a final line break; the same for the same source.</returns>
    public static string Write(DocumentSource source)
    {
        if (source is null)
        {
            throw new ArgumentNullException(nameof(source));
        }

        var text = new Markdown();
        Head(text, source);
        StatesTable(text, source);
        ErrorHandling(text, source);
        Data(text, source);
        Permissions(text, source);
        Surroundings(text, source);
        Cost(text, source);
        Troubleshooting(text, source);
        Operation(text, source);
        return text.ToString();
    }

    private static void Head(Markdown text, DocumentSource source)
    {
        var (machine, manifest) = (source.Machine, source.Manifest);
        text.Heading(1, source.Name);
        if ((manifest?.Summary ?? machine.Comment) is { } summary)
        {
            text.Paragraph(Markdown.Text(summary));
        }

        text.Paragraph("This document is written by the build from the workflow's source. Change the source, not this file.");
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { "Type", IsExpress(source) ? "Express" : "Standard" },
            new[] { "Query language", manifest?.QueryLanguage ?? (machine.QueryLanguage == QueryLanguage.Jsonata ? "JSONata" : "JSONPath") },
            new[] { "Longest time of an execution", machine.TimeoutSeconds is { } seconds ? DiagramText.OfDuration(seconds) : "no limit of its own" },
            new[] { "States", machine.States.Count.ToString(CultureInfo.InvariantCulture) },
            new[] { "Starts at", Markdown.Text(machine.StartAt) },
        };
        if (manifest is { Class.Length: > 0 })
        {
            rows.Add(new[] { "Source", Markdown.Code(manifest.Class) });
        }

        text.Table(["", ""], rows);
        text.Heading(2, "Diagram");
        text.Paragraph("![The states of " + Markdown.Text(source.Name) + "](" + Uri.EscapeDataString(source.Name) + ".svg)");
        text.Paragraph("The same as text:");
        text.Block("mermaid", MermaidDiagram.Write(machine));
        text.Paragraph("Main path: " + string.Join(" → ", MainPath.Of(machine).Select(Markdown.Text)) + ".");
    }

    private static void StatesTable(Markdown text, DocumentSource source)
    {
        text.Heading(2, "States");
        var known = Described(source);
        text.Table(
            ["State", "Type", "Purpose", "Reads", "Writes", "Timeout", "On to"],
            AllStates(source.Machine).Select(item => (IReadOnlyList<string>)
            [
                item.Path + Markdown.Text(item.State.Name),
                TypeOf(item.State, known),
                Purpose(item.State, known) is { Length: > 0 } purpose ? Markdown.Text(purpose) : "",
                known.TryGetValue(item.State.Name, out var state) ? Markdown.Codes(state.Reads) : "",
                state is not null ? Markdown.Codes(state.Writes) : WrittenBy(item.State),
                StateText.TimeoutOf(item.State) + (StateText.HeartbeatOf(item.State) is { Length: > 0 } heartbeat ? ", heartbeat " + heartbeat : ""),
                StateText.NextOf(item.State),
            ]));
        if (source.Manifest?.States.Where(state => !state.Analysed).Select(state => state.Name).ToList() is { Count: > 0 } raw)
        {
            text.Paragraph("Written by hand and not analysed: " + string.Join(", ", raw.Select(Markdown.Text)) + ".");
        }
    }

    private static void ErrorHandling(Markdown text, DocumentSource source)
    {
        text.Heading(2, "Error handling");
        var failing = AllStates(source.Machine).Where(item => StateText.CanFail(item.State)).ToList();
        if (failing.Count == 0)
        {
            text.Paragraph("No state of this machine calls anything that can fail.");
            return;
        }

        text.Table(
            ["State", "Retry", "Catch"],
            failing.Select(item => (IReadOnlyList<string>)
            [
                item.Path + Markdown.Text(item.State.Name),
                Or(string.Join("; ", StateText.RetriesOf(item.State).Select(StateText.Of)), "none"),
                Or(string.Join("; ", Transition.Of(item.State).Where(transition => transition.Kind == TransitionKind.Catch).Select(transition => StateText.Errors(transition.Errors) + ": " + Markdown.Text(transition.To))), "none: the execution fails"),
            ]));
        if (source.Manifest?.States.Where(state => state.CatchExempt).Select(state => state.Name).ToList() is { Count: > 0 } exempt)
        {
            text.Paragraph("Exempt from the workflow's own Catch, because only that leads to them: " + string.Join(", ", exempt.Select(Markdown.Text)) + ". If one of these fails, the execution fails with its error.");
        }

        text.Paragraph("A caught error has the members `Error` (its name) and `Cause` (what happened). A failure in a Choice, Pass, Wait or Succeed state cannot be caught.");
    }

    private static void Data(Markdown text, DocumentSource source)
    {
        text.Heading(2, "Input and output");
        if (source.InputSchema is { } input)
        {
            text.Paragraph("An execution's input, for example:");
            text.Block("json", SchemaExample.Of(input).ToJson(indented: true));
        }

        if (source.OutputSchema is { } output)
        {
            text.Paragraph("Its output on success, for example" + (HasEarlyEnds(source) ? " (an early end has only a part of it)" : "") + ":");
            text.Block("json", SchemaExample.Of(output).ToJson(indented: true));
        }

        var failures = source.Machine.States.OfType<FailState>().ToList();
        if (failures.Count > 0)
        {
            text.Paragraph("On failure the execution has an error and a cause instead:");
            text.Table(["Ends in", "Error", "Cause"], failures.Select(state => (IReadOnlyList<string>)[Markdown.Text(state.Name), ValueOf(state.Error, state.ErrorPath), ValueOf(state.Cause, state.CausePath)]));
        }

        if (source.Manifest is { Values.Count: > 0 } manifest)
        {
            text.Paragraph("Values that states read and write:");
            text.Table(["Value", "Type", "Comes from"], manifest.Values.Select(value => (IReadOnlyList<string>)[Markdown.Code(value.Name), Markdown.Code(value.Type), OriginOf(value, manifest)]));
        }
        else if (source.InputSchema is null && source.OutputSchema is null && failures.Count == 0)
        {
            text.Paragraph("No schemas are known.");
        }
    }

    private static void Permissions(Markdown text, DocumentSource source)
    {
        text.Heading(2, "Permissions");
        var policy = RolePolicy.For(source.Machine, new() { Logging = source.Manifest?.Logging is { Level: not "OFF" }, Tracing = source.Manifest?.Tracing ?? false });
        var granted = policy.Notes.Where(note => note.Kind == PermissionNoteKind.Granted).ToList();
        text.Paragraph("The role of the state machine may do this and no more; only Step Functions may take it on, for this machine of this account.");
        if (policy.Notes.Count == 0)
        {
            text.Paragraph("Nothing: no state calls a service.");
            return;
        }

        text.Table(
            ["Action", "Resource", "Needed by", "Reason"],
            granted.GroupBy(note => (note.Action, note.Resource, note.Reason)).Select(group => (IReadOnlyList<string>)
            [
                Markdown.Code(group.Key.Action),
                Markdown.Code(group.Key.Resource),
                string.Join(", ", group.Select(note => note.State is null ? "the machine" : Markdown.Text(note.State)).Distinct()),
                Markdown.Text(group.Key.Reason),
            ]));
        var doubts = policy.Notes.Where(note => note.Kind != PermissionNoteKind.Granted).ToList();
        if (doubts.Count > 0)
        {
            text.Paragraph("To look at:");
            text.Items(doubts.Select(note => (note.State is null ? "" : Markdown.Text(note.State) + ": ") + Markdown.Code(note.Action) + (note.Resource.Length == 0 ? "" : " on " + Markdown.Code(note.Resource)) + ". " + Markdown.Text(note.Reason)).Distinct());
        }
    }

    private static void Surroundings(Markdown text, DocumentSource source)
    {
        if (source.Manifest is not { } manifest)
        {
            return;
        }

        var resources = manifest.Functions.Select(item => ("Lambda function", item)).Concat(manifest.Topics.Select(item => ("SNS topic", item))).Concat(manifest.Queues.Select(item => ("SQS queue", item))).ToList();
        if (resources.Count > 0)
        {
            text.Heading(2, "Resources");
            text.Paragraph("What must exist, and the substitution in the definition that names it:");
            text.Table(["Kind", "Name", "Substitution", "Used by"], resources.Select(pair => (IReadOnlyList<string>)[pair.Item1, Markdown.Code(pair.item.Name), Markdown.Code("${" + pair.item.Substitution + "}"), string.Join(", ", pair.item.States.Select(Markdown.Text))]));
        }

        text.Heading(2, "Logging, alarms and triggers");
        var items = new List<string>
        {
            manifest.Logging is { Level: not "OFF" } logging
                ? "Executions are logged to the log group `" + Markdown.Text(logging.LogGroupPrefix) + "{project_name}-" + Markdown.Text(source.Name) + "`, level " + logging.Level
                    + (logging.RetentionDays is { } days ? string.Format(CultureInfo.InvariantCulture, ", kept for {0} days", days) : "")
                    + (logging.IncludeExecutionData ? ". **Input and output of states are logged too**: personal data in them, such as phone numbers, is then in the log." : ", without input and output of states.")
                : "Executions are not logged.",
            manifest.Tracing ? "Executions are traced with X-Ray." : "Executions are not traced.",
        };
        if (manifest.Encryption is { } encryption)
        {
            items.Add("Definition and history are encrypted with the key " + Markdown.Code(encryption.KmsKeyArn) + ".");
        }

        foreach (var alarm in manifest.Alarms)
        {
            items.Add("Alarm on " + Markdown.Code(alarm.Metric) + ": " + Threshold(alarm) + string.Format(CultureInfo.InvariantCulture, " within {0}", DiagramText.OfDuration((long)alarm.PeriodSeconds * alarm.EvaluationPeriods))
                + (alarm.Actions.Count == 0 ? "." : "; notifies " + Markdown.Codes(alarm.Actions.Select(key => "${" + key + "}")) + ".")
                + (alarm.Metric == "ExecutionTime" ? " The metric is published when an execution closes: one that hangs is only caught by the machine's timeout, as `ExecutionsTimedOut`." : ""));
        }

        foreach (var schedule in manifest.Schedules)
        {
            items.Add("Schedule " + Markdown.Code(schedule.Name) + ": " + Markdown.Code(schedule.Expression) + " (" + Markdown.Text(schedule.TimeZone) + ")" + (schedule.Enabled ? "" : ", **disabled** when deployed") + Input(schedule.Input) + ".");
        }

        foreach (var rule in manifest.EventRules)
        {
            var what = rule.Schedule is { } expression ? Markdown.Code(expression) : "events that match " + Markdown.Code(rule.Pattern?.ToJson() ?? "");
            items.Add("EventBridge rule " + Markdown.Code(rule.Name) + ": " + what + (rule.Enabled ? "" : ", **disabled** when deployed") + Input(rule.Input)
                + (rule.InputTemplate is { } template ? ", with the input " + Markdown.Code(template) + " of " + Markdown.Code(rule.InputPaths?.ToJson() ?? "{}") : "") + ".");
        }

        if (manifest.DynamicSchedules is { } dynamic)
        {
            items.Add("Schedules made at run time are in the group " + Markdown.Code(dynamic.Group) + " of EventBridge Scheduler, for example `at(2024-01-15T10:00:00)` with the input of one execution.");
        }

        if (manifest.Schedules.Count + manifest.EventRules.Count > 0 || manifest.DynamicSchedules is not null)
        {
            items.Add("EventBridge has a role of its own that may start executions of this machine and nothing else.");
        }

        if (manifest.Publish is { } publish)
        {
            items.Add("Each deployment publishes a version" + (publish.Alias is { } alias ? ", to which the alias " + Markdown.Code(alias) + " points." : "."));
        }

        text.Items(items);
    }

    private static void Cost(Markdown text, DocumentSource source)
    {
        text.Heading(2, "Cost and limits");
        if (IsExpress(source))
        {
            text.Paragraph("An Express machine is paid by requests, time and memory, not by state transitions. An execution may take five minutes at most.");
            return;
        }

        var estimate = CostEstimate.Of(source.Machine);
        text.Paragraph("A Standard machine is paid by state transitions: US$ 0.025 for 1,000 in most regions, after 4,000 free ones a month. Waiting costs nothing. Each retry is one more transition.");
        text.Table(
            ["Path", "Ends in", "Transitions", "1,000 executions"],
            estimate.Paths.Select(path => (IReadOnlyList<string>)
            [
                path.Kind switch { ExecutionPathKind.Main => "main path", ExecutionPathKind.EarlyEnd => "early end", _ => "failure, at least" },
                Markdown.Text(path.States[path.States.Count - 1]),
                Number(path.Transitions) + (path.TransitionsPerItem == 0 ? "" : ", and " + Number(path.TransitionsPerItem) + " for each item"),
                "US$ " + path.PricePerThousand.ToString("0.000", CultureInfo.InvariantCulture),
            ]));
        if (estimate.Loops.Count == 0)
        {
            return;
        }

        text.Paragraph("Loops add their transitions with each further turn. A history holds 25,000 events, and an execution fails with the next one; a long loop must go on in a new execution before that.");
        text.Table(
            ["Loop", "Transitions a turn", "Events a turn", "History full after"],
            estimate.Loops.Select(loop => (IReadOnlyList<string>)
            [
                string.Join(" → ", loop.States.Select(Markdown.Text)),
                Number(loop.Transitions),
                Number(loop.Events),
                "about " + Number(loop.TurnsToHistoryLimit) + " turns" + (loop.SecondsToHistoryLimit is { } seconds ? ", " + About(seconds) + " of waiting" : loop.Seconds is 0 ? ", which do not wait" : ""),
            ]));
        var tips = new List<string>();
        if (estimate.Loops.Any(loop => loop.Seconds is > 0))
        {
            tips.Add("Wait as long as the work allows: half as many turns cost half as much and fill the history half as fast.");
        }

        tips.Add("Batch the work of a turn, so that fewer turns are needed.");
        tips.Add("For many short executions without long waits an Express machine is cheaper.");
        text.Items(tips);
    }

    private static void Troubleshooting(Markdown text, DocumentSource source)
    {
        text.Heading(2, "Troubleshooting");
        var machine = source.Machine;
        var known = Described(source);
        foreach (var failure in machine.States.OfType<FailState>())
        {
            text.Heading(3, "An execution ended in " + failure.Name);
            if (Purpose(failure, known) is { Length: > 0 } purpose)
            {
                text.Paragraph(Markdown.Text(purpose));
            }

            text.Paragraph("Error " + ValueOf(failure.Error, failure.ErrorPath) + ", cause " + ValueOf(failure.Cause, failure.CausePath) + ". What leads there:");
            text.Items(LeadsTo(failure.Name, machine, known));
        }

        foreach (var state in machine.States.Where(state => state is PassState or TaskState or WaitState && IsOnlyForErrors(state, machine) && !LeadsToFailure(state, machine)))
        {
            text.Heading(3, "An execution went through " + state.Name);
            text.Paragraph((Purpose(state, known) is { Length: > 0 } purpose ? Markdown.Text(purpose) + " " : "") + "The execution went on after an error. What leads there:");
            text.Items(LeadsTo(state.Name, machine, known));
        }

        foreach (var loop in CostEstimate.Of(machine).Loops)
        {
            text.Heading(3, "An execution does not leave " + string.Join(" → ", loop.States));
            text.Items(loop.States.Select(machine.Find).SelectMany(state => state switch
            {
                ChoiceState choice => Transition.Of(choice).Where(way => !loop.States.Contains(way.To)).Select(way => Markdown.Text(choice.Name) + " leaves the loop to " + Markdown.Text(way.To) + (way.Kind == TransitionKind.Rule ? " when " + StateText.Condition(way.Rule) : " when no rule holds")),
                TaskState task => ["Look at the last output of " + Markdown.Text(task.Name) + LookAt(task, known)],
                _ => Enumerable.Empty<string>(),
            }).Append("Is the work that the loop waits for being done at all? Nothing here would notice that it is not."));
        }

        text.Heading(3, "Everywhere else");
        text.Items(
        [
            "`get-execution-history` with `--reverse-order` shows the failed state, its input and its error first.",
            "`States.Timeout`: the task took longer than its timeout; see the table of states." + (machine.TimeoutSeconds is { } seconds ? " An execution is stopped after " + DiagramText.OfDuration(seconds) + " and is then `TIMED_OUT`; no Catch sees that." : ""),
            "`States.Runtime`: the data had not the shape that a state reads. It is not retried, and no Catch sees it.",
        ]);
    }

    private static IEnumerable<string> LeadsTo(string name, StateMachine machine, Dictionary<string, ManifestState> known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { name };
        var open = new Queue<string>();
        open.Enqueue(name);
        while (open.Count > 0)
        {
            var target = open.Dequeue();
            foreach (var state in machine.States)
            {
                foreach (var way in Transition.Of(state).Where(way => way.To == target))
                {
                    switch (way.Kind)
                    {
                        case TransitionKind.Catch:
                            yield return Markdown.Text(state.Name) + " failed (" + StateText.Errors(way.Errors) + ")" + (target == name ? "" : ", by way of " + Markdown.Text(target)) + LookAt(state, known);
                            break;
                        case TransitionKind.Rule:
                            yield return Markdown.Text(state.Name) + ": " + StateText.Condition(way.Rule) + Before(state, machine);
                            break;
                        case TransitionKind.Default:
                            yield return Markdown.Text(state.Name) + ": none of its rules held" + Before(state, machine);
                            break;
                        case TransitionKind.Next when seen.Add(state.Name):
                            open.Enqueue(state.Name);
                            break;
                    }
                }
            }
        }
    }

    /// <summary>The states whose output a Choice decides on.</summary>
    private static string Before(State choice, StateMachine machine)
    {
        var tasks = machine.States.Where(state => state is TaskState && Transition.Of(state).Any(way => way.Kind == TransitionKind.Next && way.To == choice.Name)).Select(state => Markdown.Text(state.Name)).ToList();
        return tasks.Count == 0 ? "" : "; look at the output of " + string.Join(", ", tasks);
    }

    private static string LookAt(State? state, Dictionary<string, ManifestState> known)
    {
        if (state is not TaskState task)
        {
            return "";
        }

        if (known.TryGetValue(task.Name, out var described) && described.Function is { } function)
        {
            return "; the function's log is `/aws/lambda/…" + Markdown.Text(function) + "`";
        }

        var resource = TaskResource.Parse(task.Resource);
        return resource.Kind switch
        {
            TaskResourceKind.Function or TaskResourceKind.Substitution => "; look at the function's log",
            TaskResourceKind.Optimized when resource.Integration == "lambda:invoke" => "; look at the function's log",
            TaskResourceKind.Optimized or TaskResourceKind.Sdk => "; look at " + Markdown.Code(resource.Integration) + ": does the resource exist, and does the role reach it",
            _ => "",
        };
    }

    private static bool IsOnlyForErrors(State state, StateMachine machine)
    {
        var ways = machine.States.SelectMany(Transition.Of).Where(way => way.To == state.Name).ToList();
        return ways.Count > 0 && ways.TrueForAll(way => way.Kind == TransitionKind.Catch);
    }

    private static bool LeadsToFailure(State state, StateMachine machine)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        State? at = state;
        while (at is not null && seen.Add(at.Name))
        {
            if (at is FailState)
            {
                return true;
            }

            at = (at as TransitionState)?.Next is { } next ? machine.Find(next) : null;
        }

        return false;
    }

    private static void Operation(Markdown text, DocumentSource source)
    {
        text.Heading(2, "Deploy and run");
        text.Paragraph("The build writes a Terraform module (`terraform/`) and a CloudFormation template (`cloudformation.template.json`) beside this document. The definition is `" + source.Name + ".asl.json`, the role's policy `" + source.Name + ".policy.json`.");
        text.Block("sh", "terraform apply -target=module.orchestration\n");
        text.Paragraph("Start an execution by hand, and look at it:");
        var input = source.InputSchema is { } schema ? SchemaExample.Of(schema).ToJson() : "{}";
        var machineArn = "arn:aws:states:REGION:ACCOUNT:stateMachine:" + source.Name;
        var executionArn = "arn:aws:states:REGION:ACCOUNT:" + (IsExpress(source) ? "express:" : "execution:") + source.Name + ":NAME";
        text.Block("sh", $"""
            aws stepfunctions start-execution \
              --state-machine-arn {Shell(machineArn)} \
              --input {Shell(input)}
            aws stepfunctions describe-execution --execution-arn {Shell(executionArn)}
            aws stepfunctions get-execution-history --execution-arn {Shell(executionArn)} --reverse-order --max-items 20
            aws stepfunctions list-executions --state-machine-arn {Shell(machineArn)} --status-filter FAILED
            """.Replace("\r", ""));
    }

    private static string Shell(string text) => "'" + text.Replace("'", "'\\''") + "'";

    private static bool IsExpress(DocumentSource source) => source.Manifest?.Type == "EXPRESS";

    private static bool HasEarlyEnds(DocumentSource source) => CostEstimate.Of(source.Machine).Paths.Any(path => path.Kind == ExecutionPathKind.EarlyEnd);

    private static Dictionary<string, ManifestState> Described(DocumentSource source)
    {
        var known = new Dictionary<string, ManifestState>(StringComparer.Ordinal);
        foreach (var state in source.Manifest?.States ?? [])
        {
            known[state.Name] = state;
        }

        return known;
    }

    private static IEnumerable<(string Path, State State)> AllStates(StateMachine machine, string path = "")
    {
        foreach (var state in machine.States)
        {
            yield return (path, state);
            IReadOnlyList<StateMachine> inner = state switch
            {
                ParallelState parallel => parallel.Branches,
                MapState map => [map.ItemProcessor],
                _ => [],
            };
            foreach (var nested in inner.SelectMany(branch => AllStates(branch, path + Markdown.Text(state.Name) + " / ")))
            {
                yield return nested;
            }
        }
    }

    private static string TypeOf(State state, Dictionary<string, ManifestState> known)
    {
        var text = Markdown.Text(DiagramText.CaptionOf(state));
        return known.TryGetValue(state.Name, out var described) && described.Function is { } function ? text + " " + Markdown.Code(function) : text;
    }

    private static string? Purpose(State state, Dictionary<string, ManifestState> known) => known.TryGetValue(state.Name, out var described) && described.Summary is { } summary ? summary : state.Comment;

    private static string WrittenBy(State state) => state switch
    {
        TaskState { ResultPath: { } path } => Path(path),
        PassState { ResultPath: { } path } => Path(path),
        MapState { ResultPath: { } path } => Path(path),
        ParallelState { ResultPath: { } path } => Path(path),
        { Assign: { } variables } => Markdown.Codes(variables.Members.Select(member => "$" + member.Name)),
        _ => "",
    };

    private static string Path(JsonPathField path) => path.Path is { } text ? Markdown.Code(text) : "";

    private static string OriginOf(ManifestValue value, WorkflowManifest manifest) => value.Origin switch
    {
        "input" => "the input",
        "error" => "a caught error",
        _ => Or(string.Join(", ", manifest.States.Where(state => state.Writes.Contains(value.Name)).Select(state => Markdown.Text(state.Name))), "a state"),
    };

    private static string ValueOf(JsonValue? value, string? path) => value is JsonString text ? Markdown.Code(text.Value) : value is not null ? Markdown.Code(value.ToJson()) : path is not null ? "from " + Markdown.Code(path) : "none";

    private static string Threshold(ManifestAlarm alarm) => alarm.Metric == "ExecutionTime"
        ? "over " + DiagramText.OfDuration((long)(alarm.Threshold / 1000))
        : alarm.Threshold.ToString("0.###", CultureInfo.InvariantCulture) + " or more";

    private static string Input(JsonValue? input) => input is null ? "" : ", with the input " + Markdown.Code(input.ToJson());

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string About(long seconds) => seconds < 7200
        ? string.Format(CultureInfo.InvariantCulture, "about {0} minutes", seconds / 60)
        : string.Format(CultureInfo.InvariantCulture, "about {0:0} hours", seconds / 3600.0);

    private static string Or(string text, string other) => text.Length == 0 ? other : text;
}
