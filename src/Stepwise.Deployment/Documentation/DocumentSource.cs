using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Manifest;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.Deployment.Documentation;

/// <summary>The source of the document of a workflow.</summary>
internal sealed record DocumentSource
{
    /// <summary>The workflow's name; the document refers to <c>name.svg</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The definition.</summary>
    public required StateMachine Machine { get; init; }

    /// <summary>The manifest, or null if Stepwise did not compile the definition.</summary>
    public WorkflowManifest? Manifest { get; init; }

    /// <summary>The notes of the policy that is deployed: the reason for each permission, and what a reviewer should look at.</summary>
    public required IReadOnlyList<PermissionNote> Permissions { get; init; }

    /// <summary>The size of the policy that is deployed, in characters without white space.</summary>
    public int PolicySize { get; init; }

    /// <summary>The JSON schema of the input, or null.</summary>
    public JsonValue? InputSchema { get; init; }

    /// <summary>The JSON schema of the output, or null.</summary>
    public JsonValue? OutputSchema { get; init; }

    internal ManifestNotes Notes => Manifest?.Notes ?? ManifestNotes.None;

    internal bool IsExpress => Manifest?.Type == "EXPRESS";

    /// <summary>Returns the states of the manifest, by name.</summary>
    internal DescribedStates Described() => new(Manifest?.States ?? []);
}
