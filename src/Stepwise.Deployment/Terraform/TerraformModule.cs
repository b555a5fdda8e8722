using Stepwise.Deployment.Plan;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.Terraform;

/// <summary>Writes a workflow as a Terraform module, in Terraform's JSON syntax.</summary>
internal static class TerraformModule
{
    /// <summary>The names of the module's files, in order.</summary>
    /// <param name="workflow">The workflow's name.</param>
    /// <returns>The names, without the folder.</returns>
    public static IReadOnlyList<string> FileNames(string workflow) =>
        [.. new[] { ArtifactNames.Definition(workflow), "README.md", "main.tf.json", "outputs.tf.json", "variables.tf.json", "versions.tf.json" }.OrderBy(name => name, StringComparer.Ordinal)];

    /// <summary>Writes the module.</summary>
    /// <param name="source">The workflow's files.</param>
    /// <returns>The module's files, ordered by path.</returns>
    /// <exception cref="JsonSyntaxException">A policy is not JSON.</exception>
    /// <exception cref="FormatException">A policy is not an IAM policy document.</exception>
    public static IReadOnlyList<DeploymentFile> Write(WorkflowSource source)
    {
        var plan = DeploymentPlan.From(source);
        var module = TerraformWriter.Write(plan);
        DeploymentFile[] files =
        [
            new(Path(ArtifactNames.Definition(plan.Name)), plan.Machine.Definition),
            new(Path("README.md"), TerraformReadme.Write(plan, module)),
            new(Path("main.tf.json"), Text(module.Main())),
            new(Path("outputs.tf.json"), Text(module.Outputs())),
            new(Path("variables.tf.json"), Text(module.Variables())),
            new(Path("versions.tf.json"), Text(Versions())),
        ];
        Array.Sort(files, (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return files;
    }

    private static string Path(string name) => ArtifactNames.Terraform + "/" + name;

    private static string Text(JsonObject value) => value.ToJson(indented: true) + "\n";

    private static JsonObject Versions() => JsonObject.Create(
        ("terraform", JsonObject.Create(
            ("required_version", ">= 1.5"),
            ("required_providers", JsonObject.Create(
                ("aws", JsonObject.Create(
                    ("source", "hashicorp/aws"),
                    ("version", ">= 5.0"))))))));
}
