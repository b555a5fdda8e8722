using System.Globalization;
using Stepwise.Cli.Shell;
using Stepwise.Json;
using Stepwise.Local;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Validation;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Cli.Running;

/// <summary>One execution of a definition, from its check to the report.</summary>
internal sealed record DefinitionRun
{
    public required string File { get; init; }

    public required string Definition { get; init; }

    public required WorkflowType Type { get; init; }

    public required JsonValue Input { get; init; }

    /// <summary>The machine's name; null if it is not given.</summary>
    public string? StateMachine { get; init; }

    /// <summary>The execution's name; null if it is not given.</summary>
    public string? Name { get; init; }

    public string? MockFile { get; init; }

    public string? TestCase { get; init; }

    public required IReadOnlyDictionary<string, string> Substitutions { get; init; }

    public string? Buckets { get; init; }

    /// <summary>The clock of the execution.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The clock of the machine that the tool runs on, for <see cref="Limit"/> and for progress.</summary>
    public required TimeProvider RealTime { get; init; }

    public int Seed { get; init; }

    /// <summary>The real time after which the execution is stopped; null for never.</summary>
    public TimeSpan? Limit { get; init; }

    public string? HistoryFile { get; init; }

    public bool IsJson { get; init; }

    public async Task<int> RunAsync(Terminal terminal, CancellationToken cancellation)
    {
        if (!IsDefinitionGood(terminal))
        {
            return ExitCodes.Failure;
        }

        if (Buckets is not null && !Directory.Exists(Buckets))
        {
            return terminal.Fail($"--buckets cannot be {Buckets}: there is no such folder. It has a folder for each bucket, and in it a file for each key.");
        }

        if (MockSelection.Read(MockFile, StateMachine, TestCase, MachineName(), terminal) is not { } mocks)
        {
            return ExitCodes.Failure;
        }

        TaskRequest? missing = null;
        var progress = new RunProgress(RealTime);
        var options = new LocalOptions
        {
            TimeProvider = Time,
            Seed = Seed,
            Mocks = mocks.Mocks,
            Substitutions = Substitutions,
            BucketFolder = Buckets,
            EventListener = terminal.IsInteractive && !IsJson ? progress.Note : null,
        };
        using var limited = new CancellationTokenSource(Limit ?? Timeout.InfiniteTimeSpan, RealTime);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limited.Token);
        options.Tasks.OnAnything((request, _) =>
        {
            missing ??= request;
            stop.Cancel();
            throw new TaskFailedException(LocalErrors.NoHandler, "Nothing answers for this task.");
        });
        var service = new LocalStepFunctions(options);
        await using var disposal = service.ConfigureAwait(false);
        LocalExecution execution;
        try
        {
            execution = service.CreateStateMachine(mocks.StateMachine, Definition, Type).StartExecution(Input, Name);
        }
        catch (ArgumentException exception)
        {
            return terminal.Fail(exception.Message);
        }

        await using (stop.Token.Register(() => execution.Stop(null, cancellation.IsCancellationRequested ? "Stopped by the user." : Limit is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"Stopped after {seconds.TotalSeconds} s of real time.") : null)).ConfigureAwait(false))
        {
            if (terminal.IsInteractive && !IsJson)
            {
                await progress.ShowAsync(execution.WaitAsync(CancellationToken.None), terminal.Console).ConfigureAwait(false);
            }

            // The token stops the execution, and its end is still waited for.
            await execution.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        if (HistoryFile is not null && DefinitionFile.Write(HistoryFile, RunDocument.History(execution).ToJson(indented: true) + "\n", terminal) is not ExitCodes.Success and var failure)
        {
            return failure;
        }

        if (missing is not null)
        {
            MissingMock.Explain(missing, mocks, MockFile, terminal);
            return ExitCodes.Failure;
        }

        if (execution.Error == LocalErrors.NoHandler)
        {
            return terminal.Fail(execution.Cause!);
        }

        if (IsJson)
        {
            terminal.Output.WriteLine(RunDocument.Of(execution).ToJson(indented: true));
        }
        else
        {
            RunReport.Write(execution, Time is VirtualClock, terminal);
        }

        return execution.Status == WorkflowStatus.Succeeded ? ExitCodes.Success : ExitCodes.ExecutionFailed;
    }

    /// <summary>Writes the errors that <c>validate</c> finds, without its warnings.</summary>
    private bool IsDefinitionGood(Terminal terminal)
    {
        var errors = DefinitionValidator.Validate(Definition, new() { Type = Type == WorkflowType.Express ? StateMachineType.Express : StateMachineType.Standard }).Where(diagnostic => diagnostic.Severity == DefinitionSeverity.Error).ToList();
        foreach (var error in errors)
        {
            terminal.Error.WriteLine(File + (error.Position is null ? ": " : "") + error);
        }

        return errors.Count == 0;
    }

    /// <summary>The file's name without its extensions, in the characters that AWS allows.</summary>
    private string MachineName()
    {
        var name = Path.GetFileName(File);
        name = name.Split('.')[0];
        name = new([.. name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' ? character : '-').Take(Limits.NameLength)]);
        return name.Length == 0 ? "definition" : name;
    }
}
