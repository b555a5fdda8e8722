using Stepwise.Deployment.Plan;
using Stepwise.Json;

namespace Stepwise.Deployment.CloudFormation;

/// <summary>Writes a workflow as a template of the Serverless Application Model, which takes the definition from its file beside the template.</summary>
public static class ServerlessTemplate
{
    /// <summary>The template's name in the workflow's folder.</summary>
    public const string FileName = "serverless.template.json";

    /// <summary>Writes the template.</summary>
    /// <param name="source">The workflow's files.</param>
    /// <returns>The template.</returns>
    /// <exception cref="JsonSyntaxException">A policy is not JSON.</exception>
    /// <exception cref="FormatException">A policy is not an IAM policy document.</exception>
    public static DeploymentFile Write(WorkflowSource source) =>
        new(FileName, CloudFormationWriter.Write(DeploymentPlan.From(source), isServerless: true).ToJson(indented: true) + "\n");
}
