using Stepwise.Deployment;
using Stepwise.Deployment.CloudFormation;
using Stepwise.Deployment.Diagram;
using Stepwise.Deployment.Documentation;
using Stepwise.Deployment.Terraform;
using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Manifest;
using Stepwise.StatesLanguage.Permissions;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Build;

/// <summary>Creates the files that are derived from the definition, the policies and the manifest of a workflow.</summary>
internal static class DerivedArtifacts
{
    /// <summary>Returns the derived files of the given kinds, for every workflow that has the necessary artifacts.</summary>
    /// <param name="artifacts">What the generator wrote.</param>
    /// <param name="kinds">The kinds to create.</param>
    /// <param name="rendered">The files that the last build rendered. The files of this build are added.</param>
    /// <returns>The files, workflow by workflow.</returns>
    /// <exception cref="FormatException">A file of a workflow does not have the form that the generator writes. The message names the workflow.</exception>
    public static List<WorkflowArtifact> Of(IReadOnlyList<WorkflowArtifact> artifacts, ArtifactKind kinds, RenderedWorkflows rendered)
    {
        var derived = new List<WorkflowArtifact>();
        if ((kinds & (ArtifactKind.Terraform | ArtifactKind.CloudFormation | ArtifactKind.Document)) == 0)
        {
            return derived;
        }

        var contents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var artifact in artifacts)
        {
            contents.Add(artifact.Path, artifact.Content);
        }

        foreach (var artifact in artifacts)
        {
            if (artifact.Path.Split('/') is [var name, ArtifactNames.Manifest]
                && contents.TryGetValue(ArtifactNames.PathOf(name, ArtifactNames.Definition(name)), out var definition)
                && contents.TryGetValue(ArtifactNames.PathOf(name, ArtifactNames.Policy(name)), out var policy)
                && contents.TryGetValue(ArtifactNames.PathOf(name, ArtifactNames.Trust(name)), out var trust))
            {
                contents.TryGetValue(ArtifactNames.PathOf(name, ArtifactNames.InputSchema), out var input);
                contents.TryGetValue(ArtifactNames.PathOf(name, ArtifactNames.OutputSchema), out var output);
                var source = HashOf(definition, policy, trust, artifact.Content, input, output);
                var files = rendered.Find(name, source) ?? Write(name, definition, policy, trust, artifact.Content, input, output, kinds);
                rendered.Add(name, source, files);
                derived.AddRange(files);
            }
        }

        return derived;
    }

    private static ulong HashOf(params string?[] sources)
    {
        var hash = new TextHash();
        foreach (var source in sources)
        {
            hash.Add(source);
        }

        return hash.Value;
    }

    private static List<WorkflowArtifact> Write(string name, string definition, string policy, string trust, string manifest, string? input, string? output, ArtifactKind kinds)
    {
        try
        {
            var source = new WorkflowSource(name, definition, policy, trust, WorkflowManifest.Parse(manifest));
            var files = new List<DeploymentFile>();
            if ((kinds & ArtifactKind.Terraform) != 0)
            {
                files.AddRange(TerraformModule.Write(source));
            }

            if ((kinds & ArtifactKind.CloudFormation) != 0)
            {
                files.Add(CloudFormationTemplate.Write(source));
                files.Add(ServerlessTemplate.Write(source));
            }

            if ((kinds & ArtifactKind.Document) != 0)
            {
                var machine = DefinitionReader.Read(definition).Machine
                    ?? throw new FormatException("the definition is not a state machine");
                files.Add(new DeploymentFile(ArtifactNames.Diagram(name), SvgDiagram.Write(machine, name)));
                files.Add(new DeploymentFile(ArtifactNames.Document(name), LivingDocument.Write(new DocumentSource
                {
                    Name = name,
                    Machine = machine,
                    Manifest = source.Manifest,
                    Permissions = source.Manifest.Permissions,
                    PolicySize = PolicyDocument.SizeOf(policy),
                    InputSchema = input is null ? null : JsonValue.Parse(input),
                    OutputSchema = output is null ? null : JsonValue.Parse(output),
                })));
            }

            return files.ConvertAll(file => new WorkflowArtifact(ArtifactNames.PathOf(name, file.Path), file.Content));
        }
        catch (Exception exception) when (exception is JsonSyntaxException or FormatException or KeyNotFoundException or ArgumentException or OverflowException)
        {
            throw new FormatException($"for workflow '{name}': {exception.Message}", exception);
        }
    }
}
