using Stepwise.Json;
using Stepwise.Local.Interpretation;
using Stepwise.Local.Timing;
using Stepwise.StatesLanguage;

namespace Stepwise.Local;

/// <summary>Step Functions in process: state machines, their executions, task tokens and activities, on one clock.</summary>
public sealed partial class LocalStepFunctions : IDisposable
{
    /// <summary>How long, in real time, disposal waits for what it stops.</summary>
    private static readonly TimeSpan EndOfDisposal = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly Dictionary<string, LocalStateMachine> _machines = new(StringComparer.Ordinal);
    private readonly HashSet<(string Machine, string Execution)> _names = [];
    private readonly HashSet<Execution> _running = [];
    private bool _isDisposed;
    private int _executions;

    /// <summary>Step Functions with nothing in it.</summary>
    /// <param name="options">How executions run; null for the defaults.</param>
    public LocalStepFunctions(LocalOptions? options = null)
    {
        Options = options ?? new();
        Loop = new(Options.TimeProvider ?? new VirtualClock(), Options.UnresponsiveAfter);
    }

    /// <summary>How executions run.</summary>
    public LocalOptions Options { get; }

    /// <summary>The clock of all executions.</summary>
    public TimeProvider TimeProvider => Loop.Time;

    internal EventLoop Loop { get; }

    /// <summary>Makes a state machine, after checking its definition as AWS does.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="definition">Its definition in ASL.</param>
    /// <param name="type">Standard or Express. Default: Standard.</param>
    /// <returns>The machine.</returns>
    /// <exception cref="ArgumentException">AWS would refuse the definition or the name; the message says why and where.</exception>
    public LocalStateMachine CreateStateMachine(string name, string definition, StateMachineType type = StateMachineType.Standard)
        => CreateStateMachine(name, Definition.Read(definition, type, Options), type, null);

    /// <summary>Makes a state machine with handlers of its own, which stand behind those of the options.</summary>
    internal LocalStateMachine CreateStateMachine(string name, StateMachine definition, StateMachineType type, LocalTasks? tasks)
    {
        ResourceName.Check(name, nameof(name), "state machine");
        var arn = $"arn:aws:states:{Options.Region}:{Options.AccountId}:stateMachine:{name}";
        var machine = new LocalStateMachine(name, arn, definition, type, Options.RoleArn ?? $"arn:aws:iam::{Options.AccountId}:role/{name}") { Tasks = tasks };
        lock (_gate)
        {
            _machines[arn] = machine;
        }

        return machine;
    }

    /// <summary>A state machine.</summary>
    /// <param name="arn">Its ARN, or that of one of its versions or aliases.</param>
    /// <returns>The machine; null where there is none.</returns>
    internal LocalStateMachine? FindStateMachine(string arn)
    {
        lock (_gate)
        {
            return _machines.GetValueOrDefault(arn) ?? _machines.GetValueOrDefault(string.Join(':', arn.Split(':').Take(7)));
        }
    }

    /// <summary>Starts an execution.</summary>
    /// <param name="machine">What to execute.</param>
    /// <param name="input">The input.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <returns>The execution, which runs.</returns>
    /// <exception cref="ArgumentException">An execution of this name exists, or the name is not valid.</exception>
    public LocalExecution StartExecution(LocalStateMachine machine, JsonValue input, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(input);
        if (PayloadSize.Exceeds(input))
        {
            throw new ArgumentException($"The input has more than {PayloadSize.Limit} bytes, which AWS refuses. Put large data into S3 and pass its address.", nameof(input));
        }

        var isExpress = machine.Type == StateMachineType.Express;
        int seed;
        lock (_gate)
        {
            seed = unchecked((Options.Seed * 397) ^ ++_executions);
            if (name is null)
            {
                name = NewId(new Random(seed));
            }
            else
            {
                ResourceName.Check(name, nameof(name), "execution");
                if (!isExpress)
                {
                    // Whatever else runs, an execution of a name does the same.
                    seed = unchecked((Options.Seed * 397) ^ HashOf(name));
                }

                if (!isExpress && !_names.Add((machine.Arn, name)))
                {
                    throw new ArgumentException($"An execution named '{name}' of the state machine '{machine.Name}' exists. Give each execution a name of its own, or none.", nameof(name));
                }
            }
        }

        var random = new Random(seed);
        var execution = new Execution
        {
            Service = this,
            StateMachine = machine,
            Name = name,
            Arn = $"arn:aws:states:{Options.Region}:{Options.AccountId}:{(isExpress ? "express" : "execution")}:{machine.Name}:{name}" + (isExpress ? ":" + NewId(random) : ""),
            Input = input,
            Random = random,
            HandlerContext = ExecutionContext.Capture(),
        };
        execution.Start();
        return execution.Handle;
    }

    /// <summary>Starts an execution and waits until it ends, however it ends.</summary>
    /// <param name="machine">What to execute.</param>
    /// <param name="input">The input.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <param name="cancellationToken">Stops the execution.</param>
    /// <returns>The ended execution.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled; the execution was stopped.</exception>
    public async Task<LocalExecution> RunAsync(LocalStateMachine machine, JsonValue input, string? name = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var execution = StartExecution(machine, input, name);
        if (Timing.HandlerCall.Current is { } handler)
        {
            // A handler that waits for an execution lets it go on.
            handler.TimerStarted();
            _ = execution.Execution.Ended.ContinueWith(static (_, waiting) => ((Timing.HandlerCall)waiting!).TimerEnded(), handler, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        using (cancellationToken.UnsafeRegister(_ => StopExecution(execution), null))
        {
            await execution.Completion.ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return execution;
    }

    /// <summary>Stops an execution (<c>StopExecution</c>): it is aborted.</summary>
    /// <param name="execution">The execution; one that has ended stays as it is.</param>
    /// <param name="error">An error's name to note; null for none.</param>
    /// <param name="cause">A cause to note; null for none.</param>
    public void StopExecution(LocalExecution execution, string? error = null, string? cause = null)
    {
        ArgumentNullException.ThrowIfNull(execution);
        Loop.Interrupt(() => execution.Execution.Stop(error, cause));
    }

    /// <summary>Runs an execution that did not succeed again from where it failed (<c>RedriveExecution</c>).</summary>
    /// <param name="execution">A Standard execution that failed, timed out or was stopped.</param>
    /// <exception cref="InvalidOperationException">The execution cannot be redriven; the message says why.</exception>
    public void RedriveExecution(LocalExecution execution)
    {
        ArgumentNullException.ThrowIfNull(execution);
        if (execution.StateMachine.Type == StateMachineType.Express)
        {
            throw new InvalidOperationException($"The execution '{execution.Name}' cannot be redriven: only executions of Standard state machines can.");
        }

        if (execution.Execution.WhyNotRedrivable() is { } reason)
        {
            throw new InvalidOperationException($"The execution '{execution.Name}' cannot be redriven: {reason}");
        }

        if (!execution.Execution.TryReopen())
        {
            throw new InvalidOperationException($"The execution '{execution.Name}' cannot be redriven: its status is {execution.Status}. Only executions that failed, timed out or were stopped can.");
        }

        Loop.Post(execution.Execution.Redrive);
    }

    /// <summary>Stops all executions and the clock.</summary>
    public void Dispose()
    {
        List<Execution> running;
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            running = [.. _running];
        }

        if (running.Count > 0)
        {
            Loop.Interrupt(() => running.ForEach(execution => execution.Stop(null, "The LocalStepFunctions that ran the execution was disposed of.")));

            // A handler runs on the loop, which then cannot be waited for.
            if (Timing.HandlerCall.Current is null)
            {
                Task.WaitAll([.. running.Select(execution => execution.Completion)], EndOfDisposal);
            }
        }

        Loop.Dispose();
        running.ForEach(execution => execution.Abandon());
    }

    /// <summary>An execution starts to run.</summary>
    internal void Remember(Execution execution)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _running.Add(execution);
        }
    }

    /// <summary>An execution has ended.</summary>
    internal void Forget(Execution execution)
    {
        lock (_gate)
        {
            _running.Remove(execution);
        }
    }

    /// <summary>A number of a text that is the same in every process (FNV-1a).</summary>
    private static int HashOf(string text)
    {
        var hash = 2_166_136_261u;
        foreach (var unit in text)
        {
            hash = unchecked((hash ^ unit) * 16_777_619u);
        }

        return unchecked((int)hash);
    }

    private static string NewId(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }
}
