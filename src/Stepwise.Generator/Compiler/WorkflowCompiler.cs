using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Emission;
using Stepwise.Generator.Flow;
using Stepwise.Generator.Kinds;
using Stepwise.Generator.Kinds.Raw;
using Stepwise.Generator.Model;
using Stepwise.Generator.Triggers;
using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Permissions;
using Stepwise.StatesLanguage.Validation;
using Stepwise.StatesLanguage.Vocabulary;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Compiler;

/// <summary>What a workflow compiles to.</summary>
/// <param name="Diagnostics">All findings, those of reading first.</param>
/// <param name="Artifacts">The files. The list is empty if a finding is an error.</param>
internal sealed record CompiledWorkflow(EquatableArray<DiagnosticInfo> Diagnostics, EquatableArray<Artifact> Artifacts);

/// <summary>Compiles a workflow that has been read: flow, translation, validation, files. The generator and the analyzer both run this, so that
/// "it compiles" and "there is no error" cannot disagree.</summary>
internal static class WorkflowCompiler
{
    public static CompiledWorkflow Compile(WorkflowModel workflow, CancellationToken cancellationToken)
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

        var flow = MachineFlow.Analyse(workflow.Machine, workflow.Shapes, Report, outer: null, cancellationToken);
        DeploymentRules.Check(workflow, Report);
        var output = OutputShape.Of(workflow, flow.Values, Report);
        var resources = DeployedResources.Of(workflow, Report);
        var definition = DefinitionOf(workflow, new MachineBuilder(StateKinds.All, Report).Build(flow, cancellationToken));

        var artifacts = new List<Artifact>();
        if (definition is not null && !HasErrors(diagnostics))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var json = Asl.DefinitionWriter.ToJson(definition);
            Validate(workflow, json, Report);
            cancellationToken.ThrowIfCancellationRequested();
            AddArtifacts(workflow, flow, output, resources, definition, json, artifacts, Report);
        }

        return new CompiledWorkflow(
            new EquatableArray<DiagnosticInfo>(diagnostics),
            HasErrors(diagnostics) || definition is null ? default : new EquatableArray<Artifact>(artifacts));
    }

    /// <summary>Adds the fields that only the outermost machine has.</summary>
    private static Asl.StateMachine? DefinitionOf(WorkflowModel workflow, Asl.StateMachine? machine) => machine is null ? null : machine with
    {
        QueryLanguage = workflow.Machine.Language is Language.Jsonata ? Asl.AslQueryLanguage.Jsonata : Asl.AslQueryLanguage.JsonPath,
        TimeoutSeconds = workflow.TimeoutSeconds,
    };

    private static bool HasErrors(List<DiagnosticInfo> diagnostics) => diagnostics.Exists(static diagnostic => DiagnosticCatalogue.IsBlocking(diagnostic.Id));

    /// <summary>Validates the definition. The compiler must not emit an invalid definition, and the validator finds what the other rules do not.</summary>
    private static void Validate(WorkflowModel workflow, JsonObject definition, Action<DiagnosticInfo> report)
    {
        var options = new ValidationOptions { Type = workflow.IsExpress ? Asl.StateMachineType.Express : Asl.StateMachineType.Standard };
        foreach (var finding in DefinitionValidator.ValidateWritten(definition, options))
        {
            var state = StateOf(workflow, finding.Path);
            var isError = finding.Severity is DefinitionSeverity.Error;
            if (finding.IsOfCatalogue && state is not null)
            {
                // What the author wrote in ASL can name what is newer than the catalogue.
                var id = isError && state is not (RawTaskModel or RawStateModel) ? DiagnosticIds.InvalidArguments : DiagnosticIds.DoubtfulArguments;
                report(new DiagnosticInfo(id, state.Anchor, state.Member, finding.Message.TrimEnd('.'), finding.Path.ToString()));
            }
            else if (isError)
            {
                report(new DiagnosticInfo(DiagnosticIds.InvalidDefinition, state?.Anchor ?? workflow.Machine.Anchor, finding.Message.TrimEnd('.'), finding.Path.ToString()));
            }
        }
    }

    /// <summary>The innermost declared state around a place such as <c>/States/Name/Retry[0]</c>; null if no declared state is around it. State names are unique in the whole definition.</summary>
    private static StateModel? StateOf(WorkflowModel workflow, StatePath path)
    {
        foreach (var name in path.States.Reverse())
        {
            foreach (var state in workflow.Machine.AllStates())
            {
                if (state.Name == name)
                {
                    return state;
                }
            }
        }

        return null;
    }

    private static void AddArtifacts(
        WorkflowModel workflow,
        MachineFlow flow,
        OutputShape output,
        IReadOnlyList<DeployedResource> resources,
        Asl.StateMachine definition,
        JsonObject json,
        List<Artifact> artifacts,
        Action<DiagnosticInfo> report)
    {
        void Add(string file, string content) => artifacts.Add(new Artifact(ArtifactNames.PathOf(workflow.Name, file), content));

        Add(ArtifactNames.Definition(workflow.Name), json.ToJsonTemplate(indented: true) + "\n");
        var policy = RolePolicy.Create(definition, new PermissionOptions
        {
            Logging = workflow.Logging is { Level: not LogLevel.Off },
            Tracing = workflow.Tracing,
            StateMachineName = workflow.Name,
            KmsKeyArn = workflow.Deployment.Encryption?.KeyArn,
            Resources = DeclaredResources(workflow),
            HasLiterals = true,
        });
        PermissionRules.Check(workflow, policy, report);
        Add(ArtifactNames.Policy(workflow.Name), policy.ToJson().ToJsonTemplate(indented: true) + "\n");
        Add(ArtifactNames.Trust(workflow.Name), TrustPolicy.Create(workflow.Name).ToJson().ToJsonTemplate(indented: true) + "\n");
        Add(ArtifactNames.InputSchema, SchemaWriter.Input(workflow));
        Add(ArtifactNames.OutputSchema, SchemaWriter.Output(workflow, output));
        Add(ArtifactNames.Manifest, ManifestBuilder.Build(workflow, flow, definition, resources, policy.Notes).ToJson());
    }

    private static Dictionary<string, IReadOnlyList<string>> DeclaredResources(WorkflowModel workflow)
    {
        var resources = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var state in workflow.Machine.AllStates())
        {
            if (!state.Resources.IsEmpty)
            {
                resources[state.Name] = [.. state.Resources.Select(static resource => resource.Arn)];
            }
        }

        return resources;
    }
}
