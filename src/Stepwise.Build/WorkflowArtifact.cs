namespace Stepwise.Build;

/// <summary>One file that the generator stored in the assembly.</summary>
/// <param name="Path">The path below the workflows folder, with forward slashes.</param>
/// <param name="Content">The text.</param>
internal sealed record WorkflowArtifact(string Path, string Content);
