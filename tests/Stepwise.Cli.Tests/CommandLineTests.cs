using Stepwise.Json;

namespace Stepwise.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private const string Good = """
        {
          "StartAt": "Wait",
          "States": {
            "Wait": { "Type": "Wait", "Seconds": 60, "Next": "Work" },
            "Work": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "${TopicArn}", "Message": "m" }, "Next": "Done?" },
            "Done?": { "Type": "Choice", "Choices": [{ "Variable": "$.done", "BooleanEquals": true, "Next": "Done" }], "Default": "Wait" },
            "Done": { "Type": "Succeed" }
          }
        }
        """;

    private const string Bad = """
        {
          "StartAt": "A",
          "States": {
            "A": { "Type": "Pass", "Next": "B" }
          }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("stepwise-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Validate_accepts_a_good_definition()
    {
        var (code, output, error) = Run("validate", Write("good.asl.json", Good));
        Assert.Equal(0, code);
        Assert.Contains("1 file, 0 errors", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    [Fact]
    public void Validate_says_where_an_error_is()
    {
        var file = Write("bad.asl.json", Bad);
        var (code, output, _) = Run("validate", Write("good.asl.json", Good), file);
        Assert.Equal(1, code);
        Assert.Contains(file + "(4,", output, StringComparison.Ordinal);
        Assert.Contains("error MISSING_TRANSITION_TARGET", output, StringComparison.Ordinal);
        Assert.Contains("2 files, ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_knows_the_actions_of_services_and_their_arguments()
    {
        var file = Write("call.asl.json", """
            {
              "StartAt": "A",
              "States": {
                "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sns:publishh", "Next": "B" },
                "B": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": { "Bucket": "b", "key": "k" }, "End": true }
              }
            }
            """);
        var (code, output, _) = Run("validate", file);
        Assert.Equal(1, code);
        Assert.Contains(file + "(4,", output, StringComparison.Ordinal);
        Assert.Contains("Did you mean aws-sdk:sns:publish?", output, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Key'?", output, StringComparison.Ordinal);
        Assert.Contains("1 file, 2 errors, 0 warnings.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_writes_json()
    {
        var file = Write("bad.asl.json", Bad);
        var (code, output, _) = Run("validate", "--json", file);
        Assert.Equal(1, code);
        var found = Assert.IsType<JsonArray>(JsonValue.Parse(output));
        var first = Assert.IsType<JsonObject>(Assert.Single(found, item => ((JsonObject)item)["code"] == "MISSING_TRANSITION_TARGET"));
        Assert.Equal(file, first["file"]);
        Assert.Equal(4, first["line"]);
        Assert.Equal("error", first["severity"]);
        Assert.Equal("/States/A/Next", first["pointer"]);
    }

    [Fact]
    public void Validate_reports_text_that_is_not_json()
    {
        var (code, output, _) = Run("validate", Write("text.asl.json", "{\n  \"StartAt\" }"));
        Assert.Equal(1, code);
        Assert.Contains("(2,13): error INVALID_JSON_DESCRIPTION", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_with_brackets_are_text()
    {
        var file = Write("brackets.asl.json", Bad.Replace("\"B\"", "\"[red]B[/]\"", StringComparison.Ordinal));
        Assert.Contains("[red]B[/]", Run("validate", file).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Graph_draws_svg_and_mermaid()
    {
        var file = Write("good.asl.json", Good);
        Assert.StartsWith("<svg ", Run("graph", file).Output, StringComparison.Ordinal);
        Assert.StartsWith("flowchart TD", Run("graph", file, "--format", "mermaid").Output, StringComparison.Ordinal);
        var target = Path.Combine(_folder, "new", "good.svg");
        var (code, output, _) = Run("graph", file, "-o", target);
        Assert.Equal((0, ""), (code, output));
        Assert.StartsWith("<svg ", File.ReadAllText(target), StringComparison.Ordinal);
        Assert.NotEqual(0, Run("graph", file, "--format", "png").Code);
    }

    [Fact]
    public void Cost_counts_paths_and_loops()
    {
        var (code, output, _) = Run("cost", Write("good.asl.json", Good));
        Assert.Equal(0, code);
        Assert.Matches(@"main\s+Done\s+4\s+4\s+0\.100", output);
        Assert.Matches(@"Wait → Work → Done\?\s+3\s+9\s+2,777\s+46 hours", output);
    }

    [Fact]
    public void Cost_writes_json()
    {
        var (code, output, _) = Run("cost", "--json", Write("good.asl.json", Good));
        Assert.Equal(0, code);
        var estimate = Assert.IsType<JsonObject>(JsonValue.Parse(output));
        var path = Assert.IsType<JsonObject>(Assert.Single((JsonArray)estimate["paths"]!));
        Assert.Equal((JsonValue)"main", path["kind"]);
        Assert.Equal((JsonValue)4, path["transitions"]);
        Assert.Equal(0.1, ((JsonNumber)path["pricePerThousand"]!).ToDouble());
        var loop = Assert.IsType<JsonObject>(Assert.Single((JsonArray)estimate["loops"]!));
        Assert.Equal((JsonValue)2777, loop["turnsToHistoryLimit"]);
        Assert.Equal((JsonValue)(2777 * 60), loop["secondsToHistoryLimit"]);
    }

    [Fact]
    public void Cost_marks_a_loop_that_only_an_error_closes()
    {
        var file = Write("again.asl.json", """{"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Catch":[{"ErrorEquals":["States.ALL"],"Next":"Wait"}],"End":true},"Wait":{"Type":"Wait","Seconds":5,"Next":"Work"}}}""");
        Assert.Contains("Work → Wait (while something fails)", Run("cost", file).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Graph_takes_a_title_and_says_where_it_cannot_write()
    {
        var file = Write("good.asl.json", Good);
        Assert.Contains("""<title id="title">My &lt;order&gt;</title>""", Run("graph", file, "--title", "My <order>").Output, StringComparison.Ordinal);
        var (code, output, error) = Run("graph", file, "-o", _folder);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains(_folder + " cannot be written", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_goes_on_after_a_file_that_is_missing()
    {
        var (code, output, error) = Run("validate", Path.Combine(_folder, "none.json"), Write("good.asl.json", Good));
        Assert.Equal(1, code);
        Assert.Contains("does not exist", error, StringComparison.Ordinal);
        Assert.Contains("2 files, 0 errors", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("validate", "--json", "--express")]
    [InlineData("graph", "--format", "--output", "--title")]
    [InlineData("cost", "--json")]
    [InlineData("policy", "--trust", "--logging", "--tracing")]
    public void Help_tells_every_option(string command, params string[] options)
    {
        var (code, output, error) = Run(command, "--help");
        Assert.Equal((0, ""), (code, error));
        Assert.All(options, option => Assert.Contains(option, output, StringComparison.Ordinal));
        Assert.Contains("FILE", output, StringComparison.Ordinal);
        Assert.Contains(command, Run("--help").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draw")]
    [InlineData("cost", "--colour")]
    [InlineData("validate")]
    public void Wrong_arguments_are_a_failure_with_a_word(params string[] arguments)
    {
        var (code, _, error) = Run(arguments);
        Assert.NotEqual(0, code);
        Assert.NotEmpty(error);
    }

    [Fact]
    public void Policy_allows_what_the_tasks_need()
    {
        var file = Write("good.asl.json", Good);
        var (code, output, _) = Run("policy", file, "--logging", "--tracing");
        Assert.Equal(0, code);
        Assert.Contains("sns:Publish", output, StringComparison.Ordinal);
        Assert.Contains("${TopicArn}", output, StringComparison.Ordinal);
        Assert.Contains("logs:CreateLogDelivery", output, StringComparison.Ordinal);
        Assert.Contains("xray:", output, StringComparison.Ordinal);
        Assert.Contains("stateMachine:order", Run("policy", file, "--trust", "order").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("${Day}", "arn:${Partition}:s3:::reports/${Day}.csv")]
    [InlineData("$\\u007bDay}", "arn:${Partition}:s3:::reports/${$}{Day}.csv")]
    public void Policy_keeps_a_text_literal_whose_brace_is_escaped(string day, string resource)
    {
        var (code, output, _) = Run("policy", Write("get.asl.json", """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:s3:getObject","Parameters":{"Bucket":"reports","Key":"DAY.csv"},"End":true}}}""".Replace("DAY", day, StringComparison.Ordinal)));
        Assert.Equal(0, code);
        Assert.Contains(resource, output, StringComparison.Ordinal);
    }

    private const string Wide = """
        {
          "StartAt": "Notify",
          "States": {
            "Notify": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn.$": "$.topic", "Message": "m" }, "Next": "Job" },
            "Job": { "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "Parameters": { "JobName": "j", "JobQueue": "q", "JobDefinition": "d:1" }, "Next": "Each" },
            "Each": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true }
          }
        }
        """;

    [Fact]
    public void Policy_explains_each_wildcard_and_how_to_narrow_it()
    {
        var file = Write("wide.asl.json", Wide);
        var (code, output, error) = Run("policy", file);
        Assert.Equal(0, code);
        Assert.IsType<JsonObject>(JsonValue.Parse(output));
        var lines = error.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("stepwise: warning: Notify: sns:Publish on *: TopicArn is computed when the state runs. Name it by a constant, or give --resource \"Notify=arn:aws:sns:REGION:ACCOUNT:NAME\".", lines);
        Assert.Contains("stepwise: note: Job: batch:DescribeJobs on *: The task calls batch:submitJob.sync. batch:DescribeJobs does not support resource-level permissions.", lines);
        Assert.Contains("stepwise: warning: Each: states:StartExecution on arn:${Partition}:states:${Region}:${AccountId}:stateMachine:*: The name of the state machine is not given. Give it with --name NAME.", lines);
        var wide = ((JsonArray)((JsonObject)JsonValue.Parse(output))["Statement"]!).SelectMany(statement => (JsonArray)((JsonObject)statement)["Resource"]!).Select(resource => ((JsonString)resource).Value).Where(resource => resource.Contains('*')).ToList();
        Assert.NotEmpty(wide);
        Assert.All(wide, resource => Assert.Contains(lines, line => line.Contains(" on " + resource + ": ", StringComparison.Ordinal)));

        (code, output, error) = Run("policy", file, "--name", "order", "--resource", "Notify=arn:aws:sns:eu-west-1:123456789012:a", "--resource", "Notify=${OrdersTopicArn}");
        Assert.Equal(0, code);
        Assert.DoesNotContain("warning", error, StringComparison.Ordinal);
        Assert.Contains("stateMachine:order", output, StringComparison.Ordinal);
        Assert.Contains("\"arn:aws:sns:eu-west-1:123456789012:a\"", output, StringComparison.Ordinal);
        Assert.Contains("\"${OrdersTopicArn}\"", output, StringComparison.Ordinal);
        Assert.Contains("Job: arn:aws:sns:eu-west-1:123456789012:a is not in the policy: the definition already names everything", Run("policy", file, "--resource", "Job=arn:aws:sns:eu-west-1:123456789012:a").Error, StringComparison.Ordinal);
        Assert.Contains("Nobody: arn:aws:sns:eu-west-1:123456789012:a is not in the policy: no state of this name", Run("policy", file, "--resource", "Nobody=arn:aws:sns:eu-west-1:123456789012:a").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--resource", "Notify", "it is the name of a state, an equals sign and an ARN")]
    [InlineData("--resource", "Notify=arn:aws:sns:orders", "it is an ARN of six parts")]
    [InlineData("--kms-key", "key", "it is an ARN of six parts")]
    [InlineData("--trust", "", "--trust needs the name of the state machine")]
    public void Policy_refuses_what_it_cannot_read(string option, string value, string reason)
    {
        var (code, output, error) = Run("policy", Write("wide.asl.json", Wide), option, value);
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("stepwise: " + option, error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_of_a_machine_that_calls_nothing_says_so()
    {
        var (code, _, error) = Run("policy", Write("wait.asl.json", """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}"""));
        Assert.Equal(0, code);
        Assert.Contains("the role needs none", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("graph")]
    [InlineData("cost")]
    [InlineData("policy")]
    public void A_missing_file_and_a_folder_are_named(string command)
    {
        var missing = Path.Combine(_folder, "none.json");
        var (code, _, error) = Run(command, missing);
        Assert.Equal(1, code);
        Assert.Equal("stepwise: " + missing + " does not exist." + Environment.NewLine, error);
        Assert.Contains("is a folder", Run(command, _folder).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("graph")]
    [InlineData("cost")]
    [InlineData("policy")]
    public void What_is_no_definition_is_refused(string command)
    {
        var (code, output, error) = Run(command, Write("list.json", "[]"));
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("is not a definition", error, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = CommandLine.Run(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
