using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Build;

/// <summary>The kinds that <c>StepwiseArtifacts</c> can list.</summary>
[Flags]
internal enum ArtifactKind
{
    None = 0,
    Definition = 1,
    Policy = 2,
    Trust = 4,
    Schemas = 8,
    Manifest = 16,

    /// <summary>A file whose kind cannot be chosen. It is always written.</summary>
    Other = 32,

    /// <summary>Derived: a Terraform module.</summary>
    Terraform = 64,

    /// <summary>Derived: the templates of CloudFormation and of the Serverless Application Model.</summary>
    CloudFormation = 128,

    /// <summary>Derived: the document and its picture.</summary>
    Document = 256,
}

internal static class ArtifactKinds
{
    /// <summary>The allowed words of <c>StepwiseArtifacts</c>, for messages.</summary>
    public const string Words = "definition, policy, trust, schemas, manifest, terraform, cloudformation, document";

    /// <summary>Returns the kind of the file at a path. It depends on the name only.</summary>
    public static ArtifactKind Of(string path) => path.Substring(path.LastIndexOf('/') + 1) switch
    {
        _ when path.Split('/') is [_, ArtifactNames.Terraform, ..] => ArtifactKind.Terraform,
        ArtifactNames.CloudFormation or ArtifactNames.Serverless => ArtifactKind.CloudFormation,
        ArtifactNames.Manifest => ArtifactKind.Manifest,
        var name when name.EndsWith(ArtifactNames.DefinitionEnding, StringComparison.Ordinal) => ArtifactKind.Definition,
        var name when name.EndsWith(ArtifactNames.PolicyEnding, StringComparison.Ordinal) => ArtifactKind.Policy,
        var name when name.EndsWith(ArtifactNames.TrustEnding, StringComparison.Ordinal) => ArtifactKind.Trust,
        var name when name.EndsWith(ArtifactNames.SchemaEnding, StringComparison.Ordinal) => ArtifactKind.Schemas,
        _ when path.Split('/') is [var folder, var file] && (file == ArtifactNames.Document(folder) || file == ArtifactNames.Diagram(folder)) => ArtifactKind.Document,
        _ => ArtifactKind.Other,
    };

    /// <summary>Whether the path is that of a workflow's status, which the build reads and never writes as a file.</summary>
    public static bool IsStatus(string path, out string workflow)
    {
        var slash = path.IndexOf('/');
        workflow = slash > 0 ? path.Substring(0, slash) : "";
        return slash > 0 && string.Equals(path.Substring(slash + 1), ArtifactNames.Status, StringComparison.Ordinal);
    }

    /// <summary>Reads a list such as <c>definition;policy</c>. Returns words that are not the name of a kind in <paramref name="unknown"/>.</summary>
    public static ArtifactKind Parse(string list, out IReadOnlyList<string> unknown)
    {
        var kinds = ArtifactKind.Other;
        var others = new List<string>();
        foreach (var word in list.Split([';', ','], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim()).Where(word => word.Length > 0))
        {
            var kind = word.ToUpperInvariant() switch
            {
                "DEFINITION" => ArtifactKind.Definition,
                "POLICY" => ArtifactKind.Policy,
                "TRUST" => ArtifactKind.Trust,
                "SCHEMAS" => ArtifactKind.Schemas,
                "MANIFEST" => ArtifactKind.Manifest,
                "TERRAFORM" => ArtifactKind.Terraform,
                "CLOUDFORMATION" => ArtifactKind.CloudFormation,
                "DOCUMENT" => ArtifactKind.Document,
                _ => ArtifactKind.None,
            };
            kinds |= kind;
            if (kind == ArtifactKind.None)
            {
                others.Add(word);
            }
        }

        unknown = others;
        return kinds;
    }
}
