namespace Stepwise.Deployment;

/// <summary>A file that deployment needs.</summary>
/// <param name="Path">The path below the workflow's folder, with forward slashes.</param>
/// <param name="Content">The text.</param>
internal sealed record DeploymentFile(string Path, string Content);
