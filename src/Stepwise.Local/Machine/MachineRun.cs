using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine;

/// <summary>Runs a machine from state to state. The machine is that of an execution, a branch of a Parallel, or an iteration of a Map.</summary>
internal sealed class MachineRun
{
    /// <summary>The number of states that take no time after which the loop can run other items.</summary>
    private const int StatesInARow = 10_000;

    /// <summary>The number of states that take no time after which an Express execution times out. On a virtual clock such an execution would never reach its limit of five minutes.</summary>
    private const int MostStatesInARow = 1_000_000;

    private readonly MachinePlan _plan;
    private readonly bool _isBranch;
    private JsonValue? _measured;
    private int _statesInARow;
    private int _statesWithoutTime;

    /// <summary>The machine of an execution.</summary>
    public MachineRun(Execution execution, StateMachine machine, AslQueryLanguage language, CancellationToken cancellation)
        : this(execution, machine, language, null, cancellation)
    {
    }

    /// <summary>A machine inside a state.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="within">The visit of the Parallel or Map.</param>
    /// <param name="map">The member <c>Map</c> of the context object, for an iteration; null for a branch.</param>
    /// <param name="previousEventId">The id of the event that the machine's first event follows.</param>
    /// <param name="cancellation">Ends the machine.</param>
    public MachineRun(StateMachine machine, StateVisit within, JsonObject? map, long previousEventId, CancellationToken cancellation)
        : this(within.Execution, machine, within.Machine.Language, within.Machine, cancellation)
    {
        Map = map ?? within.Machine.Map;
        _isBranch = map is null;
        LastEventId = previousEventId;
    }

    private MachineRun(Execution execution, StateMachine machine, AslQueryLanguage language, MachineRun? outer, CancellationToken cancellation)
    {
        Execution = execution;
        Machine = machine;
        Language = machine.QueryLanguage ?? language;
        Cancellation = cancellation;
        Outer = outer;
        Variables = new(outer?.Variables);
        _plan = MachinePlan.Of(machine, Language);
    }

    public Execution Execution { get; }

    public StateMachine Machine { get; }

    public AslQueryLanguage Language { get; }

    /// <summary>The machine around it, whose variables it reads. The machine of an execution has none: null.</summary>
    public MachineRun? Outer { get; }

    /// <summary>Its variables. They also read the variables of the machines around it.</summary>
    public Variables Variables { get; }

    /// <summary>The member <c>Map</c> of the context object; null outside of iterations.</summary>
    public JsonObject? Map { get; }

    /// <summary>The id of the last event of this machine, which the next event follows.</summary>
    public long LastEventId { get; set; }

    /// <summary>The state that the machine is in or was in last; null before the first.</summary>
    public Step? Current { get; private set; }

    /// <summary>The input of that state.</summary>
    public JsonValue? CurrentInput { get; private set; }

    /// <summary>Ends the machine. Its states first record that they are aborted, and then its next await throws <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Runs the machine.</summary>
    /// <param name="input">Its input.</param>
    /// <returns>Its output.</returns>
    /// <exception cref="StateException">The machine fails.</exception>
    /// <exception cref="OperationCanceledException">The machine was ended.</exception>
    public ValueTask<JsonValue> RunAsync(JsonValue input)
        => RunAsync(_plan.Start ?? throw new StateException(ErrorNames.Runtime, $"The machine starts at '{Machine.StartAt}', which is none of its states.", isCatchable: false), input);

    /// <summary>Runs the machine, beginning with a state.</summary>
    /// <param name="start">The state.</param>
    /// <param name="input">The state's input.</param>
    /// <returns>The machine's output.</returns>
    public async ValueTask<JsonValue> RunAsync(Step start, JsonValue input)
    {
        Step? step = start;
        var data = input;
        while (true)
        {
            Cancellation.ThrowIfCancellationRequested();
            RunImmediate(ref step, ref data);
            if (step is null)
            {
                return data;
            }

            if (step is not TimedStep timed)
            {
                _statesInARow = 0;
                _statesWithoutTime += StatesInARow;
                if (_statesWithoutTime >= MostStatesInARow)
                {
                    Execution.TimeOut();
                }

                await Execution.Loop.DelayUntilAsync(Execution.Loop.Now, Cancellation, Execution.Cancellation);
                continue;
            }

            _statesInARow = 0;
            _statesWithoutTime = 0;

            var visit = Enter(timed, data);
            StepEnd end;
            try
            {
                end = await timed.PerformAsync(visit);
                Leave(timed, visit, end);
            }
            catch (EvaluationException exception)
            {
                throw visit.ErrorOf(exception);
            }
            catch (OperationCanceledException)
            {
                visit.Record(timed.Aborted, null);
                throw;
            }
            catch (StateException exception) when (_isBranch && exception.IsCatchable && timed.State is TaskState)
            {
                // Executions recorded on AWS have this. Iterations of a Map do not.
                visit.Record(HistoryEventType.TaskStateAborted, null);
                throw;
            }

            step = end.Next;
            data = end.Output;
        }
    }

    /// <summary>Runs states that take no time until it reaches a state that does, or the machine ends.</summary>
    private void RunImmediate(ref Step? step, ref JsonValue data)
    {
        while (step is ImmediateStep immediate && _statesInARow++ < StatesInARow)
        {
            var visit = Enter(immediate, data);
            StepEnd end;
            try
            {
                end = immediate.Perform(visit);
                Leave(immediate, visit, end);
            }
            catch (EvaluationException exception)
            {
                throw visit.ErrorOf(exception);
            }
            catch (InsufficientExecutionStackException exception)
            {
                throw visit.ErrorOf(new(ErrorNames.Runtime, "The value is nested too deeply.", null, exception));
            }

            step = end.Next;
            data = end.Output;
        }
    }

    private StateVisit Enter(Step step, JsonValue input)
    {
        Current = step;
        CurrentInput = input;
        var visit = new StateVisit(this, step, input);
        Execution.CountTransition();
        visit.EnteredEventId = visit.Record(step.Entered, new StateEnteredDetails(step.Name, input));
        return visit;
    }

    private void Leave(Step step, StateVisit visit, in StepEnd end)
    {
        if (!ReferenceEquals(end.Output, _measured))
        {
            if (PayloadSize.Exceeds(end.Output))
            {
                throw new StateException(ErrorNames.DataLimitExceeded, $"The state/task '{step.Name}' returned a result with a size exceeding the maximum number of bytes service limit.", isCatchable: false);
            }

            _measured = end.Output;
        }

        if (end.Assigned is { } assigned)
        {
            if (PayloadSize.Exceeds(assigned))
            {
                throw new StateException(ErrorNames.DataLimitExceeded, $"The variables that the state '{step.Name}' assigns have more than {PayloadSize.Limit} bytes together, which is the limit of the service.", isCatchable: false);
            }

            Variables.Set(assigned);
        }

        visit.Record(step.Exited!.Value, new StateExitedDetails(step.Name, end.Output, end.Assigned));
    }
}
