using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Kinds;

/// <summary>Finds the start and the states of a workflow class in the order of the source: files by path, then position.</summary>
internal static class StateMethods
{
    public static List<StateMethod> Of(INamedTypeSymbol type, StepwiseAttributes known, CancellationToken cancellationToken)
    {
        var members = type.GetMembers();
        var result = new List<StateMethod>(members.Length);
        foreach (var member in members)
        {
            if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaringSyntaxReferences: { Length: > 0 } references } method
                || references[0].GetSyntax(cancellationToken) is not MethodDeclarationSyntax { AttributeLists.Count: > 0 } syntax
                || syntax.SyntaxTree.FilePath.EndsWith(GeneratedFile.Suffix, StringComparison.Ordinal))
            {
                continue;
            }

            var attributes = known.On(syntax);
            foreach (var attribute in attributes)
            {
                if (StateKinds.All.FindReader(attribute.Name) is { } reader)
                {
                    result.Add(new StateMethod(method, syntax, known.ModelOf(syntax), reader, attribute, attributes, known));
                    break;
                }
            }
        }

        result.Sort(static (left, right) => SourceOrder.Compare(left.Syntax, right.Syntax));
        return result;
    }
}
