using System.ComponentModel;

namespace Stepwise;

/// <summary>Carries one generated file in the assembly, from which the build writes it. The generator emits this attribute; it is not meant for handwritten code.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WorkflowArtifactAttribute : Attribute
{
    /// <summary>Carries a file.</summary>
    /// <param name="path">The path below <c>workflows/</c>, with forward slashes.</param>
    /// <param name="content">The file's text.</param>
    public WorkflowArtifactAttribute(string path, string content)
    {
        Path = path;
        Content = content;
    }

    /// <summary>The path below <c>workflows/</c>, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The file's text.</summary>
    public string Content { get; }
}
