namespace Stepwise.Generator.Emission;

/// <summary>The files of a workflow: how they are called, and which properties of the class read them.</summary>
internal static class Artifacts
{
    public const string Definition = "{0}.asl.json";
    public const string Policy = "{0}.policy.json";
    public const string Trust = "{0}.trust.json";
    public const string InputSchema = "input.schema.json";
    public const string OutputSchema = "output.schema.json";
    public const string Manifest = "manifest.json";
    public const string Status = "status.json";

    public static readonly (string Property, string File, string Summary)[] Properties =
    [
        ("Definition", Definition, "The definition: Amazon States Language with substitutions."),
        ("Policy", Policy, "The policy of the machine's role."),
        ("Trust", Trust, "The trust policy of the machine's role."),
        ("InputSchema", InputSchema, "The JSON Schema of the input."),
        ("OutputSchema", OutputSchema, "The JSON Schema of the output."),
        ("Manifest", Manifest, "What the deployment needs to know beside the definition."),
    ];

    /// <summary>The path below <c>workflows/</c>.</summary>
    public static string Path(string workflow, string file) => workflow + "/" + file.Replace("{0}", workflow);
}

/// <summary>A file that a workflow yields.</summary>
internal sealed record Artifact(string Path, string Content);
