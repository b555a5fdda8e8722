using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Flow;

/// <summary>Rules on retries, catches, timeouts and error names.</summary>
internal static class ResilienceRules
{
    public static void Check(WorkflowModel workflow, StateGraph graph, Action<DiagnosticInfo> report)
    {
        CheckErrors(workflow.Retry, report);
        CheckErrors(workflow.Catch, report);
        var usesRetry = false;
        var hasTasks = false;
        var used = new HashSet<int>();
        foreach (var node in graph.Nodes)
        {
            if (node.State is not TaskModel task)
            {
                continue;
            }

            hasTasks = true;
            if (task.Retry is { } retry)
            {
                CheckErrors(retry, report);
            }
            else
            {
                usesRetry = true;
            }

            if (task.Catch is { } own)
            {
                CheckErrors(own, report);
            }
            else
            {
                foreach (var catcher in node.Catch)
                {
                    used.Add(catcher.Anchor);
                }
            }

            CheckTask(node, task, report);
        }

        CheckDefaultRetry(workflow, graph, report);
        if (!usesRetry)
        {
            foreach (var retry in workflow.Retry)
            {
                report(new DiagnosticInfo(DiagnosticIds.CatchDefaultUnused, retry.Anchor, "Retry", hasTasks ? "every task has its own" : "the workflow has no tasks"));
            }
        }

        foreach (var catcher in workflow.Catch)
        {
            if (!used.Contains(catcher.Anchor) && graph.IsComplete)
            {
                report(new DiagnosticInfo(DiagnosticIds.CatchDefaultUnused, catcher.Anchor, "Catch",
                    hasTasks ? "every task has its own, or is part of the failure path itself" : "the workflow has no tasks"));
            }
        }
    }

    private static void CheckTask(StateNode node, TaskModel task, Action<DiagnosticInfo> report)
    {
        if (node.Retry.IsEmpty)
        {
            report(new DiagnosticInfo(DiagnosticIds.NoRetry, task.Anchor, task.Member));
        }

        if (node.Catch.IsEmpty && !node.IsExemptFromCatch)
        {
            report(new DiagnosticInfo(DiagnosticIds.NoCatch, task.Anchor, task.Member));
        }

        if (task is { WaitsForToken: true, TimeoutSeconds: null, HeartbeatSeconds: null })
        {
            report(new DiagnosticInfo(DiagnosticIds.TokenWithoutTimeout, task.Anchor, task.Member));
        }

        if (task.IsLambda && task.Retry is { Count: > 0 } retry && !RetriesTransient(retry))
        {
            report(new DiagnosticInfo(DiagnosticIds.LambdaTransientNotRetried, retry[0].Anchor, task.Member));
        }
    }

    /// <summary>A default that leaves Lambda's own errors out is reported once, on the class.</summary>
    private static void CheckDefaultRetry(WorkflowModel workflow, StateGraph graph, Action<DiagnosticInfo> report)
    {
        if (workflow.Retry.IsEmpty || RetriesTransient(workflow.Retry))
        {
            return;
        }

        foreach (var node in graph.Nodes)
        {
            if (node.State is TaskModel { IsLambda: true, Retry: null } task)
            {
                report(new DiagnosticInfo(DiagnosticIds.LambdaTransientNotRetried, workflow.Retry[0].Anchor, task.Member));
                return;
            }
        }
    }

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
                report(new DiagnosticInfo(DiagnosticIds.CatchAllNotLast, error.Anchor, attribute, "it covers the other names of its attribute already"));
            }
            else if (error.Name == ErrorNames.All && !isLast)
            {
                report(new DiagnosticInfo(DiagnosticIds.CatchAllNotLast, error.Anchor, attribute, $"no [{attribute}] after it would ever be looked at"));
            }
            else if (error.Name == ErrorNames.Runtime)
            {
                report(new DiagnosticInfo(DiagnosticIds.NotRetriable, error.Anchor, error.Name, attribute));
            }
            else if (error.Name.StartsWith("states.", StringComparison.OrdinalIgnoreCase) && !ErrorNames.Reserved.Contains(error.Name))
            {
                var close = Spelling.Closest(error.Name, ErrorNames.Reserved);
                report(new DiagnosticInfo(DiagnosticIds.MisspeltError, error.Anchor, error.Name, close is null ? "names that begin with 'States.' belong to AWS" : $"did you mean '{close}'?")
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
