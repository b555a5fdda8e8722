using Stepwise.StatesLanguage.Manifest;

namespace Stepwise.Deployment;

/// <summary>The compiled files of one workflow, from which the deployment files are written.</summary>
/// <param name="Name">The workflow's name.</param>
/// <param name="Definition">The text of the definition, with substitutions.</param>
/// <param name="Policy">The text of the policy of the machine's role.</param>
/// <param name="Trust">The text of the trust policy of the machine's role.</param>
/// <param name="Manifest">The manifest.</param>
internal sealed record WorkflowSource(string Name, string Definition, string Policy, string Trust, WorkflowManifest Manifest);
