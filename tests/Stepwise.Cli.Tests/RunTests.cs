using Stepwise.Json;
using Stepwise.Local.Tests.Timing;

namespace Stepwise.Cli.Tests;

/// <summary><c>stepwise run</c>.</summary>
public sealed class RunTests : IDisposable
{
    private const string Polling = """
        {
          "StartAt": "Wait",
          "States": {
            "Wait": { "Type": "Wait", "Seconds": 60, "Next": "Ask" },
            "Ask": { "Type": "Task", "Resource": "${StatusFunctionArn}", "ResultPath": "$.status", "Next": "Done?" },
            "Done?": { "Type": "Choice", "Choices": [{ "Variable": "$.status.done", "BooleanEquals": true, "Next": "Tell" }], "Default": "Wait" },
            "Tell": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "${TopicArn}", "Message.$": "$.text" }, "ResultPath": null,
              "Retry": [{ "ErrorEquals": ["SNS.Busy"], "IntervalSeconds": 5 }], "Next": "Done" },
            "Done": { "Type": "Succeed" }
          }
        }
        """;

    private const string Mocks = """
        {
          "StateMachines": {
            "polling": {
              "TestCases": {
                "Good": { "Ask": "AskResponse", "Tell": "TellResponse" },
                "Bad": { "Ask": "AskResponse", "Tell": "Broken" }
              }
            }
          },
          "MockedResponses": {
            "AskResponse": { "0-3": { "Return": { "done": false } }, "4": { "Return": { "done": true } } },
            "TellResponse": { "0": { "Throw": { "Error": "SNS.Busy", "Cause": "later" } }, "1": { "Return": { "MessageId": "1" } } },
            "Broken": { "0": { "Throw": { "Error": "SNS.Broken", "Cause": "It is broken." } } }
          }
        }
        """;

    private const string Wait = """{ "StartAt": "Wait", "States": { "Wait": { "Type": "Wait", "Seconds": 3600, "End": true } } }""";

    private readonly string _folder = Directory.CreateTempSubdirectory("stepwise-run-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_run_shows_its_timeline_with_loops_folded_and_its_output()
    {
        var (code, output, error) = Run("run", Write("polling.asl.json", Polling), "--input", """{"text":"hello"}""", "--mocks", Write("mocks.json", Mocks), "--test-case", "Good");

        Assert.Equal((0, ""), (code, error));
        var lines = Lines(output);
        Assert.Contains("5 turns 5 min", lines);
        Assert.Contains("0:00:00 Wait x 5 1 min", lines);
        Assert.Contains("0:01:00 Ask x 5 0 s 5", lines);
        Assert.Contains("0:05:00 Tell 5 s 2 SNS.Busy, retried", lines);
        Assert.Contains("Succeeded after 5 min 5 s on the virtual clock, with 18 state transitions and 57 events.", lines);
        Assert.Equal(JsonValue.Parse("""{"text":"hello","status":{"done":true}}"""), JsonValue.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]));
    }

    [Fact]
    public void A_run_that_fails_says_where_and_why()
    {
        var (code, output, error) = Run("run", Write("polling.asl.json", Polling), "-i", """{"text":"hello"}""", "-m", Write("mocks.json", Mocks), "-t", "Bad");

        Assert.Equal((2, ""), (code, error));
        var lines = Lines(output);
        Assert.Contains("0:05:00 Tell 0 s 1 SNS.Broken", lines);
        Assert.Contains(lines, line => line.StartsWith("Failed after 5 min", StringComparison.Ordinal));
        Assert.Contains("Error: SNS.Broken", lines);
        Assert.Contains("Cause: It is broken.", lines);
        Assert.Contains("In the state Tell, whose input was", lines);
        Assert.Contains("\"text\": \"hello\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_one_document()
    {
        var (code, output, _) = Run("run", Write("polling.asl.json", Polling), "-i", """{"text":"hello"}""", "-m", Write("mocks.json", Mocks), "-t", "Bad", "--json");

        Assert.Equal(2, code);
        var document = Assert.IsType<JsonObject>(JsonValue.Parse(output));
        Assert.Equal("FAILED", document["status"]);
        Assert.Equal("SNS.Broken", document["error"]);
        Assert.Equal("It is broken.", document["cause"]);
        Assert.Equal(300, document["elapsedSeconds"]);
        Assert.Null(document["output"]);
        Assert.Equal(["Wait", "Ask", "Done?"], ((JsonArray)document["states"]!).Take(3).Select(state => ((JsonString)((JsonObject)state)["name"]!).Value));
        Assert.Equal("ExecutionFailed", ((JsonObject)((JsonArray)document["events"]!)[^1])["type"]);
    }

    [Fact]
    public void The_history_is_written_as_AWS_returns_it()
    {
        var file = Path.Combine(_folder, "sub", "history.json");
        Assert.Equal(0, Run("run", Write("wait.asl.json", Wait), "--history", file, "--clock", "2026-03-01T09:00:00Z").Code);

        var text = File.ReadAllText(file);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        var events = (JsonArray)((JsonObject)JsonValue.Parse(text))["events"]!;
        Assert.Equal(["ExecutionStarted", "WaitStateEntered", "WaitStateExited", "ExecutionSucceeded"], events.Select(item => ((JsonString)((JsonObject)item)["type"]!).Value));
        Assert.Equal("2026-03-01T10:00:00.000Z", ((JsonObject)events[3])["timestamp"]);
    }

    [Fact]
    public void A_task_without_a_mock_shows_what_to_write()
    {
        var file = Write("polling.asl.json", Polling);
        var (code, output, error) = Run("run", file, "-i", """{"text":"hello"}""");

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("stepwise: The state Ask calls the function ", error, StringComparison.Ordinal);
        var start = error.IndexOf('{', StringComparison.Ordinal);
        var end = error.IndexOf("\n}", StringComparison.Ordinal) + 2;
        var mocks = error[start..end].Replace("\"Return\": {}", "\"Return\": { \"done\": true }", StringComparison.Ordinal);

        // What it shows is a file of mocks that works, as far as it goes.
        (code, output, error) = Run("run", file, "-i", """{"text":"hello"}""", "-m", Write("shown.json", mocks));
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("stepwise: The state Tell calls sns:publish, and nothing answers for it. Add this to ", error, StringComparison.Ordinal);
        Assert.Contains("\"MessageId\"", error, StringComparison.Ordinal);
        Assert.Contains("\"Message\": \"hello\"", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mock_that_is_asked_too_often_is_wrong_mocks()
    {
        var mocks = Mocks.Replace(", \"4\": { \"Return\": { \"done\": true } }", "", StringComparison.Ordinal);
        var (code, _, error) = Run("run", Write("polling.asl.json", Polling), "-i", """{"text":"hello"}""", "-m", Write("mocks.json", mocks), "-t", "Good");

        Assert.Equal(1, code);
        Assert.Contains("'Ask' has no response for call 4", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\":\n 1,}", "--input(2,4): error: ")]
    [InlineData("@none.json", "none.json does not exist.")]
    public void Input_that_is_no_JSON_is_refused_with_its_place(string input, string expected)
    {
        var (code, output, error) = Run("run", Write("wait.asl.json", Wait), "--input", input);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_may_be_in_a_file()
    {
        var (code, output, _) = Run("run", Write("wait.asl.json", Wait), "--input", "@" + Write("input.json", """{"from":"a file"}"""));

        Assert.Equal(0, code);
        Assert.Contains("\"from\": \"a file\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_that_AWS_refuses_is_refused_as_validate_does()
    {
        var file = Write("bad.asl.json", Wait.Replace("\"End\": true", "\"Next\": \"Gone\"", StringComparison.Ordinal));
        var (code, output, error) = Run("run", file);

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith(file + "(1,", error, StringComparison.Ordinal);
        Assert.Contains("error MISSING_TRANSITION_TARGET", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"StateMachines\": {}, \"MockedResponses\": { \"A\": { \"x\": { \"Return\": 1 } } } }", "mocks.json(1,")]
    [InlineData("{", "mocks.json(1,2): error: ")]
    public void Wrong_mocks_are_refused_with_their_place(string mocks, string expected)
    {
        var (code, output, error) = Run("run", Write("polling.asl.json", Polling), "--mocks", Write("mocks.json", mocks));

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("does not have one test case. It has Good, Bad. Choose one with --test-case.")]
    [InlineData("has no test case Worse. It has Good, Bad.", "--test-case", "Worse")]
    [InlineData("has no state machine other. It has polling.", "--state-machine", "other")]
    public void Where_mocks_have_several_of_something_one_is_chosen(string expected, params string[] arguments)
    {
        var (code, output, error) = Run(["run", Write("polling.asl.json", Polling), "--mocks", Write("mocks.json", Mocks), .. arguments]);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--test-case chooses a test case of a file of mocks", "--test-case", "Good")]
    [InlineData("--substitution cannot be TopicArn: ", "--substitution", "TopicArn")]
    [InlineData("--clock cannot be noon: ", "--clock", "noon")]
    [InlineData("--clock and --real-time exclude each other", "--clock", "2026-03-01T09:00:00Z", "--real-time")]
    [InlineData("--buckets cannot be nowhere: there is no such folder", "--buckets", "nowhere")]
    [InlineData("--limit is a number of seconds", "--limit", "-1")]
    [InlineData("name", "--name", "a b")]
    public void Wrong_options_are_refused_with_a_reason(string expected, params string[] arguments)
    {
        var (code, _, error) = Run(["run", Write("wait.asl.json", Wait), .. arguments]);

        Assert.Equal(1, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Substitutions_stand_in_the_definition()
    {
        var file = Write("names.asl.json", """{ "StartAt": "Say", "States": { "Say": { "Type": "Pass", "Result": "${Who} and ${Whom}", "End": true } } }""");
        Assert.Contains("\"Ada and Whom\"", Run("run", file, "-s", "Who=Ada").Output, StringComparison.Ordinal);
        Assert.Contains("\"Ada and Bob\"", Run("run", file, "-s", "Who=Ada", "-s", "Whom=Bob").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_context_has_the_names_that_are_given()
    {
        var file = Write("names.asl.json", """{ "StartAt": "Say", "States": { "Say": { "Type": "Pass", "Parameters": { "e.$": "$$.Execution.Name", "m.$": "$$.StateMachine.Name" }, "End": true } } }""");
        var output = Run("run", file, "--name", "one", "--state-machine", "machine").Output;
        Assert.Contains("\"e\": \"one\"", output, StringComparison.Ordinal);
        Assert.Contains("\"m\": \"machine\"", output, StringComparison.Ordinal);
        Assert.Contains("\"m\": \"names\"", Run("run", file).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        var file = Write("random.asl.json", """{ "QueryLanguage": "JSONata", "StartAt": "Draw", "States": { "Draw": { "Type": "Pass", "Output": "{% $random() %}", "End": true } } }""");
        Assert.Equal(Run("run", file, "--seed", "1").Output, Run("run", file, "--seed", "1").Output);
        Assert.NotEqual(Run("run", file, "--seed", "1").Output, Run("run", file, "--seed", "2").Output);
    }

    [Fact]
    public async Task A_run_that_takes_too_long_in_real_time_is_stopped()
    {
        var clock = new ManualClock();
        var run = Start(clock, isInteractive: false, "run", Write("wait.asl.json", Wait), "--real-time", "--limit", "0.3");

        // The limit, and the state.
        clock.WaitForTimers(2, run);
        clock.Advance(TimeSpan.FromSeconds(0.3));
        var (code, output, _) = await run;

        Assert.Equal(2, code);
        Assert.Contains("Stopped after ", output, StringComparison.Ordinal);
        Assert.Contains("Cause: Stopped after 0.3 s of real time.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Branches_and_items_are_gathered_and_a_caught_failure_is_noted()
    {
        var file = Write("map.asl.json", """
            {
              "StartAt": "Each",
              "States": {
                "Each": { "Type": "Map", "ResultPath": null, "ItemProcessor": { "StartAt": "Pause", "States": { "Pause": { "Type": "Wait", "SecondsPath": "$", "End": true } } }, "Next": "Fork" },
                "Fork": {
                  "Type": "Parallel",
                  "Branches": [
                    { "StartAt": "Long", "States": { "Long": { "Type": "Wait", "Seconds": 90, "End": true } } },
                    { "StartAt": "Short", "States": { "Short": { "Type": "Wait", "Seconds": 30, "Next": "No" }, "No": { "Type": "Fail", "Error": "No" } } }
                  ],
                  "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Done" }],
                  "End": true
                },
                "Done": { "Type": "Succeed" }
              }
            }
            """);
        var (code, output, _) = Run("run", file, "--input", "[1,2,3]");

        Assert.Equal(0, code);
        var lines = Lines(output);
        Assert.Contains("3 items 3 s", lines);
        Assert.Contains("0:00:00 Pause x 3 1 s to 3 s", lines);
        Assert.Contains("branch 1 30 s", lines);
        Assert.Contains("0:00:03 Long 30 s aborted", lines);
        Assert.Contains(lines, line => line.StartsWith("0:00:03 Fork 30 s 1 ", StringComparison.Ordinal) && line.EndsWith(", caught", StringComparison.Ordinal));
    }

    [Fact]
    public void A_distributed_map_reads_from_the_folder_of_buckets_and_shows_its_children()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "buckets", "orders"));
        Write(Path.Combine("buckets", "orders", "today.csv"), "id,seconds\nA,1\nB,x\nC,2\n");
        var file = Write("distributed.asl.json", """
            {
              "StartAt": "Each",
              "States": {
                "Each": {
                  "Type": "Map",
                  "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW" }, "Parameters": { "Bucket": "orders", "Key": "today.csv" } },
                  "ToleratedFailureCount": 1,
                  "ItemProcessor": {
                    "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                    "StartAt": "Known?",
                    "States": {
                      "Known?": { "Type": "Choice", "Choices": [{ "Variable": "$.seconds", "StringMatches": "x", "Next": "No" }], "Default": "Pause" },
                      "No": { "Type": "Fail", "Error": "No" },
                      "Pause": { "Type": "Wait", "Seconds": 5, "End": true }
                    }
                  },
                  "End": true
                }
              }
            }
            """);
        var (code, output, error) = Run("run", file, "--buckets", Path.Combine(_folder, "buckets"));

        Assert.Equal((0, ""), (code, error));
        var lines = Lines(output);
        Assert.Contains("3 child executions 5 s 1 did not succeed", lines);
        Assert.Contains("0:00:00 Pause x 2 5 s", lines);
        var document = (JsonObject)JsonValue.Parse(Run("run", file, "--buckets", Path.Combine(_folder, "buckets"), "--json").Output);
        Assert.Equal(2, ((JsonObject)((JsonObject)((JsonArray)document["mapRuns"]!)[0])["itemCounts"]!)["succeeded"]);
    }

    [Fact]
    public async Task On_a_terminal_a_long_run_shows_its_progress()
    {
        var file = Write("slow.asl.json", """{ "StartAt": "Each", "States": { "Each": { "Type": "Map", "ItemProcessor": { "StartAt": "Pause", "States": { "Pause": { "Type": "Wait", "SecondsPath": "$", "End": true } } }, "End": true } } }""");
        string[] arguments = ["run", file, "--real-time", "--input", "[1,1,3600]"];
        var clock = new ManualClock();
        var screen = new Screen();
        var run = Start(clock, screen, isInteractive: true, arguments);

        // Three items wait, and so does the progress, at first for a moment in which a short run would end.
        clock.WaitForTimers(4, run);
        Assert.Equal("", screen.Text);
        clock.Advance(TimeSpan.FromSeconds(0.5));
        clock.WaitForTimers(4, run);
        Assert.Contains("0 of 3 items", screen.Text, StringComparison.Ordinal);

        // The first two end after a second. Progress shows that at its next look, or at a later one if the execution's thread is late.
        clock.Advance(TimeSpan.FromSeconds(0.5));
        while (!run.IsCompleted && !screen.Text.Contains("2 of 3 items", StringComparison.Ordinal))
        {
            clock.WaitForTimers(2, run);
            clock.Advance(TimeSpan.FromSeconds(0.1));
        }

        Assert.False(run.IsCompleted);
        clock.Advance(TimeSpan.FromHours(1));
        var (code, _, error) = await run;
        Assert.Equal((0, ""), (code, error));
    }

    [Fact]
    public async Task A_state_that_failed_inside_is_as_red_as_the_state_that_failed_in_it()
    {
        var file = Write("failing.asl.json", """
            { "StartAt": "Before", "States": {
              "Before": { "Type": "Pass", "Next": "Outer" },
              "Outer": { "Type": "Parallel", "End": true, "Branches": [{ "StartAt": "Inner", "States": { "Inner": { "Type": "Fail", "Error": "Broken" } } }] } } }
            """);
        var (code, output, _) = await Start(new ManualClock(), isInteractive: true, "run", file);

        Assert.Equal(2, code);
        var lines = output.ReplaceLineEndings("\n").Split('\n');
        Assert.Contains("\u001b[", StyleOf("Inner"), StringComparison.Ordinal);
        Assert.Equal(StyleOf("Inner"), StyleOf("Outer"));
        Assert.NotEqual(StyleOf("Inner"), StyleOf("Before"));

        string StyleOf(string state)
        {
            var before = lines.First(line => line.Contains(state, StringComparison.Ordinal)).Split(state)[0].TrimEnd(' ');
            return before[(before.LastIndexOf(' ') + 1)..];
        }
    }

    [Fact]
    public async Task What_is_not_a_terminal_sees_no_progress()
    {
        var clock = new ManualClock();
        var run = Start(clock, isInteractive: false, "run", Write("wait.asl.json", Wait), "--real-time");

        clock.WaitForTimers(1, run);
        clock.Advance(TimeSpan.FromHours(1));
        var (code, output, _) = await run;

        Assert.Equal(0, code);
        Assert.DoesNotContain("states", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_tells_every_option()
    {
        var (code, output, error) = Run("run", "--help");
        Assert.Equal((0, ""), (code, error));
        Assert.All(["FILE", "--input", "--mocks", "--test-case", "--state-machine", "--name", "--express", "--substitution", "--buckets", "--clock", "--real-time", "--seed", "--limit", "--history", "--json"], option => Assert.Contains(option, output, StringComparison.Ordinal));
        Assert.Contains("  run ", Run("--help").Output, StringComparison.Ordinal);
        Assert.Contains("stepwise run <FILE>", output, StringComparison.Ordinal);
    }

    /// <summary>The lines, with one space where there are several.</summary>
    private static List<string> Lines(string output)
        => [.. output.ReplaceLineEndings("\n").Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = CommandLine.Run(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private static Task<(int Code, string Output, string Error)> Start(ManualClock clock, bool isInteractive, params string[] arguments) => Start(clock, new Screen(), isInteractive, arguments);

    private static Task<(int Code, string Output, string Error)> Start(ManualClock clock, Screen screen, bool isInteractive, string[] arguments) => Task.Run(() =>
    {
        var error = new StringWriter();
        var code = CommandLine.Run(arguments, screen, error, useColours: isInteractive, isInteractive, clock);
        return (code, screen.Text, error.ToString());
    });

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>An output that can be read while another thread writes it.</summary>
    private sealed class Screen : StringWriter
    {
        private readonly object _gate = new();

        public string Text
        {
            get
            {
                lock (_gate)
                {
                    return ToString();
                }
            }
        }

        public override void Write(char value)
        {
            lock (_gate)
            {
                base.Write(value);
            }
        }

        public override void Write(string? value)
        {
            lock (_gate)
            {
                base.Write(value);
            }
        }

        public override void Write(char[] buffer, int index, int count)
        {
            lock (_gate)
            {
                base.Write(buffer, index, count);
            }
        }

        public override void Write(ReadOnlySpan<char> buffer)
        {
            lock (_gate)
            {
                base.Write(buffer);
            }
        }
    }
}
