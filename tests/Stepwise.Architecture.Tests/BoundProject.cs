using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Stepwise.Architecture.Tests;

/// <summary>A project whose sources are bound as in its build, including linked sources.</summary>
/// <param name="Name">The name of the project file.</param>
/// <param name="Folder">The folder of the project file.</param>
/// <param name="RootNamespace">The namespace of the files directly in that folder.</param>
/// <param name="Compilation">The compilation of the build, with generated sources.</param>
/// <param name="References">The names of the projects that it references.</param>
internal sealed record BoundProject(string Name, string Folder, string RootNamespace, CSharpCompilation Compilation, IReadOnlyList<string> References)
{
    /// <summary>The files of the project itself, without linked and generated files.</summary>
    public IEnumerable<SyntaxTree> OwnTrees => Compilation.SyntaxTrees.Where(tree => Owns(tree.FilePath));

    /// <summary>Whether a file lies in the project's folder and is not generated.</summary>
    public bool Owns(string file) =>
        file.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        && !file.AsSpan(Folder.Length + 1).StartsWith("obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The namespace that belongs to the folder of a file.</summary>
    public string NamespaceOf(string file)
    {
        var folder = Path.GetRelativePath(Folder, Path.GetDirectoryName(file)!);
        return folder == "." ? RootNamespace : $"{RootNamespace}.{folder.Replace(Path.DirectorySeparatorChar, '.')}";
    }

    /// <summary>The room of a file of the project itself.</summary>
    public Room RoomOf(string file) => new(Name, RoomName(NamespaceOf(file)));

    /// <summary>The name of a namespace below the root namespace.</summary>
    public string RoomName(string @namespace) => @namespace switch
    {
        _ when @namespace == RootNamespace => Room.Root,
        _ when @namespace.StartsWith(RootNamespace + ".", StringComparison.Ordinal) => @namespace[(RootNamespace.Length + 1)..],
        _ => @namespace,
    };
}
