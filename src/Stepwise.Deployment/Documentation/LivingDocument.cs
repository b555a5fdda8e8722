using System.Globalization;
using Stepwise.Deployment.Diagram;
using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Cost;
using Stepwise.StatesLanguage.Manifest;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.Documentation;

/// <summary>Writes the document of a workflow for the people who operate it. Everything in it comes from the definition, the manifest and the schemas, so it is never out of date.</summary>
internal static class LivingDocument
{
    /// <summary>Writes the document.</summary>
    /// <param name="source">The definition, the manifest and the schemas.</param>
    /// <returns>Markdown with a final line break. The same source gives the same text.</returns>
    public static string Write(DocumentSource source)
    {
        var text = new Markdown();
        Head(text, source);
        StatesTable(text, source);
        Data(text, source);
        ErrorHandling(text, source);
        Surroundings(text, source);
        Operation(text, source);
        TroubleshootingSection.Write(text, source);
        CostSection.Write(text, source);
        PermissionsSection.Write(text, source);
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

        text.Notes(source.Notes.Remarks);
        text.Paragraph("This document is written by the build from the workflow's source. Change the source, not this file.");
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { "Type", source.IsExpress ? "Express" : "Standard" },
            new[] { "Query language", manifest?.QueryLanguage ?? Terms.Of(machine.QueryLanguage ?? AslQueryLanguage.JsonPath) },
            new[] { "Longest time of an execution", machine.TimeoutSeconds is { } seconds ? DiagramText.OfDuration(seconds) : "no limit of its own" },
            new[] { "States", machine.States.Count.ToString(CultureInfo.InvariantCulture) },
            new[] { "Starts at", Markdown.Text(machine.StartAt) },
        };
        if (manifest is { Class.Length: > 0 })
        {
            rows.Add(new[] { "Source", Markdown.Code(manifest.Class) });
        }

        text.Table(["", ""], rows);
        if (source.Notes.Requirements.Count > 0)
        {
            text.Heading(2, "Requirements");
            text.Notes(source.Notes.Requirements);
        }

        text.Heading(2, "Diagram");
        text.Paragraph("![The states of " + Markdown.Text(source.Name) + "](" + ArtifactNames.Diagram(Uri.EscapeDataString(source.Name)) + ")");
        text.Paragraph("Main path: " + string.Join(" → ", MainPath.Of(machine).Select(Markdown.Text)) + ".");
        text.Paragraph("<details><summary>The picture as text (Mermaid)</summary>");
        text.Block("mermaid", MermaidDiagram.Write(machine));
        text.Paragraph("</details>");
    }

    private static void StatesTable(Markdown text, DocumentSource source)
    {
        text.Heading(2, "States");
        var known = source.Described();
        text.Table(
            ["State", "Type", "Purpose", "Reads", "Writes", "Timeout", "On to"],
            source.Machine.WithNested().Select(item => (IReadOnlyList<string>)
            [
                item.Path + Markdown.Text(item.State.Name),
                TypeOf(item.State, known),
                known.PurposeOf(item.State) is { Length: > 0 } purpose ? Markdown.Text(purpose) : "",
                known.Find(item.State.Name) is { } state ? Markdown.Codes(state.Reads) : "",
                known.Find(item.State.Name) is { } writer ? Markdown.Codes(writer.Writes) : WrittenBy(item.State),
                StateText.TimeoutOf(item.State) + (StateText.HeartbeatOf(item.State) is { Length: > 0 } heartbeat ? ", heartbeat " + heartbeat : ""),
                StateText.NextOf(item.State),
            ]));
        foreach (var state in source.Manifest?.States.Where(state => state.Notes.Remarks.Count > 0) ?? [])
        {
            text.Heading(3, state.Name);
            text.Notes(state.Notes.Remarks);
        }

        if (source.Manifest?.States.Where(state => !state.Analysed).Select(state => state.Name).ToList() is { Count: > 0 } raw)
        {
            text.Paragraph("Written by hand and not analysed: " + string.Join(", ", raw.Select(Markdown.Text)) + ".");
        }
    }

    private static void ErrorHandling(Markdown text, DocumentSource source)
    {
        text.Heading(2, "Error handling");
        var failing = source.Machine.WithNested().Where(item => item.State is WorkState).ToList();
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
                Or(string.Join("; ", ((item.State as WorkState)?.Retry ?? []).Select(StateText.Of)), "none"),
                Or(string.Join("; ", Transition.FromState(item.State).Where(transition => transition.Kind == TransitionKind.Catch).Select(transition => StateText.Errors(transition.Errors) + ": " + Markdown.Text(transition.To))), "none: the execution fails"),
            ]));
        if (source.Manifest?.States.Where(state => state.CatchExempt).Select(state => state.Name).ToList() is { Count: > 0 } exempt)
        {
            text.Paragraph("Exempt from the workflow's own Catch, because only that leads to them: " + string.Join(", ", exempt.Select(Markdown.Text)) + ". If one of these fails, the execution fails with its error.");
        }

        if (CaughtError(source) is { } caught)
        {
            text.Paragraph("The state to which an error leads finds it in the data beside all else that was there:");
            text.Block("json", caught.ToJson(indented: true));
        }

        text.Paragraph("A failure in a Choice, Pass, Wait or Succeed state cannot be caught.");
    }

    /// <summary>Returns an example of the data with a caught error, or null if the machine has no Catch.</summary>
    private static JsonObject? CaughtError(DocumentSource source)
    {
        var error = JsonObject.Create(("Error", "Lambda.Unknown"), ("Cause", "what happened, often JSON as text"));
        return source.Manifest?.Values.FirstOrDefault(value => value.Origin == "error") is { } named
            ? new JsonObject.Builder().Add(named.Name, error).ToObject()
            : source.Machine.WithNested().Any(item => Transition.FromState(item.State).Any(way => way.Kind == TransitionKind.Catch)) ? error : null;
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

        var failures = source.Machine.WithNested().Select(item => item.State).OfType<FailState>().ToList();
        if (failures.Count > 0)
        {
            text.Paragraph("On failure it has no output but an error and a cause, which `describe-execution` shows:");
            text.Block("json", FailureExample(failures).ToJson(indented: true));
            text.Table(["Ends in", "Error", "Cause"], failures.Select(state => (IReadOnlyList<string>)[Markdown.Text(state.Name), StateText.ValueOf(state.Error, state.ErrorPath), StateText.ValueOf(state.Cause, state.CausePath)]));
        }

        if (source.Manifest is { Values.Count: > 0 } manifest)
        {
            text.Paragraph("Values that states read and write:");
            text.Table(["Value", "Type", "What it is", "Comes from"], manifest.Values.SelectMany(value => RowsOf(value, manifest)));
        }
        else if (source.InputSchema is null && source.OutputSchema is null && failures.Count == 0)
        {
            text.Paragraph("No schemas are known.");
        }
    }

    private static void Surroundings(Markdown text, DocumentSource source)
    {
        if (source.Manifest is not { } manifest)
        {
            return;
        }

        List<ManifestResource> resources = [.. manifest.Resources.Where(item => !DeploymentKey.Contains(item.Substitution))];
        if (resources.Count > 0)
        {
            text.Heading(2, "Resources");
            text.Paragraph("What must exist, and the substitution in the definition that names it:");
            text.Table(["Kind", "Name", "Substitution", "Used by"], resources.Select(item => (IReadOnlyList<string>)[item.Kind.Title, Markdown.Code(item.Name), Markdown.Code("${" + item.Substitution + "}"), string.Join(", ", item.States.Select(Markdown.Text))]));
        }

        text.Heading(2, "Logging, alarms and triggers");
        var items = new List<string>
        {
            manifest.Logging is { Level: not "OFF" } logging
                ? "Executions are logged to the log group `" + Markdown.Text(logging.Prefix) + "{project_name}-" + Markdown.Text(source.Name) + "`, level " + logging.Level
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
                + (alarm.Actions.Count == 0 ? "." : "; notifies " + Markdown.Codes(alarm.Actions.Select(action => ManifestAlarm.IsArn(action) ? action : "${" + action + "}")) + ".")
                + (alarm.Metric == "ExecutionTime" ? " The metric is published when an execution closes: one that hangs is only caught by the machine's timeout, as `ExecutionsTimedOut`." : ""));
        }

        foreach (var schedule in manifest.Schedules)
        {
            items.Add("Schedule " + Markdown.Code(schedule.Name) + ": " + Markdown.Code(schedule.Expression) + " (" + Markdown.Text(schedule.TimeZone ?? "UTC") + ")" + (schedule.Enabled ? "" : ", **disabled** when deployed") + Input(schedule.Input) + ".");
        }

        foreach (var rule in manifest.EventRules)
        {
            var what = rule.Schedule is { } expression ? Markdown.Code(expression) : "events that match " + Markdown.Code(rule.Pattern?.ToJsonTemplate() ?? "");
            items.Add("EventBridge rule " + Markdown.Code(rule.Name) + ": " + what + (rule.Enabled ? "" : ", **disabled** when deployed") + Input(rule.Input)
                + (rule.InputTemplate is { } template ? ", with the input " + Markdown.Code(template) + " of " + Markdown.Code(rule.InputPaths?.ToJsonTemplate() ?? "{}") : "") + ".");
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

    private static void Operation(Markdown text, DocumentSource source)
    {
        text.Heading(2, "Deploy and run");
        text.Paragraph("The build writes a Terraform module (`" + ArtifactNames.Terraform + "/`) and a CloudFormation template (`" + ArtifactNames.CloudFormation + "`) beside this document. The definition is `" + ArtifactNames.Definition(source.Name) + "`, the role's policy `" + ArtifactNames.Policy(source.Name) + "`.");
        text.Block("sh", "terraform apply -target=module.orchestration\n");
        text.Paragraph("Start an execution by hand, and look at it:");
        var input = source.InputSchema is { } schema ? SchemaExample.Of(schema).ToJson() : "{}";
        var machineArn = "arn:aws:states:REGION:ACCOUNT:stateMachine:" + source.Name;
        var executionArn = "arn:aws:states:REGION:ACCOUNT:" + (source.IsExpress ? "express:" : "execution:") + source.Name + ":NAME";
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

    private static bool HasEarlyEnds(DocumentSource source) => CostEstimate.Create(source.Machine).Paths.Any(path => path.Kind == ExecutionPathKind.EarlyEnd);

    private static string TypeOf(State state, DescribedStates known)
    {
        var text = Markdown.Text(DiagramText.CaptionOf(state));
        return known.Find(state.Name)?.Function is { } function ? text + " " + Markdown.Code(function) : text;
    }

    private static string WrittenBy(State state) => state switch
    {
        WorkState { ResultPath: { } path } => Path(path),
        PassState { ResultPath: { } path } => Path(path),
        { Assign: { } variables } => Markdown.Codes(variables.Members.Select(member => "$" + member.Name)),
        _ => "",
    };

    private static string Path(JsonPathField path) => path.Path is { } text ? Markdown.Code(text) : "";

    private static IEnumerable<IReadOnlyList<string>> RowsOf(ManifestValue value, WorkflowManifest manifest)
    {
        yield return [Markdown.Code(value.Name), Markdown.Code(value.Type), Markdown.Text(value.Description ?? ""), OriginOf(value, manifest)];
        foreach (var member in value.Members)
        {
            yield return [Markdown.Code(value.Name + "." + member.Name), Markdown.Code(member.Type), Markdown.Text(member.Description ?? ""), ""];
        }
    }

    /// <summary>Returns what <c>describe-execution</c> shows after the first Fail state with a constant error.</summary>
    private static JsonObject FailureExample(List<FailState> failures)
    {
        var failure = failures.Find(state => state.Error is JsonString) ?? failures[0];
        return JsonObject.Create(
            ("status", "FAILED"),
            ("error", failure.Error is JsonString error ? error : "the error"),
            ("cause", failure.Cause is JsonString cause ? cause : "the cause"));
    }

    private static string OriginOf(ManifestValue value, WorkflowManifest manifest) => value.Origin switch
    {
        "input" => "the input",
        "error" => "a caught error",
        _ => Or(string.Join(", ", manifest.States.Where(state => state.Writes.Contains(value.Name)).Select(state => Markdown.Text(state.Name))), "a state"),
    };

    private static string Threshold(ManifestAlarm alarm) => alarm.Metric == "ExecutionTime"
        ? "over " + DiagramText.OfDuration((long)(alarm.Threshold / 1000))
        : alarm.Threshold.ToString("0.###", CultureInfo.InvariantCulture) + " or more";

    private static string Input(JsonValue? input) => input is null ? "" : ", with the input " + Markdown.Code(input.ToJsonTemplate());

    private static string Or(string text, string other) => text.Length == 0 ? other : text;
}
