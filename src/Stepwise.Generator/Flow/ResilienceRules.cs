using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Flow;

/// <summary>Rules on retries, catches, timeouts and error names.</summary>
internal static class ResilienceRules
{
    /// <summary>Checks the class's defaults and what each state that does work says of its own.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="outer">What is around the machine; null for the machine of a workflow.</param>
    /// <param name="report">Takes the diagnostics.</param>
    public static void Check(MachineModel machine, StateGraph graph, OuterScope? outer, Action<DiagnosticInfo> report)
    {
        CheckErrors(machine.Retry, report);
        CheckErrors(machine.Catch, report);
        foreach (var node in graph.Nodes)
        {
            if (node.State.Work is { } work)
            {
                CheckErrors(node.State.Retry ?? default, report);
                CheckErrors(node.State.Catch ?? default, report);
                CheckWork(node, work, outer is { IsCaught: true }, report);
            }
        }

        CheckDefaultRetry(machine, report);
        CheckDefaultsAreUsed(machine, graph, report);
    }

    private static void CheckWork(StateNode node, WorkModel work, bool isCaughtOutside, Action<DiagnosticInfo> report)
    {
        var state = node.State;
        if (work.TakesDefaultRetry && node.Resilience.Retry.IsEmpty)
        {
            report(new DiagnosticInfo(DiagnosticIds.NoRetry, state.Anchor, state.Member));
        }

        if (node.Resilience is { Catch.IsEmpty: true, IsExemptFromCatch: false } && !isCaughtOutside)
        {
            report(new DiagnosticInfo(DiagnosticIds.NoCatch, state.Anchor, state.Member));
        }

        if (work.MayWaitForever)
        {
            report(new DiagnosticInfo(DiagnosticIds.TokenWithoutTimeout, state.Anchor, state.Member));
        }

        if (InvokesFunction(state) && state.Retry is { Count: > 0 } retry && !RetriesTransient(retry))
        {
            report(new DiagnosticInfo(DiagnosticIds.LambdaTransientNotRetried, retry[0].Anchor, state.Member));
        }
    }

    /// <summary>A default that leaves Lambda's own errors out is reported once, on the class.</summary>
    private static void CheckDefaultRetry(MachineModel machine, Action<DiagnosticInfo> report)
    {
        if (!machine.Retry.IsEmpty && !RetriesTransient(machine.Retry) && FindFunctionWithDefaultRetry(machine) is { } state)
        {
            report(new DiagnosticInfo(DiagnosticIds.LambdaTransientNotRetried, machine.Retry[0].Anchor, state.Member));
        }
    }

    /// <summary>The first state that invokes a function and takes the machine's default, also in a machine that its states run; null if no state does.</summary>
    private static StateModel? FindFunctionWithDefaultRetry(MachineModel machine)
    {
        foreach (var state in machine.States)
        {
            if (InvokesFunction(state) && state.Retry is null)
            {
                return state;
            }

            foreach (var nested in state.Machines)
            {
                if (nested.Retry.IsEmpty && FindFunctionWithDefaultRetry(nested) is { } inside)
                {
                    return inside;
                }
            }
        }

        return null;
    }

    /// <summary>Reports a default of the class that holds for no state.</summary>
    private static void CheckDefaultsAreUsed(MachineModel machine, StateGraph graph, Action<DiagnosticInfo> report)
    {
        var hasWork = machine.AllStates().Any(static state => state.Work is not null);
        if (!TakesDefaultRetry(machine))
        {
            foreach (var retry in machine.Retry)
            {
                report(new DiagnosticInfo(DiagnosticIds.CatchDefaultUnused, retry.Anchor, "Retry", hasWork ? "every task has its own" : "the workflow has no tasks"));
            }
        }

        if (!graph.IsComplete)
        {
            return;
        }

        foreach (var catcher in machine.Catch)
        {
            if (!graph.Nodes.Any(node => node.State.Catch is null && node.Resilience.Catch.Contains(catcher)))
            {
                report(new DiagnosticInfo(DiagnosticIds.CatchDefaultUnused, catcher.Anchor, "Catch",
                    hasWork ? "every task has its own, or is part of the failure path itself" : "the workflow has no tasks"));
            }
        }
    }

    /// <summary>Whether a default for tasks holds for a state of the machine, or of a machine in it whose class has no default of its own.</summary>
    private static bool TakesDefaultRetry(MachineModel machine)
    {
        foreach (var state in machine.States)
        {
            if (state is { Retry: null, Work.TakesDefaultRetry: true } || state.Machines.Any(static nested => nested.Retry.IsEmpty && TakesDefaultRetry(nested)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool InvokesFunction(StateModel state) => state.Work?.Invokes is { Kind: InvocationKind.Function };

    private static bool RetriesTransient(EquatableArray<RetryModel> retries)
    {
        var covered = 0;
        foreach (var retry in retries)
        {
            foreach (var error in retry.Errors)
            {
                if (error.Name is ErrorNames.All or ErrorNames.TaskFailed)
                {
                    return true;
                }

                if (ErrorNames.LambdaTransient.Contains(error.Name))
                {
                    covered++;
                }
            }
        }

        return covered >= ErrorNames.LambdaTransient.Count;
    }

    private static void CheckErrors(EquatableArray<RetryModel> retries, Action<DiagnosticInfo> report)
    {
        for (var i = 0; i < retries.Count; i++)
        {
            CheckErrors("Retry", retries[i].Errors, isLast: i == retries.Count - 1, report);
        }
    }

    private static void CheckErrors(EquatableArray<CatchModel> catchers, Action<DiagnosticInfo> report)
    {
        for (var i = 0; i < catchers.Count; i++)
        {
            CheckErrors("Catch", catchers[i].Errors, isLast: i == catchers.Count - 1, report);
        }

        CheckHeartbeat(catchers, report);
    }

    private static void CheckErrors(string attribute, EquatableArray<ErrorName> errors, bool isLast, Action<DiagnosticInfo> report)
    {
        foreach (var error in errors)
        {
            if (error.Name == ErrorNames.All && errors.Count > 1)
            {
                report(new DiagnosticInfo(DiagnosticIds.CatchAllNotLast, error.Anchor, attribute, "it already covers the other names of its attribute"));
            }
            else if (error.Name == ErrorNames.All && !isLast)
            {
                report(new DiagnosticInfo(DiagnosticIds.CatchAllNotLast, error.Anchor, attribute, $"no [{attribute}] after it would ever be used"));
            }
            else if (error.Name == ErrorNames.Runtime)
            {
                report(new DiagnosticInfo(DiagnosticIds.NotRetriable, error.Anchor, error.Name, attribute));
            }
            else if (error.Name.StartsWith("states.", StringComparison.OrdinalIgnoreCase) && !ErrorNames.Reserved.Contains(error.Name))
            {
                var close = Spelling.Closest(error.Name, ErrorNames.Reserved);
                report(new DiagnosticInfo(DiagnosticIds.MisspeltError, error.Anchor, error.Name, close is null ? "names that begin with 'States.' are reserved for AWS" : $"did you mean '{close}'?")
                {
                    Properties = close is null ? default : new EquatableArray<DiagnosticProperty>(new DiagnosticProperty("Name", close)),
                });
            }
        }
    }

    private static void CheckHeartbeat(EquatableArray<CatchModel> catchers, Action<DiagnosticInfo> report)
    {
        ErrorName? heartbeat = null;
        foreach (var catcher in catchers)
        {
            foreach (var error in catcher.Errors)
            {
                if (error.Name is ErrorNames.All or ErrorNames.Timeout)
                {
                    return;
                }

                if (error.Name is ErrorNames.HeartbeatTimeout)
                {
                    heartbeat = error;
                }
            }
        }

        if (heartbeat is not null)
        {
            report(new DiagnosticInfo(DiagnosticIds.HeartbeatCatch, heartbeat.Anchor));
        }
    }
}
