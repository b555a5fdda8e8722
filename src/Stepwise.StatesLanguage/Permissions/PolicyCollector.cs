using System.Globalization;
using System.Runtime.CompilerServices;
using Stepwise.Json;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Collects what states need, and merges it into statements.</summary>
internal sealed class PolicyCollector
{
    private readonly PermissionOptions _options;
    private readonly Dictionary<(string Action, string Conditions), Permission> _permissions = [];
    private readonly List<PermissionNote> _notes = [];

    public PolicyCollector(PermissionOptions options) => _options = options;

    public void AddMachine(StateMachine machine)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var state in machine.States)
        {
            switch (state)
            {
                case TaskState task:
                    AddTask(task.Name, task.Resource, task.Arguments ?? task.Parameters, task.Credentials);
                    break;
                case ParallelState parallel:
                    foreach (var branch in parallel.Branches)
                    {
                        AddMachine(branch);
                    }

                    break;
                case MapState map:
                    AddMap(map);
                    break;
                case RawState raw:
                    AddRaw(raw);
                    break;
            }
        }
    }

    public void AddForMachine(IntegrationGrant grant, string reason)
    {
        foreach (var action in grant.Actions)
        {
            Add(grant, action, ["*"]);
            _notes.Add(new(PermissionNoteKind.Granted, null, action, "*", reason));
        }
    }

    public PolicyDocument ToDocument()
    {
        var statements = new List<PolicyStatement>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var groups = _permissions
            .Select(pair => (pair.Key.Action, pair.Key.Conditions, pair.Value, Resources: Minimal(pair.Value.Resources)))
            .GroupBy(permission => (permission.Value.Sid, permission.Conditions, Key: string.Join("\n", permission.Resources)))
            .OrderBy(group => group.Key.Sid, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Key, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Conditions, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            numbers.TryGetValue(group.Key.Sid, out var number);
            numbers[group.Key.Sid] = ++number;
            var first = group.First();
            statements.Add(new()
            {
                Sid = number == 1 ? group.Key.Sid : group.Key.Sid + number.ToString(CultureInfo.InvariantCulture),
                Actions = [.. group.Select(permission => permission.Action).OrderBy(action => action, StringComparer.Ordinal)],
                Resources = first.Resources,
                Conditions = first.Value.Conditions,
            });
        }

        return new() { Statements = statements, Notes = _notes };
    }

    private static List<string> Minimal(HashSet<string> resources) => resources.Contains("*") ? ["*"] : [.. resources.OrderBy(resource => resource, StringComparer.Ordinal)];

    private void AddTask(string name, string resourceText, JsonValue? arguments, JsonValue? credentials)
    {
        var resource = TaskResource.Parse(resourceText);
        if (credentials is not null)
        {
            AddGrant(name, IntegrationGrants.Role, new(credentials), "The task takes on this role, which must allow the call.");
            return;
        }

        switch (resource.Kind)
        {
            case TaskResourceKind.Activity:
                // Workers ask for the work; the machine's role needs nothing.
                break;
            case TaskResourceKind.Function:
                AddGrant(name, IntegrationGrants.Function(resourceText), default, "The task calls this function.");
                break;
            case TaskResourceKind.Substitution when resourceText.EndsWith("ActivityArn}", StringComparison.Ordinal):
                break;
            case TaskResourceKind.Substitution when resourceText.EndsWith("FunctionArn}", StringComparison.Ordinal):
                AddGrant(name, IntegrationGrants.Function(resourceText), default, "The task calls this function.");
                break;
            case TaskResourceKind.Substitution:
                AddGrant(name, IntegrationGrants.Function(resourceText), default, "The task's resource is a substitution, which is taken for a function's ARN.");
                break;
            default:
                AddIntegration(name, resource, new(arguments));
                break;
        }
    }

    private void AddIntegration(string name, TaskResource resource, TaskArguments arguments)
    {
        var grants = IntegrationGrants.For(resource);
        if (grants.Count == 0)
        {
            NotKnown(name, resource.Integration.Length > 0 ? resource.Integration + resource.PatternText : resource.Text, "What this integration needs is not known; add it to the role by hand.");
        }

        foreach (var grant in grants)
        {
            AddGrant(name, grant, arguments, $"The task calls {resource.Integration}{resource.PatternText}.");
        }
    }

    private void AddGrant(string name, IntegrationGrant grant, TaskArguments arguments, string reason)
    {
        var isDeclared = _options.Resources.TryGetValue(name, out var declared) && declared.Count > 0;
        var reach = isDeclared ? new Reach(declared!, null) : grant.Reach(arguments);
        foreach (var action in grant.Actions)
        {
            Add(grant, action, reach.Resources);
            foreach (var resource in reach.Resources)
            {
                _notes.Add(reach.WildcardReason is { } why && resource.EndsWith("*", StringComparison.Ordinal)
                    ? new(PermissionNoteKind.Wildcard, name, action, resource, why)
                    : new(PermissionNoteKind.Granted, name, action, resource, isDeclared ? reason + " Its resources are declared." : reason));
            }
        }
    }

    private void Add(IntegrationGrant grant, string action, IReadOnlyList<string> resources)
    {
        IReadOnlyList<PolicyCondition> conditions = [.. (grant.Conditions ?? []).OrderBy(c => c.Operator, StringComparer.Ordinal).ThenBy(c => c.Key, StringComparer.Ordinal)];
        var key = (action, string.Join("\n", conditions.Select(condition => condition.Operator + " " + condition.Key + " " + condition.Value)));
        if (!_permissions.TryGetValue(key, out var permission))
        {
            _permissions[key] = permission = new(grant.Sid, conditions);
        }

        permission.Resources.UnionWith(resources);
    }

    private void AddMap(MapState map)
    {
        if (map.ItemProcessor.ProcessorConfig?.Mode == ProcessorMode.Distributed)
        {
            NotKnown(map.Name, "states:startExecution", "A distributed Map starts child executions of its own machine; what that needs is not written yet.");
        }

        foreach (var (field, value) in new[] { ("ItemReader", map.ItemReader), ("ResultWriter", map.ResultWriter) })
        {
            if (value?["Resource"] is JsonString { Value: var resource })
            {
                AddIntegration(map.Name, TaskResource.Parse(resource), new(value["Arguments"] ?? value["Parameters"]));
            }
        }

        AddMachine(map.ItemProcessor);
    }

    private void AddRaw(RawState raw)
    {
        switch (raw.Type)
        {
            case "Task" when raw.Body["Resource"] is JsonString { Value: var resource }:
                AddTask(raw.Name, resource, raw.Body["Arguments"] ?? raw.Body["Parameters"], raw.Body["Credentials"]);
                break;
            case "Pass" or "Wait" or "Choice" or "Succeed" or "Fail":
                break;
            default:
                NotKnown(raw.Name, raw.Type, "The state is written verbatim, and what it contains is not looked at.");
                break;
        }
    }

    private void NotKnown(string state, string what, string reason) => _notes.Add(new(PermissionNoteKind.NotKnown, state, what, "", reason));

    private sealed record Permission(string Sid, IReadOnlyList<PolicyCondition> Conditions)
    {
        public HashSet<string> Resources { get; } = new(StringComparer.Ordinal);
    }
}
