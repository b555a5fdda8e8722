using System.ComponentModel;

namespace Stepwise;

/// <summary>One file that the generator made. It travels in the assembly, and the build writes it. Not for hand-written code.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WorkflowArtifactAttribute : Attribute
{
    /// <summary>Carries a file.</summary>
    /// <param name="path">The path below <c>workflows/</c>, with forward slashes.</param>
    /// <param name="content">The text.</param>
    public WorkflowArtifactAttribute(string path, string content)
    {
        Path = path;
        Content = content;
    }

    /// <summary>The path below <c>workflows/</c>, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The text.</summary>
    public string Content { get; }
}
