using Stepwise.Deployment.Plan;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.CloudFormation;

/// <summary>Writes a workflow as a CloudFormation template that contains the definition.</summary>
internal static class CloudFormationTemplate
{
    /// <summary>Writes the template.</summary>
    /// <param name="source">The workflow's files.</param>
    /// <returns>The template.</returns>
    /// <exception cref="JsonSyntaxException">A policy is not JSON.</exception>
    /// <exception cref="FormatException">A policy is not an IAM policy document.</exception>
    public static DeploymentFile Write(WorkflowSource source) =>
        new(ArtifactNames.CloudFormation, CloudFormationWriter.Write(DeploymentPlan.From(source), isServerless: false).ToJson(indented: true) + "\n");
}
