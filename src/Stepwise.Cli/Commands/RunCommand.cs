using System.CommandLine;
using System.Globalization;
using Stepwise.Cli.Running;
using Stepwise.StatesLanguage;

namespace Stepwise.Cli.Commands;

/// <summary><c>stepwise run</c>: executes a definition here, as AWS would, on a clock that skips waits.</summary>
internal static class RunCommand
{
    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The definition (.asl.json)." };
        var input = new Option<string>("--input", "-i") { Description = "The input: JSON, or @ and the name of a file.", HelpName = "JSON|@FILE", DefaultValueFactory = _ => "{}" };
        var mocks = new Option<string?>("--mocks", "-m") { Description = "What Tasks return: a file in the format of AWS's MockConfigFile.json.", HelpName = "FILE" };
        var testCase = new Option<string?>("--test-case", "-t") { Description = "The test case of the mocks, where there are several.", HelpName = "NAME" };
        var machine = new Option<string?>("--state-machine") { Description = "The name of the state machine, also in the mocks. Without it that of the mocks where there is one, otherwise the file's name.", HelpName = "NAME" };
        var name = new Option<string?>("--name") { Description = "The name of the execution.", HelpName = "NAME" };
        var express = new Option<bool>("--express") { Description = "The definition is for an Express state machine." };
        var substitutions = new Option<string[]>("--substitution", "-s") { Description = "The value of ${NAME} in the definition. May be given several times.", HelpName = "NAME=VALUE" };
        var buckets = new Option<string?>("--buckets") { Description = "The folder that stands for S3: a folder for each bucket, in it a file for each key.", HelpName = "FOLDER" };
        var clock = new Option<string?>("--clock") { Description = "When the virtual clock starts, such as 2026-03-01T09:00:00Z.", HelpName = "TIME" };
        var realTime = new Option<bool>("--real-time") { Description = "Waits take their time." };
        var seed = new Option<int>("--seed") { Description = "What random numbers, UUIDs and jitter are made from. The same seed gives the same run.", HelpName = "NUMBER" };
        var limit = new Option<double?>("--limit") { Description = "Stop the execution after so many seconds of real time.", HelpName = "SECONDS" };
        var history = new Option<string?>("--history") { Description = "Write the history to a file, as GetExecutionHistory returns it.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Write one JSON document instead of the timeline, for other tools." };
        var command = new Command("run", "Executes a definition here as AWS does, with mocks instead of services. Waits, retries and timeouts take no real time.")
        {
            file, input, mocks, testCase, machine, name, express, substitutions, buckets, clock, realTime, seed, limit, history, json,
        };
        command.SetAction(async (result, cancellation) =>
        {
            if (!DefinitionFile.TryRead(result.GetRequiredValue(file), terminal, out var definition)
                || !JsonArgument.TryRead("--input", result.GetRequiredValue(input), terminal, out var value)
                || !TryReadSubstitutions(result.GetValue(substitutions) ?? [], terminal, out var replaced)
                || !TryReadClock(result.GetValue(clock), result.GetValue(realTime), terminal, out var time))
            {
                return CommandLine.Failure;
            }

            var run = new DefinitionRun
            {
                File = result.GetRequiredValue(file),
                Definition = definition,
                Type = result.GetValue(express) ? WorkflowType.Express : WorkflowType.Standard,
                Input = value,
                StateMachine = result.GetValue(machine),
                Name = result.GetValue(name),
                MockFile = result.GetValue(mocks),
                TestCase = result.GetValue(testCase),
                Substitutions = replaced,
                Buckets = result.GetValue(buckets),
                Time = time,
                Seed = result.GetValue(seed),
                Limit = result.GetValue(limit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                HistoryFile = result.GetValue(history),
                IsJson = result.GetValue(json),
            };
            return await run.RunAsync(terminal, cancellation).ConfigureAwait(false);
        });
        limit.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<double?>() is not (> 0 and <= 86_400))
            {
                given.AddError("--limit is a number of seconds from above 0 to 86400.");
            }
        });
        return command;
    }

    private static bool TryReadSubstitutions(string[] given, Terminal terminal, out Dictionary<string, string> values)
    {
        values = new(StringComparer.Ordinal);
        foreach (var item in given)
        {
            var end = item.IndexOf('=', StringComparison.Ordinal);
            if (end <= 0)
            {
                terminal.Fail($"--substitution cannot be {item}: it is a name, an equals sign and a value, such as TopicArn=arn:aws:sns:us-east-1:123456789012:orders.");
                return false;
            }

            values[item[..end]] = item[(end + 1)..];
        }

        return true;
    }

    private static bool TryReadClock(string? start, bool isRealTime, Terminal terminal, out TimeProvider time)
    {
        time = isRealTime ? TimeProvider.System : new Local.VirtualClock();
        if (start is null)
        {
            return true;
        }

        if (isRealTime)
        {
            terminal.Fail("--clock and --real-time exclude each other: real time starts now.");
            return false;
        }

        if (!DateTimeOffset.TryParse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            terminal.Fail($"--clock cannot be {start}: it is a time such as 2026-03-01T09:00:00Z.");
            return false;
        }

        time = new Local.VirtualClock(at);
        return true;
    }
}
