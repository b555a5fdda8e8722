using System.Runtime.CompilerServices;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Machine;

/// <summary>A machine that is prepared for execution. Its states are prepared once.</summary>
internal sealed class MachinePlan
{
    private static readonly ConditionalWeakTable<StateMachine, MachinePlan>[] _known = [[], []];
    private readonly Dictionary<string, Step> _steps = new(StringComparer.Ordinal);

    private MachinePlan(StateMachine machine, AslQueryLanguage language)
    {
        Machine = machine;
        foreach (var state in machine.States)
        {
            _steps.Add(state.Name, StepOf(state, language));
        }

        foreach (var step in _steps.Values)
        {
            step.Connect(this);
        }
    }

    public StateMachine Machine { get; }

    /// <summary>The first state, or null if no state has the name in <c>StartAt</c>.</summary>
    public Step? Start => Find(Machine.StartAt);

    /// <summary>Gets the plan of a machine.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="language">Its query language.</param>
    /// <returns>The plan. It is the same object for each call.</returns>
    public static MachinePlan Of(StateMachine machine, AslQueryLanguage language)
        => _known[language == AslQueryLanguage.Jsonata ? 1 : 0].GetValue(machine, language == AslQueryLanguage.Jsonata ? static machine => new(machine, AslQueryLanguage.Jsonata) : static machine => new(machine, AslQueryLanguage.JsonPath));

    /// <summary>Finds a state.</summary>
    /// <param name="name">The name, or null.</param>
    /// <returns>The state, or null if no state has the name.</returns>
    public Step? Find(string? name) => name is not null && _steps.TryGetValue(name, out var step) ? step : null;

    /// <summary>Finds a state that a field names.</summary>
    /// <param name="from">The state with the field.</param>
    /// <param name="name">The name.</param>
    /// <returns>The state. If no state has the name, it is a state that fails.</returns>
    public Step Target(Step from, string name)
        => Find(name) ?? new UnfitStep(from.State, from.Language, $"The state '{from.Name}' goes to '{name}', which is no state of its machine.");

    private static Step StepOf(State state, AslQueryLanguage language) => state switch
    {
        PassState pass => new PassStep(pass, language),
        ChoiceState choice => new ChoiceStep(choice, language),
        WaitState wait => new WaitStep(wait, language),
        SucceedState succeed => new SucceedStep(succeed, language),
        FailState fail => new FailStep(fail, language),
        TaskState task => new WorkStep(task, language, WorkEvents.Task, new TaskWork(task)),
        ParallelState parallel => new WorkStep(parallel, language, WorkEvents.Parallel, new ParallelWork(parallel)),
        MapState map => new WorkStep(map, language, WorkEvents.Map, new MapWork(map)),
        _ => new UnfitStep(state, language, $"The state '{state.Name}' cannot be executed: its type '{state.Type}' or its fields are not valid. Validate the definition to see what is wrong."),
    };
}
