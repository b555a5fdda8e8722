using System.CommandLine;
using System.Globalization;
using Stepwise.Cli.Running;
using Stepwise.Cli.Shell;
using Stepwise.Local;
using Stepwise.StatesLanguage;

namespace Stepwise.Cli.Commands;

/// <summary>The argument and the options of <c>stepwise run</c>, and the run that they describe.</summary>
internal sealed class RunOptions
{
    private readonly Argument<string> _file = new("FILE") { Description = "The definition (.asl.json)." };
    private readonly Option<string> _input = new("--input", "-i") { Description = "The input: JSON, or @ and the name of a file.", HelpName = "JSON|@FILE", DefaultValueFactory = _ => "{}" };
    private readonly Option<string?> _mocks = new("--mocks", "-m") { Description = "What Tasks return: a file in the format of AWS's MockConfigFile.json.", HelpName = "FILE" };
    private readonly Option<string?> _testCase = new("--test-case", "-t") { Description = "The test case of the mocks. Required if the mocks have several.", HelpName = "NAME" };
    private readonly Option<string?> _stateMachine = new("--state-machine") { Description = "The name of the state machine, also in the mocks. The default is the only one in the mocks, or else the file's name.", HelpName = "NAME" };
    private readonly Option<string?> _name = new("--name") { Description = "The name of the execution.", HelpName = "NAME" };
    private readonly Option<bool> _express = new("--express") { Description = "The definition is for an Express state machine." };
    private readonly Option<string[]> _substitutions = new("--substitution", "-s") { Description = "The value of ${NAME} in the definition. May be given several times.", HelpName = "NAME=VALUE" };
    private readonly Option<string?> _buckets = new("--buckets") { Description = "The folder that stands for S3: a folder for each bucket, in it a file for each key.", HelpName = "FOLDER" };
    private readonly Option<string?> _clock = new("--clock") { Description = "When the virtual clock starts, such as 2026-03-01T09:00:00Z.", HelpName = "TIME" };
    private readonly Option<bool> _realTime = new("--real-time") { Description = "Waits take their time." };
    private readonly Option<int> _seed = new("--seed") { Description = "The seed of random numbers, UUIDs and jitter. The same seed gives the same run.", HelpName = "NUMBER" };
    private readonly Option<double?> _limit = new("--limit") { Description = "Stop the execution after so many seconds of real time.", HelpName = "SECONDS" };
    private readonly Option<string?> _history = new("--history") { Description = "Write the history to a file, as GetExecutionHistory returns it.", HelpName = "FILE" };
    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON document instead of the timeline, for other tools." };

    public RunOptions(Command command)
    {
        command.Arguments.Add(_file);
        foreach (var option in (Option[])[_input, _mocks, _testCase, _stateMachine, _name, _express, _substitutions, _buckets, _clock, _realTime, _seed, _limit, _history, _json])
        {
            command.Options.Add(option);
        }

        _limit.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<double?>() is not (> 0 and <= 86_400))
            {
                given.AddError("--limit is a number of seconds from above 0 to 86400.");
            }
        });
    }

    /// <summary>Reads the arguments and the files that they name.</summary>
    /// <param name="result">The arguments.</param>
    /// <param name="realTime">The clock of the machine that the tool runs on.</param>
    /// <param name="terminal">Where errors are written.</param>
    /// <returns>The run. If an argument is wrong or a file cannot be read, writes an error and returns null.</returns>
    public DefinitionRun? Read(ParseResult result, TimeProvider realTime, Terminal terminal)
    {
        var file = result.GetRequiredValue(_file);
        if (!DefinitionFile.TryRead(file, terminal, out var definition)
            || !JsonArgument.TryRead("--input", result.GetRequiredValue(_input), terminal, out var input)
            || !TryReadSubstitutions(result.GetValue(_substitutions) ?? [], terminal, out var substitutions)
            || !TryReadClock(result.GetValue(_clock), result.GetValue(_realTime) ? realTime : null, terminal, out var time))
        {
            return null;
        }

        return new()
        {
            File = file,
            Definition = definition,
            Type = result.GetValue(_express) ? WorkflowType.Express : WorkflowType.Standard,
            Input = input,
            StateMachine = result.GetValue(_stateMachine),
            Name = result.GetValue(_name),
            MockFile = result.GetValue(_mocks),
            TestCase = result.GetValue(_testCase),
            Substitutions = substitutions,
            Buckets = result.GetValue(_buckets),
            Time = time,
            RealTime = realTime,
            Seed = result.GetValue(_seed),
            Limit = result.GetValue(_limit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            HistoryFile = result.GetValue(_history),
            IsJson = result.GetValue(_json),
        };
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

    private static bool TryReadClock(string? start, TimeProvider? realTime, Terminal terminal, out TimeProvider time)
    {
        time = realTime ?? new VirtualClock();
        if (start is null)
        {
            return true;
        }

        if (realTime is not null)
        {
            terminal.Fail("--clock and --real-time exclude each other: real time starts now.");
            return false;
        }

        if (!DateTimeOffset.TryParse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            terminal.Fail($"--clock cannot be {start}: it is a time such as 2026-03-01T09:00:00Z.");
            return false;
        }

        time = new VirtualClock(at);
        return true;
    }
}
