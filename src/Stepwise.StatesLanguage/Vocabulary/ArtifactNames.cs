namespace Stepwise.StatesLanguage.Vocabulary;

/// <summary>The names of the files that a workflow compiles to, in the folder that has the workflow's name.</summary>
internal static class ArtifactNames
{
    public const string DefinitionEnding = ".asl.json";
    public const string PolicyEnding = ".policy.json";
    public const string TrustEnding = ".trust.json";
    public const string SchemaEnding = ".schema.json";
    public const string InputSchema = "input" + SchemaEnding;
    public const string OutputSchema = "output" + SchemaEnding;
    public const string Manifest = "manifest.json";

    /// <summary>Why a workflow has no files. The build reports it; it never becomes a file.</summary>
    public const string Status = "status.json";

    public const string CloudFormation = "cloudformation.template.json";
    public const string Serverless = "serverless.template.json";

    /// <summary>The folder of the Terraform module.</summary>
    public const string Terraform = "terraform";

    public static string Definition(string workflow) => workflow + DefinitionEnding;

    public static string Policy(string workflow) => workflow + PolicyEnding;

    public static string Trust(string workflow) => workflow + TrustEnding;

    public static string Document(string workflow) => workflow + ".md";

    public static string Diagram(string workflow) => workflow + ".svg";

    /// <summary>The path of a file below the folder of all workflows.</summary>
    public static string PathOf(string workflow, string file) => workflow + "/" + file;
}
