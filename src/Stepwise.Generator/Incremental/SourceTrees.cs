using Microsoft.CodeAnalysis;

namespace Stepwise.Generator.Incremental;

/// <summary>The trees whose whole content a reading depends on: those of the class, and those of methods and initial values that its bodies use. It depends on all other trees only by what a stamp of them contains.</summary>
internal sealed class SourceTrees
{
    private readonly List<WeakReference<SyntaxTree>> _trees = [];

    /// <summary>The trees of a class.</summary>
    public static SourceTrees Of(INamedTypeSymbol type)
    {
        var result = new SourceTrees();
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            result.Add(reference.SyntaxTree);
        }

        return result;
    }

    public void Add(SyntaxTree tree)
    {
        if (!_trees.Exists(known => known.TryGetTarget(out var target) && target == tree))
        {
            _trees.Add(new WeakReference<SyntaxTree>(tree));
        }
    }

    /// <summary>Whether the compilation has all of them.</summary>
    public bool AreIn(Compilation compilation)
    {
        foreach (var reference in _trees)
        {
            if (!reference.TryGetTarget(out var tree) || !compilation.ContainsSyntaxTree(tree))
            {
                return false;
            }
        }

        return true;
    }
}
