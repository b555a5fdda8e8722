using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Manifest;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.Deployment.Documentation;

/// <summary>What the document of a workflow is written from.</summary>
internal sealed record DocumentSource
{
    /// <summary>The workflow's name; the document refers to <c>name.svg</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The definition.</summary>
    public required StateMachine Machine { get; init; }

    /// <summary>What the compiler says beside the definition; null when the definition did not come from it.</summary>
    public WorkflowManifest? Manifest { get; init; }

    /// <summary>Why each permission of the machine's role is in its policy, and what is to look at: the notes of the policy that is deployed.</summary>
    public required IReadOnlyList<PermissionNote> Permissions { get; init; }

    /// <summary>The size of the policy that is deployed, in characters without white space.</summary>
    public int PolicySize { get; init; }

    /// <summary>The JSON schema of the input, or null.</summary>
    public JsonValue? InputSchema { get; init; }

    /// <summary>The JSON schema of the output, or null.</summary>
    public JsonValue? OutputSchema { get; init; }

    internal ManifestNotes Notes => Manifest?.Notes ?? ManifestNotes.None;

    internal bool IsExpress => Manifest?.Type == "EXPRESS";

    /// <summary>What the source says of states, by name.</summary>
    internal DescribedStates Described() => new(Manifest?.States ?? []);
}
