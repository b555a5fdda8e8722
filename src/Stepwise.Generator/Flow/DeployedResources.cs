using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Flow;

/// <summary>A resource that the deployment supplies, with the states that use it: empty if only an alarm uses it.</summary>
internal sealed record DeployedResource(string Key, ResourceKind Kind, string Name, List<string> States);

/// <summary>Collects the resources that a workflow refers to. Each has a substitution of its own.</summary>
internal static class DeployedResources
{
    public static IReadOnlyList<DeployedResource> Of(WorkflowModel workflow, Action<DiagnosticInfo> report)
    {
        var byKey = new SortedDictionary<string, DeployedResource>(StringComparer.Ordinal);

        void Add(string key, ResourceKind kind, string name, string? state, int anchor)
        {
            if (!byKey.TryGetValue(key, out var known))
            {
                byKey.Add(key, new DeployedResource(key, kind, name, state is null ? [] : [state]));
            }
            else if (known.Name != name)
            {
                report(new DiagnosticInfo(DiagnosticIds.SubstitutionCollision, anchor, known.Name, name, key));
            }
            else if (state is not null && !known.States.Contains(state))
            {
                known.States.Add(state);
            }
        }

        void AddFrom(Expression expression, string state)
        {
            if (expression is SubstitutionExpression substitution)
            {
                Add(substitution.Key, substitution.Kind, substitution.ResourceName, state, substitution.Anchor);
            }

            foreach (var part in expression.Parts())
            {
                AddFrom(part, state);
            }
        }

        foreach (var state in workflow.Machine.AllStates())
        {
            foreach (var expression in state.Expressions)
            {
                AddFrom(expression, state.Name);
            }
        }

        foreach (var alarm in workflow.Deployment.Alarms)
        {
            if (alarm.Topic is { IsArn: false } topic)
            {
                Add(topic.Key, ResourceKind.Topic, topic.Name, state: null, topic.Anchor);
            }
        }

        return [.. byKey.Values];
    }
}
