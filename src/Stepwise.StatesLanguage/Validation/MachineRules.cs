using System.Globalization;
using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>The rules for machines: fields, names, variables, and the graph of their states.</summary>
internal sealed class MachineRules
{
    /// <summary>Above this depth, AWS may refuse the definition with TOO_DEEPLY_NESTED. AWS does not document its limit.</summary>
    private const int DoubtfulDepth = 25;

    /// <summary>Above this depth, the validator stops, so that no definition exhausts the stack.</summary>
    private const int DepthLimit = 60;

    private static readonly HashSet<string> _rootFields = Set("Comment QueryLanguage Version TimeoutSeconds StartAt States");
    private static readonly HashSet<string> _branchFields = Set("Comment QueryLanguage StartAt States");
    private static readonly HashSet<string> _processorFields = Set("Comment ProcessorConfig StartAt States");

    private readonly ValidationReport _report;
    private readonly ValidationOptions _options;
    private readonly StateRules _states;
    private readonly HashSet<string> _stateNames = new(StringComparer.Ordinal);

    public MachineRules(ValidationReport report, ValidationOptions options)
    {
        _report = report;
        _options = options;
        _states = new(report, this);
    }

    public void CheckDefinition(JsonValue definition)
    {
        if (definition is not JsonObject root)
        {
            _report.Schema("Definition must be a valid JSON object", StatePath.Root, definition);
            return;
        }

        RefuseDuplicates(definition, StatePath.Root, isStates: false);
        var node = new Node(root, StatePath.Root, _report);
        node.AllowOnly(_rootFields, "A definition has the fields Comment, QueryLanguage, Version, TimeoutSeconds, StartAt and States.");
        node.ExpectText("Comment");
        node.ExpectOneOf("Version", "1.0");
        node.ExpectOneOf("QueryLanguage", Terms.JsonPath, Terms.Jsonata);
        node.ExpectInteger("TimeoutSeconds", 0, Limits.Seconds);
        CheckStates(node, new() { Language = Terms.LanguageOf(node.Text("QueryLanguage")) ?? AslQueryLanguage.JsonPath, Type = _options.Type });
    }

    public void CheckBranch(Node branch, MachineScope outer)
    {
        branch.AllowOnly(_branchFields, "A branch has the fields Comment, StartAt and States.");
        branch.ExpectText("Comment");
        branch.ExpectOneOf("QueryLanguage", Terms.JsonPath, Terms.Jsonata);
        CheckStates(branch, Inner(outer) with { Language = branch.Text("QueryLanguage") == Terms.Jsonata ? AslQueryLanguage.Jsonata : outer.Language });
    }

    public void CheckProcessor(Node processor, MachineScope outer, bool distributed)
    {
        processor.AllowOnly(_processorFields, "A processor has the fields Comment, ProcessorConfig, StartAt and States.");
        processor.ExpectText("Comment");
        var scope = Inner(outer);
        if (distributed)
        {
            var express = (processor["ProcessorConfig"] as JsonObject)?["ExecutionType"] is JsonString { Value: Terms.Express };
            scope = scope with
            {
                InChild = true,
                Type = express ? StateMachineType.Express : StateMachineType.Standard,
                OuterVariables = new(StringComparer.Ordinal),
                OutOfReach = new(outer.Readable.Concat(outer.OutOfReach), StringComparer.Ordinal),
                Readable = new(StringComparer.Ordinal),
            };
        }

        CheckStates(processor, scope);
    }

    private static MachineScope Inner(MachineScope outer) => outer with { Depth = outer.Depth + 1 };

    private void CheckStates(Node machine, MachineScope scope)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (scope.Depth == DoubtfulDepth)
        {
            _report.Warn(DiagnosticCodes.TooDeeplyNested, $"Machines are nested more than {DoubtfulDepth} levels deep. AWS may refuse the definition.", machine.Path, machine.Value);
        }

        if (scope.Depth > DepthLimit)
        {
            _report.Error(DiagnosticCodes.TooDeeplyNested, $"Machines are nested more than {DepthLimit} levels deep. Move the inner ones into a state machine of their own.", machine.Path, machine.Value.Position);
            return;
        }

        machine.Require("States", "StartAt");
        machine.ExpectText("StartAt");
        if (machine.Object("States") is not { } states)
        {
            return;
        }

        if (states.Value.Count == 0)
        {
            _report.Schema("Value cannot be empty. A machine has at least one state.", states.Path, states.Value);
            return;
        }

        var nodes = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var member in states.Value.Members)
        {
            CheckName(member, states.Path);
            if (member.Value is JsonObject body)
            {
                nodes[member.Name] = new(body, states.At(member.Name), _report);
            }
            else
            {
                _report.Schema("Expected value of type Object. Each member of States is a state.", states.At(member.Name), member.Value);
            }
        }

        scope = WithVariables(scope, nodes.Values);
        new TransitionRules(_report, machine, states, nodes).Check();
        foreach (var member in states.Value.Members)
        {
            if (nodes.TryGetValue(member.Name, out var node))
            {
                _states.Check(node, scope);
            }
        }
    }

    private void CheckName(JsonMember member, StatePath path)
    {
        var place = path.Field(member.Name);
        if (member.Name.Length == 0)
        {
            _report.Error(DiagnosticCodes.InvalidStateName, "The name of a state cannot be empty.", place, member.NamePosition);
        }
        else if (member.Name.Length > Limits.NameLength && !Substitutions.Holds(member.Name))
        {
            _report.Error(
                DiagnosticCodes.InvalidStateName,
                string.Format(CultureInfo.InvariantCulture, "State name '{0}' exceeds the {1}-character limit allowed by the service. It has {2}.", member.Name, Limits.NameLength, member.Name.Length),
                place,
                member.NamePosition);
        }

        if (!_stateNames.Add(member.Name))
        {
            _report.Error(DiagnosticCodes.DuplicateStateName, $"Duplicate state name: {member.Name}. Names are unique in the whole definition, nested machines included.", place, member.NamePosition);
        }
    }

    private MachineScope WithVariables(MachineScope scope, IEnumerable<Node> states)
    {
        var assigned = new HashSet<string>(StringComparer.Ordinal);
        var caught = new HashSet<string>(StringComparer.Ordinal);
        foreach (var state in states)
        {
            AddVariables(state["Assign"], assigned);
            foreach (var rule in Items(state["Choices"]))
            {
                AddVariables(rule["Assign"], assigned);
            }

            foreach (var catcher in Items(state["Catch"]))
            {
                AddVariables(catcher["Assign"], caught);
            }
        }

        foreach (var state in states)
        {
            ReportShadowing(state, scope);
        }

        return scope with
        {
            OuterVariables = new(scope.OuterVariables.Concat(assigned), StringComparer.Ordinal),
            Readable = new(scope.Readable.Concat(assigned).Concat(caught), StringComparer.Ordinal),
        };
    }

    private void ReportShadowing(Node state, MachineScope scope)
    {
        ReportShadowing(state["Assign"], state.At("Assign"), scope);
        var index = 0;
        foreach (var rule in Items(state["Choices"]))
        {
            ReportShadowing(rule["Assign"], state.At("Choices", index++).Field("Assign"), scope);
        }
    }

    private void ReportShadowing(JsonValue? assign, StatePath path, MachineScope scope)
    {
        if (assign is not JsonObject variables)
        {
            return;
        }

        foreach (var member in variables.Members)
        {
            if (scope.OuterVariables.Contains(StateRules.VariableName(member.Name)))
            {
                _report.Error(
                    DiagnosticCodes.SchemaValidationFailed,
                    $"The variable '{StateRules.VariableName(member.Name)}' is assigned in a surrounding machine, and cannot be assigned here too. Give one of them another name.",
                    path,
                    member.NamePosition);
            }
        }
    }

    private static void AddVariables(JsonValue? assign, HashSet<string> names)
    {
        if (assign is JsonObject variables)
        {
            names.UnionWith(variables.Members.Select(member => StateRules.VariableName(member.Name)));
        }
    }

    private static IEnumerable<JsonObject> Items(JsonValue? array) => array is JsonArray items ? items.OfType<JsonObject>() : [];

    /// <summary>Reports names that occur twice in one object, at any depth.</summary>
    private void RefuseDuplicates(JsonValue value, StatePath path, bool isStates)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case JsonObject @object:
                if (!isStates)
                {
                    new Node(@object, path, _report).RefuseDuplicates(DiagnosticCodes.InvalidJsonDescription);
                }

                foreach (var member in @object.Members)
                {
                    RefuseDuplicates(member.Value, path.Field(member.Name), member.Name == "States" && !isStates);
                }

                break;
            case JsonArray array:
                for (var i = 0; i < array.Count; i++)
                {
                    RefuseDuplicates(array[i], path.Item(i), isStates: false);
                }

                break;
        }
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
