using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Incremental;

/// <summary>Computes the stamp of each compilation once, and the stamp of each tree once for all compilations that share it. The tables are weak: they keep neither compilations nor trees alive.</summary>
internal sealed class CompilationStamps
{
    private readonly ConditionalWeakTable<Compilation, CompilationStamp> _compilations = new();
    private readonly ConditionalWeakTable<SyntaxTree, string> _trees = new();
    private readonly ConditionalWeakTable<Compilation, CompilationStamp>.CreateValueCallback _ofCompilation;
    private readonly ConditionalWeakTable<SyntaxTree, string>.CreateValueCallback _ofTree;

    public CompilationStamps(StampParts parts)
    {
        _ofCompilation = Compute;
        _ofTree = tree => TreeStamp.Of(tree, parts);
    }

    public CompilationStamp Of(Compilation compilation) => _compilations.GetValue(compilation, _ofCompilation);

    private CompilationStamp Compute(Compilation compilation)
    {
        var stamps = new StringBuilder();
        foreach (var tree in compilation.SyntaxTrees)
        {
            stamps.Append(_trees.GetValue(tree, _ofTree));
        }

        var references = new List<ReferenceStamp>();
        foreach (var reference in compilation.References)
        {
            references.Add(new ReferenceStamp(ContentOf(reference), reference.Properties));
        }

        return new CompilationStamp(compilation.AssemblyName, compilation.Options, Digest.Of(stamps), new EquatableArray<ReferenceStamp>(references));
    }

    private object ContentOf(MetadataReference reference)
    {
        switch (reference)
        {
            case CompilationReference project:
                return Of(project.Compilation);
            case PortableExecutableReference file:
                try
                {
                    return file.GetMetadataId();
                }
                catch (Exception exception) when (exception is IOException or BadImageFormatException)
                {
                    // The compiler reports a file that it cannot read. Until the file is replaced, the reference object identifies it.
                    return reference;
                }

            default:
                return reference;
        }
    }
}
