using Stepwise.Deployment.Plan;
using Stepwise.Json;

namespace Stepwise.Deployment.CloudFormation;

/// <summary>Writes a workflow as a CloudFormation template that stands alone.</summary>
public static class CloudFormationTemplate
{
    /// <summary>The template's name in the workflow's folder.</summary>
    public const string FileName = "cloudformation.template.json";

    /// <summary>Writes the template.</summary>
    /// <param name="source">The workflow's files.</param>
    /// <returns>The template.</returns>
    /// <exception cref="JsonSyntaxException">A policy is not JSON.</exception>
    /// <exception cref="FormatException">A policy is not an IAM policy document.</exception>
    public static DeploymentFile Write(WorkflowSource source) =>
        new(FileName, CloudFormationWriter.Write(DeploymentPlan.From(source), isServerless: false).ToJson(indented: true) + "\n");
}
