using Stepwise.Deployment;
using Stepwise.Deployment.CloudFormation;
using Stepwise.Deployment.Diagram;
using Stepwise.Deployment.Documentation;
using Stepwise.Deployment.Manifest;
using Stepwise.Deployment.Terraform;
using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Build;

/// <summary>The files that follow from definition, policies and manifest of a workflow.</summary>
internal static class DerivedArtifacts
{
    /// <summary>The derived files of the kinds asked for, of every workflow that has what they follow from.</summary>
    /// <exception cref="FormatException">A file of a workflow is not what the generator writes; the message names the workflow.</exception>
    public static IEnumerable<WorkflowArtifact> Of(IReadOnlyList<WorkflowArtifact> artifacts, ArtifactKind kinds)
    {
        if ((kinds & (ArtifactKind.Terraform | ArtifactKind.CloudFormation | ArtifactKind.Document)) == 0)
        {
            yield break;
        }

        var contents = artifacts.ToDictionary(artifact => artifact.Path, artifact => artifact.Content, StringComparer.Ordinal);
        foreach (var artifact in artifacts)
        {
            if (artifact.Path.Split('/') is [var name, "manifest.json"]
                && contents.TryGetValue($"{name}/{name}.asl.json", out var definition)
                && contents.TryGetValue($"{name}/{name}.policy.json", out var policy)
                && contents.TryGetValue($"{name}/{name}.trust.json", out var trust))
            {
                contents.TryGetValue($"{name}/input.schema.json", out var input);
                contents.TryGetValue($"{name}/output.schema.json", out var output);
                foreach (var file in Write(name, definition, policy, trust, artifact.Content, input, output, kinds))
                {
                    yield return new WorkflowArtifact($"{name}/{file.Path}", file.Content);
                }
            }
        }
    }

    private static List<DeploymentFile> Write(string name, string definition, string policy, string trust, string manifest, string? input, string? output, ArtifactKind kinds)
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
                    ?? throw new FormatException("the definition is no state machine");
                files.Add(new DeploymentFile(name + ".svg", SvgDiagram.Write(machine, name)));
                files.Add(new DeploymentFile(name + ".md", LivingDocument.Write(new DocumentSource
                {
                    Name = name,
                    Machine = machine,
                    Manifest = source.Manifest,
                    InputSchema = input is null ? null : JsonValue.Parse(input),
                    OutputSchema = output is null ? null : JsonValue.Parse(output),
                })));
            }

            return files;
        }
        catch (Exception exception) when (exception is JsonSyntaxException or FormatException or KeyNotFoundException or ArgumentException or OverflowException)
        {
            throw new FormatException($"of workflow '{name}': {exception.Message}", exception);
        }
    }
}
