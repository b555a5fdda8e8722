using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Stepwise.Generator.Symbols;

namespace Stepwise.CodeFixes;

/// <summary>The state that takes a failure.</summary>
internal static class FailureTarget
{
    /// <summary>The state that another Catch leads to; else the first that reads the error; else the first Fail. Never the failing state itself.</summary>
    public static string? Find(StateSite site, CancellationToken cancellationToken)
    {
        var methods = new List<MethodDeclarationSyntax>();
        var catches = new List<AttributeSyntax>();
        foreach (var reference in site.Type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is not TypeDeclarationSyntax part)
            {
                continue;
            }

            catches.AddRange(Catches(site, part));
            foreach (var method in part.Members.OfType<MethodDeclarationSyntax>().Where(method => site.Attributes.On(method).Any()))
            {
                methods.Add(method);
                catches.AddRange(Catches(site, method));
            }
        }

        methods.RemoveAll(method => method.Identifier.ValueText == site.Method.Identifier.ValueText);
        foreach (var attribute in catches)
        {
            if (SyntaxSearch.StateNamed(SyntaxSearch.Argument(attribute, "Next")) is { } target && methods.Exists(method => method.Identifier.ValueText == target))
            {
                return target;
            }
        }

        return (methods.Find(method => ReadsError(site, method, cancellationToken)) ?? methods.Find(method => site.Attributes.Has(method, "Fail")))?.Identifier.ValueText;
    }

    /// <summary>A name for a new state.</summary>
    public static string NewName(INamedTypeSymbol type)
    {
        const string Name = "WorkflowFailed";
        for (var number = 1; ; number++)
        {
            var candidate = number == 1 ? Name : Name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (type.GetMembers(candidate).IsEmpty && type.Name != candidate)
            {
                return candidate;
            }
        }
    }

    /// <summary>Adds a Fail state at the end of a part of the class.</summary>
    public static async Task<TextChange?> NewAsync(Solution solution, TypeDeclarationSyntax part, string name, CancellationToken cancellationToken)
    {
        if (part.Members.Count == 0 || part.CloseBraceToken.IsMissing
            || solution.GetDocument(part.SyntaxTree) is not { } document
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var last = part.Members[part.Members.Count - 1];
        var newLine = TextEdits.NewLine(text, part.CloseBraceToken.SpanStart);
        var indentation = TextEdits.Indentation(text, last.SpanStart);
        var position = last.SpanStart;
        var nullable = model.GetNullableContext(position).AnnotationsEnabled() ? "string?" : "string";
        return TextEdits.Insert(
            last.Span.End,
            $"{newLine}{newLine}{indentation}[{StepwiseName.OfAttribute("Fail", model, position)}(\"{name}\")]"
            + $"{newLine}{indentation}public static {nullable} {name}({StepwiseName.OfType("WorkflowError", model, position)} error) => error.Cause;");
    }

    private static IEnumerable<AttributeSyntax> Catches(StateSite site, MemberDeclarationSyntax member) =>
        site.Attributes.On(member).Where(static attribute => attribute.Name == "Catch").Select(static attribute => attribute.Syntax);

    private static bool ReadsError(StateSite site, MethodDeclarationSyntax method, CancellationToken cancellationToken) =>
        site.Compilation.GetSemanticModel(method.SyntaxTree).GetDeclaredSymbol(method, cancellationToken) is IMethodSymbol symbol
        && symbol.Parameters.Any(static parameter => parameter.Type.Name == "WorkflowError" && StepwiseSymbols.Contains(parameter.Type));
}
