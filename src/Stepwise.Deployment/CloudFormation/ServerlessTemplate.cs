using Stepwise.Deployment.Plan;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.CloudFormation;

/// <summary>Writes a workflow as a template of the Serverless Application Model. The template refers to the file of the definition beside it.</summary>
internal static class ServerlessTemplate
{
    /// <summary>Writes the template.</summary>
    /// <param name="source">The workflow's files.</param>
    /// <returns>The template.</returns>
    /// <exception cref="JsonSyntaxException">A policy is not JSON.</exception>
    /// <exception cref="FormatException">A policy is not an IAM policy document.</exception>
    public static DeploymentFile Write(WorkflowSource source) =>
        new(ArtifactNames.Serverless, CloudFormationWriter.Write(DeploymentPlan.From(source), isServerless: true).ToJson(indented: true) + "\n");
}
