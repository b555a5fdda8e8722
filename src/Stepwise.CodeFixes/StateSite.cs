using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Stepwise.CodeFixes;

/// <summary>A state that a finding is about, and its class.</summary>
internal sealed class StateSite
{
    private StateSite(Solution solution, Compilation compilation, WorkflowAttributes attributes, INamedTypeSymbol type, MethodDeclarationSyntax method, TypeDeclarationSyntax? classDeclaration)
    {
        Solution = solution;
        Compilation = compilation;
        Attributes = attributes;
        Type = type;
        Method = method;
        ClassDeclaration = classDeclaration;
    }

    public Solution Solution { get; }

    public Compilation Compilation { get; }

    public WorkflowAttributes Attributes { get; }

    public INamedTypeSymbol Type { get; }

    public MethodDeclarationSyntax Method { get; }

    /// <summary>The part of the class that has <c>[StateMachine]</c>, or null if that part is not in a document of the solution.</summary>
    public TypeDeclarationSyntax? ClassDeclaration { get; }

    public static StateSite? Find(Document document, SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (SyntaxSearch.At<MethodDeclarationSyntax>(root, diagnostic) is not { Parent: TypeDeclarationSyntax, AttributeLists.Count: > 0 } method
            || model.GetDeclaredSymbol(method, cancellationToken)?.ContainingType is not { } type)
        {
            return null;
        }

        var attributes = new WorkflowAttributes(model.Compilation);
        var declaration = attributes.WorkflowDeclaration(type, cancellationToken);
        return new StateSite(
            document.Project.Solution,
            model.Compilation,
            attributes,
            type,
            method,
            declaration is not null && document.Project.Solution.GetDocument(declaration.SyntaxTree) is not null ? declaration : null);
    }

    /// <summary>Whether any part of the class has the attribute.</summary>
    public bool ClassHas(string attribute, CancellationToken cancellationToken)
    {
        foreach (var reference in Type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax part && Attributes.Has(part, attribute))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds an attribute list to the method or to the class.</summary>
    /// <param name="member">The method or the class.</param>
    /// <param name="attribute">The attribute, a type of Stepwise.</param>
    /// <param name="arguments">Its arguments, in parentheses.</param>
    /// <param name="below">The attributes below which it goes; else below all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="others">Other changes of the same file.</param>
    public async Task<Solution> AddAttributeAsync(
        MemberDeclarationSyntax member,
        string attribute,
        string arguments,
        string[] below,
        CancellationToken cancellationToken,
        params TextChange[] others)
    {
        if (Solution.GetDocument(member.SyntaxTree) is not { } document
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || new WorkflowAttributes(model.Compilation).ListBefore(member, below) is not { } list)
        {
            return Solution;
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var name = StepwiseName.OfAttribute(attribute, model, member.SpanStart);
        var change = TextEdits.InsertBelow(list, text, $"[{name}{arguments}]");
        return Solution.WithDocumentText(document.Id, text.WithChanges([change, .. others]));
    }
}
