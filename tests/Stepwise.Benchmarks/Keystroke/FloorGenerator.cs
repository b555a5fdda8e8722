using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stepwise.Benchmarks.Keystroke;

/// <summary>The least that a generator over the workflow classes can do: find them by their attribute and keep a name.</summary>
internal sealed class FloorGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Stepwise.StateMachineAttribute",
            static (node, _) => node is ClassDeclarationSyntax,
            static (match, _) => match.TargetSymbol.ContainingNamespace.Name + "." + match.TargetSymbol.Name);
        context.RegisterSourceOutput(names, static (output, name) => output.AddSource(name + ".g.cs", "// " + name + "\n"));
    }
}
