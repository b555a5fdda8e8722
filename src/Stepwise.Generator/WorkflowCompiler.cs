using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Emission;
using Stepwise.Generator.Flow;
using Stepwise.Generator.Model;
using Stepwise.Generator.Translation;
using Stepwise.Json;
using Stepwise.StatesLanguage.Permissions;
using Stepwise.StatesLanguage.Validation;
using Stepwise.StatesLanguage.Vocabulary;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator;

/// <summary>What a workflow compiles to.</summary>
/// <param name="Diagnostics">All findings, those of reading first.</param>
/// <param name="Artifacts">The files; empty where a finding stops them from being made.</param>
internal sealed record CompiledWorkflow(EquatableArray<DiagnosticInfo> Diagnostics, EquatableArray<Artifact> Artifacts);

/// <summary>Compiles a workflow that has been read: flow, translation, validation, files. The generator and the analyzer both run this, so that
/// "it compiles" and "there is no error" cannot disagree.</summary>
internal static class WorkflowCompiler
{
    public static CompiledWorkflow Compile(WorkflowModel workflow)
    {
        var diagnostics = new List<DiagnosticInfo>();
        var seen = new HashSet<DiagnosticInfo>();

        void Report(DiagnosticInfo diagnostic)
        {
            if (seen.Add(diagnostic))
            {
                diagnostics.Add(diagnostic);
            }
        }

        foreach (var diagnostic in workflow.Diagnostics)
        {
            Report(diagnostic);
        }

        var graph = StateGraph.Of(workflow, Report);
        Flow.GraphRules.Check(workflow, graph, Report);
        var table = ValueTable.Of(workflow, graph, Report);
        DefiniteAssignment.Check(graph, table, Report);
        ResilienceRules.Check(workflow, graph, Report);
        DeploymentRules.Check(workflow, Report);
        var output = OutputShape.Of(workflow, Report);
        var resources = DeployedResources.Of(workflow, Report);
        var definition = DefinitionBuilder.Build(workflow, graph, table, Report);

        var artifacts = new List<Artifact>();
        if (definition is not null && !HasErrors(diagnostics))
        {
            Validate(workflow, graph, definition, Report);
            AddArtifacts(workflow, graph, table, output, resources, definition, artifacts, Report);
        }

        return new CompiledWorkflow(
            new EquatableArray<DiagnosticInfo>(diagnostics),
            HasErrors(diagnostics) || definition is null ? default : new EquatableArray<Artifact>(artifacts));
    }

    private static bool HasErrors(List<DiagnosticInfo> diagnostics) => diagnostics.Exists(static diagnostic => DiagnosticCatalogue.IsBlocking(diagnostic.Id));

    /// <summary>Nothing that this compiler emits may be invalid: what the rules above have not seen, the validator sees.</summary>
    private static void Validate(WorkflowModel workflow, StateGraph graph, Asl.StateMachine definition, Action<DiagnosticInfo> report)
    {
        var options = new ValidationOptions { Type = workflow.IsExpress ? Asl.StateMachineType.Express : Asl.StateMachineType.Standard };
        foreach (var finding in DefinitionValidator.Validate(definition, options))
        {
            if (finding.Severity is DefinitionSeverity.Error)
            {
                report(new DiagnosticInfo(DiagnosticIds.InvalidDefinition, AnchorOf(workflow, graph, finding.Pointer), finding.Message.TrimEnd('.'), finding.Pointer));
            }
        }
    }

    /// <summary>The state that a location such as <c>/States/Name/Retry[0]</c> is in.</summary>
    private static int AnchorOf(WorkflowModel workflow, StateGraph graph, string pointer)
    {
        StateNode? best = null;
        foreach (var node in graph.Nodes)
        {
            var prefix = "/States/" + node.State.Name;
            if (pointer.StartsWith(prefix, StringComparison.Ordinal)
                && (pointer.Length == prefix.Length || pointer[prefix.Length] == '/')
                && (best is null || node.State.Name.Length > best.State.Name.Length))
            {
                best = node;
            }
        }

        return best?.State.Anchor ?? workflow.Anchor;
    }

    private static void AddArtifacts(
        WorkflowModel workflow,
        StateGraph graph,
        ValueTable table,
        OutputShape output,
        IReadOnlyList<DeployedResource> resources,
        Asl.StateMachine definition,
        List<Artifact> artifacts,
        Action<DiagnosticInfo> report)
    {
        void Add(string file, string content) => artifacts.Add(new Artifact(ArtifactNames.PathOf(workflow.Name, file), content));

        Add(ArtifactNames.Definition(workflow.Name), Asl.DefinitionWriter.Write(definition, indented: true) + "\n");
        var policy = RolePolicy.For(definition, new PermissionOptions
        {
            Logging = workflow.Logging is { Level: not LogLevel.Off },
            Tracing = workflow.Tracing,
            StateMachineName = workflow.Name,
            KmsKeyArn = workflow.Deployment.Encryption?.KeyArn,
            Resources = DeclaredResources(workflow),
        });
        PermissionRules.Check(workflow, policy, report);
        Add(ArtifactNames.Policy(workflow.Name), policy.ToJson().ToJson(indented: true) + "\n");
        Add(ArtifactNames.Trust(workflow.Name), TrustPolicy.For(workflow.Name).ToJson().ToJson(indented: true) + "\n");
        Add(ArtifactNames.InputSchema, SchemaWriter.Input(workflow));
        Add(ArtifactNames.OutputSchema, SchemaWriter.Output(workflow, output));
        Add(ArtifactNames.Manifest, ManifestBuilder.Build(workflow, graph, table, definition, resources, policy.Notes).ToJson());
    }

    private static Dictionary<string, IReadOnlyList<string>> DeclaredResources(WorkflowModel workflow)
    {
        var resources = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var state in workflow.States)
        {
            if (!state.Resources.IsEmpty)
            {
                resources[state.Name] = [.. state.Resources.Select(static resource => resource.Arn)];
            }
        }

        return resources;
    }
}
