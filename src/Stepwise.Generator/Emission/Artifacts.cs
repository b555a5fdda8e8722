using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Emission;

/// <summary>The properties of a workflow class that read the workflow's files.</summary>
internal static class Artifacts
{
    public static IEnumerable<(string Property, string File, string Summary)> PropertiesOf(string workflow) =>
    [
        ("Definition", ArtifactNames.Definition(workflow), "The definition: Amazon States Language with substitutions."),
        ("Policy", ArtifactNames.Policy(workflow), "The policy of the machine's role."),
        ("Trust", ArtifactNames.Trust(workflow), "The trust policy of the machine's role."),
        ("InputSchema", ArtifactNames.InputSchema, "The JSON Schema of the input."),
        ("OutputSchema", ArtifactNames.OutputSchema, "The JSON Schema of the output."),
        ("Manifest", ArtifactNames.Manifest, "What the deployment needs to know beside the definition."),
    ];
}

/// <summary>A file that a workflow compiles to.</summary>
internal sealed record Artifact(string Path, string Content);
