using Stepwise.Json;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.StatesLanguage.Manifest;

/// <summary>What the compiler knows of a workflow beside its definition: the content of <c>manifest.json</c>. <see cref="ManifestWriter"/> writes it and <see cref="ManifestReader"/> reads it.</summary>
internal sealed record WorkflowManifest
{
    /// <summary>The workflow's name.</summary>
    public required string Name { get; init; }

    /// <summary>The class that declares it; empty where the manifest does not say.</summary>
    public string Class { get; init; } = "";

    /// <summary>The documentation of the class, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>What the documentation of the class tells beyond the summary.</summary>
    public ManifestNotes Notes { get; init; } = ManifestNotes.None;

    /// <summary>STANDARD or EXPRESS.</summary>
    public string Type { get; init; } = "STANDARD";

    /// <summary>JSONata or JSONPath.</summary>
    public string QueryLanguage { get; init; } = "JSONPath";

    /// <summary>The longest time that an execution may take, or null.</summary>
    public long? TimeoutSeconds { get; init; }

    /// <summary>How executions are logged; null if they are not.</summary>
    public ManifestLogging? Logging { get; init; }

    /// <summary>Whether executions are traced.</summary>
    public bool Tracing { get; init; }

    /// <summary>The encryption with a key of one's own; null for the service's key.</summary>
    public ManifestEncryption? Encryption { get; init; }

    /// <summary>The deployed resources that the definition names, in the order of their kinds. In JSON, each kind has a list of its own.</summary>
    public IReadOnlyList<ManifestResource> Resources { get; init; } = [];

    /// <summary>The values that states read and write.</summary>
    public IReadOnlyList<ManifestValue> Values { get; init; } = [];

    /// <summary>The states, in the order of the source.</summary>
    public IReadOnlyList<ManifestState> States { get; init; } = [];

    /// <summary>The alarms.</summary>
    public IReadOnlyList<ManifestAlarm> Alarms { get; init; } = [];

    /// <summary>The schedules that start the machine.</summary>
    public IReadOnlyList<ManifestSchedule> Schedules { get; init; } = [];

    /// <summary>The event rules that start the machine.</summary>
    public IReadOnlyList<ManifestEventRule> EventRules { get; init; } = [];

    /// <summary>The group of the schedules that are created at run time, or null.</summary>
    public ManifestDynamicSchedules? DynamicSchedules { get; init; }

    /// <summary>Why each permission of the machine's role is in its policy, which are wider than needed, and what is not known.</summary>
    public IReadOnlyList<PermissionNote> Permissions { get; init; } = [];

    /// <summary>The alias that deployments move, or null.</summary>
    public ManifestPublish? Publish { get; init; }

    /// <summary>Reads a manifest. Unknown members are ignored, and missing members have their defaults.</summary>
    /// <param name="json">The text of <c>manifest.json</c>.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="JsonSyntaxException">The text is not JSON.</exception>
    /// <exception cref="FormatException">The text is not a manifest.</exception>
    public static WorkflowManifest Parse(string json) => ManifestReader.Read(JsonValue.Parse(json));

    /// <summary>Writes the manifest.</summary>
    /// <returns>The text of <c>manifest.json</c>, with a final line break.</returns>
    public string ToJson() => ManifestWriter.Write(this);
}
