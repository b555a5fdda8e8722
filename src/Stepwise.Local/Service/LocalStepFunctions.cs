using Stepwise.Json;
using Stepwise.Local.Machine;
using Stepwise.Local.Machine.Tasks;
using Stepwise.Local.Service;
using Stepwise.Local.Timing;
using Stepwise.StatesLanguage;

namespace Stepwise.Local;

/// <summary>Step Functions in process: state machines, their executions, task tokens and activities, on one clock. It may be used from any thread.</summary>
/// <example><code>
/// await using var stepFunctions = new LocalStepFunctions(new() { Tasks = new LocalTasks().OnFunction("price", (request, _) => new(42)) });
/// var execution = await stepFunctions.CreateStateMachine("order", definition).RunAsync("""{"orderId":"A-1"}""");
/// </code></example>
public sealed partial class LocalStepFunctions : IExecutionHost, IAsyncDisposable, IDisposable
{
    private const string DisposalCause = "The LocalStepFunctions that ran the execution was disposed of.";

    /// <summary>How long, in real time, <see cref="DisposeAsync"/> waits for what it stops.</summary>
    private static readonly TimeSpan _endOfDisposal = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly EventLoop _loop;
    private readonly Dictionary<string, LocalStateMachine> _machines = new(StringComparer.Ordinal);
    private readonly HashSet<(string Machine, string Execution)> _names = [];
    private readonly HashSet<Execution> _running = [];
    private readonly CancellationTokenSource _disposal = new();
    private bool _isDisposed;
    private bool _isClosed;
    private int _executions;

    /// <summary>Step Functions with nothing in it.</summary>
    /// <param name="options">How executions run; null for the defaults.</param>
    /// <exception cref="InvalidOperationException">The options' clock drives another <see cref="LocalStepFunctions"/> that has not been disposed of.</exception>
    public LocalStepFunctions(LocalOptions? options = null)
    {
        Options = options ?? new();
        _loop = new(Options.TimeProvider ?? new VirtualClock(), Options.UnresponsiveAfter, Options.RealTime);
    }

    /// <summary>How executions run.</summary>
    public LocalOptions Options { get; }

    /// <summary>The clock of all executions.</summary>
    public TimeProvider TimeProvider => _loop.Time;

    EventLoop IExecutionHost.Loop => _loop;

    /// <summary>Is cancelled when this object is disposed of.</summary>
    internal CancellationToken Disposal => _disposal.Token;

    /// <summary>Makes a state machine (<c>CreateStateMachine</c>), after checking its definition as AWS does. Making the same machine again, with the same text as its definition, returns the machine that exists.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="definition">Its definition in ASL.</param>
    /// <param name="type">Standard or Express. Default: Standard.</param>
    /// <returns>The machine.</returns>
    /// <exception cref="ArgumentException">AWS would refuse the definition or the name, or another machine has the name (<c>StateMachineAlreadyExists</c>); the message says why and where.</exception>
    /// <exception cref="ObjectDisposedException">This object was disposed of.</exception>
    public LocalStateMachine CreateStateMachine(string name, string definition, WorkflowType type = WorkflowType.Standard)
    {
        ThrowIfDisposed();
        return CreateStateMachine(name, Service.Definition.Read(definition, type, Options), type, tasks: null);
    }

    /// <summary>Makes a state machine (<c>CreateStateMachine</c>) of a definition that was read or built. It is checked and its substitutions are replaced as those of a text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="definition">Its definition.</param>
    /// <param name="type">Standard or Express. Default: Standard.</param>
    /// <returns>The machine.</returns>
    /// <exception cref="ArgumentException">AWS would refuse the definition or the name, or another machine has the name (<c>StateMachineAlreadyExists</c>); the message says why and where.</exception>
    /// <exception cref="ObjectDisposedException">This object was disposed of.</exception>
    public LocalStateMachine CreateStateMachine(string name, StateMachine definition, WorkflowType type = WorkflowType.Standard)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return CreateStateMachine(name, DefinitionWriter.Write(definition, indented: false), type);
    }

    /// <summary>Makes a state machine with handlers of its own, which stand behind those of the options.</summary>
    internal LocalStateMachine CreateStateMachine(string name, Definition definition, WorkflowType type, MachineTasks? tasks)
    {
        ResourceName.Check(name, nameof(name), "state machine");
        var arn = $"arn:aws:states:{Options.Region}:{Options.AccountId}:stateMachine:{name}";
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_machines.TryGetValue(arn, out var existing))
            {
                return Difference(existing) is not { } difference
                    ? existing
                    : throw new ArgumentException($"State Machine Already Exists: '{arn}'. It has {difference}. Give each state machine a name of its own, or create it once and keep it (AWS: StateMachineAlreadyExists).", nameof(name));
            }

            var machine = new LocalStateMachine(this, name, arn, definition.Machine, type, Options.RoleArn ?? $"arn:aws:iam::{Options.AccountId}:role/{name}")
            {
                DefinitionText = definition.Text,
                Tasks = tasks,
            };
            _machines.Add(arn, machine);
            return machine;
        }

        // AWS compares the texts of the definitions, so that a line break makes a difference. It does not compare roles.
        string? Difference(LocalStateMachine existing) => existing switch
        {
            _ when !string.Equals(existing.DefinitionText, definition.Text, StringComparison.Ordinal) => "another definition",
            _ when existing.Type != type => "another type",
            _ when !ReferenceEquals(existing.Tasks?.Implementation, tasks?.Implementation) => "another object for its tasks",
            _ => null,
        };
    }

    LocalStateMachine? IExecutionHost.FindStateMachine(string arn)
    {
        lock (_gate)
        {
            return _machines.GetValueOrDefault(arn) ?? _machines.GetValueOrDefault(string.Join(':', arn.Split(':').Take(7)));
        }
    }

    StartRefusal? IExecutionHost.TryStartExecution(LocalStateMachine machine, JsonValue input, string? name, Action<Execution>? beforeStart, out Execution? execution)
    {
        execution = null;
        if (PayloadSize.Exceeds(input))
        {
            return new(StartRefusal.InvalidExecutionInput, $"The input has more than {PayloadSize.Limit} bytes, which AWS refuses. Put large data into S3 and pass its address.");
        }

        if (name is not null && ResourceName.Problem(name, "execution") is { } problem)
        {
            return new(StartRefusal.InvalidName, problem);
        }

        var isExpress = machine.Type == WorkflowType.Express;
        lock (_gate)
        {
            var number = ++_executions;
            if (name is not null && !isExpress && !_names.Add((machine.Arn, name)))
            {
                execution = _running.FirstOrDefault(running => running.Parent is null && running.Name == name && running.StateMachine.Arn == machine.Arn && running.Input.Equals(input));
                if (execution is null)
                {
                    return new(StartRefusal.ExecutionAlreadyExists, $"An execution named '{name}' of the state machine '{machine.Name}' exists. Give each execution a name of its own, or none.");
                }

                beforeStart?.Invoke(execution);
                return null;
            }

            // Whatever else runs, an execution of a name does the same.
            var seed = unchecked((Options.Seed * 397) ^ (name is null || isExpress ? number : HashOf(name)));
            name ??= Uuid.Create(new Random(seed));
            var random = new Random(seed);
            execution = new Execution
            {
                Host = this,
                StateMachine = machine,
                Name = name,
                Arn = $"arn:aws:states:{Options.Region}:{Options.AccountId}:{(isExpress ? "express" : "execution")}:{machine.Name}:{name}" + (isExpress ? ":" + Uuid.Create(random) : ""),
                Input = input,
                StartedAt = _loop.Now,
                Random = random,
                HandlerContext = ExecutionContext.Capture(),
            };

            // Under the lock: another thread that starts an execution of this name finds this one.
            execution.Start(beforeStart);
            return null;
        }
    }

    void IExecutionHost.Register(Execution execution)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            _running.Add(execution);
        }
    }

    void IExecutionHost.Unregister(Execution execution)
    {
        lock (_gate)
        {
            _running.Remove(execution);
        }
    }

    void IExecutionHost.ThrowIfDisposed() => ThrowIfDisposed();

    /// <summary>Stops all executions and the clock, and does not wait: an execution that is in the middle of a step, or of a handler, ends without the event <c>ExecutionAborted</c>. <see cref="DisposeAsync"/> waits for it.</summary>
    public void Dispose()
    {
        if (TryBeginDisposal(out _))
        {
            // A handler runs on the loop: nothing else can run there before it returns.
            if (HandlerCall.Current is null)
            {
                _loop.Drain();
            }

            Close();
        }
    }

    /// <summary>Stops all executions, waits until they have ended, and stops the clock. A handler that does not return holds this up for one second at most.</summary>
    /// <returns>The disposal.</returns>
    public async ValueTask DisposeAsync()
    {
        if (TryBeginDisposal(out var running))
        {
            if (running.Count > 0 && HandlerCall.Current is null)
            {
                try
                {
                    await Task.WhenAll(running.Select(execution => execution.Completion)).WaitAsync(_endOfDisposal, Options.RealTime).ConfigureAwait(false);
                }
                catch (TimeoutException)
                {
                    // The executions whose handlers hold their threads are left behind.
                }
            }

            Close();
        }
    }

    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed), this);

    private bool TryBeginDisposal(out List<Execution> running)
    {
        lock (_gate)
        {
            running = [.. _running];
            if (_isDisposed)
            {
                return false;
            }

            Volatile.Write(ref _isDisposed, true);
        }

        _disposal.Cancel();
        var stopped = running;
        if (stopped.Count > 0)
        {
            _loop.Interrupt(() => stopped.ForEach(execution => execution.Stop(null, DisposalCause)));
        }

        return true;
    }

    private void Close()
    {
        _loop.Dispose();
        List<Execution> left;
        lock (_gate)
        {
            _isClosed = true;
            left = [.. _running];
        }

        left.ForEach(execution => execution.Abandon(DisposalCause));
        _disposal.Dispose();
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
}
