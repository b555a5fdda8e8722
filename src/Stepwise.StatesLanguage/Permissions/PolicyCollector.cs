using System.Globalization;
using System.Runtime.CompilerServices;
using Stepwise.Json;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Collects the permissions that states need, and merges them into statements.</summary>
internal sealed class PolicyCollector
{
    private readonly PermissionOptions _options;
    private readonly Dictionary<(string Action, string Conditions), Permission> _permissions = [];
    private readonly List<PermissionNote> _notes = [];
    private readonly HashSet<string> _declaring = new(StringComparer.Ordinal);

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

    public void AddForMachine(IntegrationGrant grant, string reason) => AddGrant(null, new(grant, Arguments(null), reason), grant.Target.Find(Arguments(null)), []);

    /// <summary>Adds a note for each declared resource whose state needs no permission or does not exist.</summary>
    public void CheckDeclared()
    {
        foreach (var declared in _options.Resources.Where(declared => !_declaring.Contains(declared.Key)).OrderBy(declared => declared.Key, StringComparer.Ordinal))
        {
            foreach (var resource in declared.Value)
            {
                NotUsed(declared.Key, resource, _notes.Exists(note => note.Kind == PermissionNoteKind.NotKnown && note.State == declared.Key)
                    ? "what the state needs is not known"
                    : "no state of this name needs a permission");
            }
        }
    }

    public PolicyDocument ToDocument()
    {
        var statements = new List<PolicyStatement>();
        var groups = _permissions
            .Select(pair => (pair.Key.Action, pair.Key.Conditions, pair.Value.Sid, Permission: pair.Value, Resources: Minimal(pair.Key.Action, pair.Value)))
            .Where(permission => permission.Resources.Count > 0)
            .GroupBy(permission => (permission.Sid, permission.Conditions, Resources: string.Join("\n", permission.Resources)))
            .OrderBy(group => group.Key.Sid, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Resources, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Conditions, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var first = group.First();
            statements.Add(new()
            {
                Sid = group.Key.Sid,
                Actions = [.. group.Select(permission => permission.Action).OrderBy(action => action, StringComparer.Ordinal)],
                Resources = first.Resources,
                Conditions = first.Permission.Conditions,
            });
        }

        return new() { Statements = Numbered(Alternatives.Merge(statements)), Notes = _notes };
    }

    /// <summary>Makes each Sid unique: a Sid that occurs again gets a number.</summary>
    private static List<PolicyStatement> Numbered(IReadOnlyList<PolicyStatement> statements)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbered = new List<PolicyStatement>();
        foreach (var statement in statements)
        {
            numbers.TryGetValue(statement.Sid, out var number);
            numbers[statement.Sid] = ++number;
            numbered.Add(number == 1 ? statement : statement with { Sid = statement.Sid + number.ToString(CultureInfo.InvariantCulture) });
        }

        return numbered;
    }

    private static bool Covers(string wider, string resource)
        => wider.EndsWith("*", StringComparison.Ordinal) && wider != resource && resource.StartsWith(wider.Substring(0, wider.Length - 1), StringComparison.Ordinal);

    /// <summary>Returns the resources that no other resource of the permission covers, and that the same action does not have without conditions.</summary>
    private List<string> Minimal(string action, Permission permission)
    {
        var unconditional = permission.Conditions.Count > 0 && _permissions.TryGetValue((action, ""), out var other) ? other.Resources : [];
        return
        [
            .. permission.Resources
                .Where(resource => !unconditional.Contains(resource) && !permission.Resources.Concat(unconditional).Any(wider => Covers(wider, resource)))
                .OrderBy(resource => resource, StringComparer.Ordinal),
        ];
    }

    private TaskArguments Arguments(JsonValue? value) => new(value, _options.StateMachineName, _options.HasLiterals);

    private void AddTask(string name, string resourceText, JsonValue? arguments, JsonValue? credentials)
    {
        var resource = TaskResource.Parse(resourceText);
        if (credentials is not null)
        {
            Add(name, MachineGrants.Role, Arguments(credentials), "The task takes on this role, which must allow the call.");
            return;
        }

        switch (resource.Kind)
        {
            case TaskResourceKind.Activity:
                // Workers poll the activity. The role of the machine needs no permission.
                break;
            case TaskResourceKind.Function:
                Add(name, MachineGrants.Function(resourceText), default, "The task calls this function.");
                break;
            case TaskResourceKind.Substitution when resourceText.EndsWith("ActivityArn}", StringComparison.Ordinal):
                break;
            case TaskResourceKind.Substitution when resourceText.EndsWith("FunctionArn}", StringComparison.Ordinal):
                Add(name, MachineGrants.Function(resourceText), default, "The task calls this function.");
                break;
            case TaskResourceKind.Substitution:
                Add(name, MachineGrants.Function(resourceText), default, "The task's resource is a substitution, which is taken for a function's ARN.");
                break;
            default:
                AddAll(name, Integration(name, resource, Arguments(arguments)));
                break;
        }
    }

    private List<Need> Integration(string name, TaskResource resource, TaskArguments arguments)
    {
        var grants = IntegrationGrants.For(resource);
        if (grants.Count == 0)
        {
            NotKnown(name, resource.Integration.Length > 0 ? resource.Integration + resource.PatternText : resource.Text, "What this integration needs is not known; add it to the role by hand.");
        }

        return [.. grants.Select(grant => new Need(grant, arguments, $"The task calls {resource.Integration}{resource.PatternText}."))];
    }

    private void Add(string name, IntegrationGrant grant, TaskArguments arguments, string reason) => AddAll(name, [new(grant, arguments, reason)]);

    private void AddAll(string name, IReadOnlyList<Need> needs)
    {
        Reach[] found = [.. needs.Select(need => need.Grant.Target.Find(need.Arguments))];
        var declared = Declared(name, needs, found);
        for (var i = 0; i < needs.Count; i++)
        {
            AddGrant(name, needs[i], found[i], declared[i]);
        }
    }

    /// <summary>
    /// Returns the declared resources for each row. A declared resource replaces the unknown resources of its kind. A substitution that does not show its kind replaces those of the first row that has unknown resources.
    /// </summary>
    private List<string>[] Declared(string name, IReadOnlyList<Need> needs, Reach[] found)
    {
        List<string>[] declared = [.. needs.Select(_ => new List<string>())];
        if (needs.Count == 0 || !_options.Resources.TryGetValue(name, out var resources))
        {
            return declared;
        }

        _declaring.Add(name);

        int[] open = [.. Enumerable.Range(0, needs.Count).Where(i => found[i].IsTooWide && needs[i].Grant.Target.Kinds.Count > 0)];
        foreach (var resource in resources)
        {
            int[] ofKind = [.. open.Where(i => needs[i].Grant.Target.Holds(resource))];
            if (ofKind.Length == 0 && open.Length > 0 && Substitutions.IsOne(resource))
            {
                ofKind = [open[0]];
            }

            foreach (var i in ofKind)
            {
                declared[i].Add(needs[i].Grant.Target.Meant(resource));
            }

            if (ofKind.Length == 0)
            {
                NotUsed(name, resource, open.Length == 0
                    ? "the definition already names everything that the state accesses"
                    : "the state needs a resource of the form " + string.Join(" and ", open.Select(i => needs[i].Grant.Target.Form!).Distinct(StringComparer.Ordinal)));
            }
        }

        return declared;
    }

    private void NotUsed(string state, string resource, string reason) => _notes.Add(new(PermissionNoteKind.NotUsed, state, "", resource, reason));

    private void AddGrant(string? name, Need need, Reach found, List<string> declared)
    {
        var (grant, arguments, reason) = need;
        if (found.Resources.Count == 0)
        {
            return;
        }

        var reach = declared.Count > 0 ? new Reach(declared, null) : found;
        var conditions = Conditions(grant, arguments, out var unknown);
        foreach (var action in grant.Actions)
        {
            Add(grant.Sid, action, reach.Resources, conditions);
            foreach (var resource in reach.Resources)
            {
                var wide = resource.IndexOfAny(['*', '?']) >= 0 ? reach.Wildcard : null;
                _notes.Add(
                    wide is not null && !reach.IsNarrowest ? new(PermissionNoteKind.Wildcard, name, action, resource, wide.Reason) { Narrower = grant.Target.Form, NeedsStateMachineName = wide.NeedsStateMachineName }
                    : unknown is not null ? new(PermissionNoteKind.Wildcard, name, action, resource, unknown.Reason) { NeedsStateMachineName = unknown.NeedsStateMachineName }
                    : wide is not null ? new(PermissionNoteKind.Narrowest, name, action, resource, reason + " " + wide.Reason)
                    : new(PermissionNoteKind.Granted, name, action, resource, declared.Count > 0 ? reason + " Its resources are declared." : reason));
            }
        }
    }

    /// <summary>Returns the conditions with their values. A condition whose value is not known is left out.</summary>
    private static List<PolicyCondition> Conditions(IntegrationGrant grant, TaskArguments arguments, out Doubt? unknown)
    {
        unknown = null;
        var conditions = new List<PolicyCondition>();
        foreach (var condition in grant.Conditions ?? [])
        {
            if (ResourceTemplate.Fill(condition.Value, arguments, out var doubt) is { } value)
            {
                unknown ??= doubt is null ? null : doubt with { Reason = $"The condition {condition.Key} cannot be set: {doubt.Reason}" };
                if (doubt is null)
                {
                    conditions.Add(condition with { Value = value });
                }
            }
        }

        conditions.Sort((one, other) => string.CompareOrdinal(one.Operator + " " + one.Key, other.Operator + " " + other.Key));
        return conditions;
    }

    private void Add(string sid, string action, IReadOnlyList<string> resources, IReadOnlyList<PolicyCondition> conditions)
    {
        var key = (action, string.Join("\n", conditions.Select(condition => condition.Operator + " " + condition.Key + " " + condition.Value)));
        if (!_permissions.TryGetValue(key, out var permission))
        {
            _permissions[key] = permission = new(conditions) { Sid = sid };
        }

        permission.Sid = string.CompareOrdinal(sid, permission.Sid) < 0 ? sid : permission.Sid;
        permission.Resources.UnionWith(resources);
    }

    private void AddMap(MapState map)
    {
        var needs = new List<Need>();
        if (map.ItemReader?["Resource"] is JsonString { Value: var source })
        {
            needs.AddRange(Reader(map.Name, source, map.ItemReader));
        }

        if (map.ResultWriter?["Resource"] is JsonString { Value: var target })
        {
            var resource = TaskResource.Parse(target);
            var arguments = Arguments(map.ResultWriter["Arguments"] ?? map.ResultWriter["Parameters"]);
            needs.AddRange(resource.Integration == "s3:putObject" ? [new(MachineGrants.ResultWriter, arguments, "The Map writes its results.")] : Integration(map.Name, resource, arguments));
        }

        if (map.ItemProcessor.ProcessorConfig?.Mode == ProcessorMode.Distributed)
        {
            var arguments = Arguments(map.Label is null ? null : JsonObject.Create(("Label", map.Label)));
            needs.AddRange(MachineGrants.DistributedMap.Select(grant => new Need(grant, arguments, "A distributed Map runs its items as executions of its own machine.")));
        }

        AddAll(map.Name, needs);
        AddMachine(map.ItemProcessor);
    }

    private List<Need> Reader(string name, string source, JsonObject reader)
    {
        var resource = TaskResource.Parse(source);
        var arguments = Arguments(reader["Arguments"] ?? reader["Parameters"]);
        var needs = Integration(name, resource, arguments);
        var config = new TaskArguments(reader["ReaderConfig"]);
        if (resource.Integration == "s3:listObjectsV2" && (config.Text("Transformation") == "LOAD_AND_FLATTEN" || config.IsComputed("Transformation")))
        {
            needs.Add(new(MachineGrants.ListedObjects, arguments, "The Map reads the objects that it lists."));
        }

        if (config.Text("InputType") == "MANIFEST")
        {
            needs.Add(new(MachineGrants.ManifestObjects, arguments, "The Map reads the objects that the manifest names."));
        }

        return needs;
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

    /// <summary>A row that applies to a state, with the arguments of the call.</summary>
    private sealed record Need(IntegrationGrant Grant, TaskArguments Arguments, string Reason);

    private sealed record Permission(IReadOnlyList<PolicyCondition> Conditions)
    {
        /// <summary>The name of the statement. If several names are possible, it is the first one in ordinal order, so that the order of the states does not matter.</summary>
        public required string Sid { get; set; }

        public HashSet<string> Resources { get; } = new(StringComparer.Ordinal);
    }
}
