using System.Text;
using Stepwise.Deployment.Plan;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.Terraform;

/// <summary>Writes the module's README: an example of a call, the variables and the outputs.</summary>
internal static class TerraformReadme
{
    public static string Write(DeploymentPlan plan, TerraformWriter module)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(plan.Name).Append("\n\n");
        if (plan.Summary is { } summary)
        {
            text.Append(summary.Replace("\r", "").Trim()).Append("\n\n");
        }

        text.Append("Made by the build from the workflow class; changes here are lost. Needs Terraform 1.5 and the AWS provider 5.0 or newer.\n\n```hcl\nmodule \"orchestration\" {\n  source = \"./")
            .Append(ArtifactNames.Terraform).Append("\"\n\n");
        var given = module.DeclaredVariables.Where(variable => variable.Default is null || variable.Name == TerraformWriter.ProjectName).ToList();
        var width = given.Max(variable => variable.Name.Length);
        foreach (var variable in given)
        {
            text.Append("  ").Append(variable.Name.PadRight(width)).Append(" = ").Append('"').Append(variable.Name == TerraformWriter.ProjectName ? "my-project" : variable.Example).Append("\"\n");
        }

        text.Append("}\n```\n\n");
        if (plan.Resources.Count > 0)
        {
            text.Append("The functions, topics, tables and other resources that the workflow uses are not made here. Give each by its ARN (of a resource in the same run, too) or by its name; one that is not given is the one of the workflow's own name with\n")
                .Append("`project_name` and a hyphen before it. All are looked up, so that a plan fails where one is missing and no machine is deployed that calls nothing. Set `look_up_resources` to `false` where whoever\n")
                .Append("plans may not read them, such as those of another account: an ARN in this account and region is then made from each name.\n\n");
        }

        text.Append("## Inputs\n\n| name | type | default | description |\n|---|---|---|---|\n");
        foreach (var variable in module.DeclaredVariables)
        {
            text.Append("| `").Append(variable.Name).Append("` | `").Append(variable.Type).Append("` | ")
                .Append(variable.Default is null ? "required" : "`" + variable.Default.ToJson() + "`").Append(" | ").Append(Cell(variable.Description)).Append(" |\n");
        }

        text.Append("\n## Outputs\n\n| name | description |\n|---|---|\n");
        foreach (var output in module.DeclaredOutputs)
        {
            text.Append("| `").Append(output.Name).Append("` | ").Append(Cell(output.Description)).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|").Replace("\n", " ");
}
