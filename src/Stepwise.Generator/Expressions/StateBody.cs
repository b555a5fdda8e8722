using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Expressions;

/// <summary>The body of a state: what it returns. What it accepts means in the definition what it means in C#; it refuses the rest, and says what to write.</summary>
internal sealed class StateBody
{
    private readonly ITypeSymbol _type;
    private readonly int _anchor;

    private StateBody(ExpressionReader expressions, Outcome outcome, ITypeSymbol type, int anchor)
    {
        Expressions = expressions;
        Outcome = outcome;
        _type = type;
        _anchor = anchor;
    }

    /// <summary>Reads the parts of the body.</summary>
    public ExpressionReader Expressions { get; }

    /// <summary>What the body comes to; <see cref="Outcome.Nothing"/> while the source is half-typed.</summary>
    public Outcome Outcome { get; }

    /// <summary>Opens a body.</summary>
    /// <param name="context">Takes places and diagnostics.</param>
    /// <param name="method">The state.</param>
    /// <param name="syntax">The declaration that has the body.</param>
    /// <param name="model">The model of the declaration's file.</param>
    /// <param name="parameters">What each parameter reads.</param>
    /// <param name="kind">What the body builds.</param>
    public static StateBody Open(
        ReadingContext context,
        IMethodSymbol method,
        MethodDeclarationSyntax syntax,
        SemanticModel model,
        IReadOnlyDictionary<string, Expression> parameters,
        BodyKind kind = BodyKind.Data)
    {
        var reader = new ExpressionReader(context, model, parameters, kind);
        var outcome = FindOutcome(method, syntax, model, reader);
        return new StateBody(reader, outcome, method.ReturnType, outcome == Outcome.Nothing ? context.Anchor(syntax) : 0);
    }

    /// <summary>Reads the value that the body returns. If the body returns nothing that can be read, returns an <see cref="InvalidExpression"/>.</summary>
    public Expression ReadValue() => ReadValue(static (expressions, result) => expressions.ReadAlike(result));

    /// <summary>Reads the value that the body returns. If the body returns nothing that can be read, returns an <see cref="InvalidExpression"/>.</summary>
    /// <param name="read">Reads what stands in one <c>return</c>.</param>
    public Expression ReadValue(Func<ExpressionReader, IOperation, Expression> read) =>
        Outcome == Outcome.Nothing ? Invalid() : Expressions.InBlock(Expressions.ReadOutcome(Outcome, _type, result => read(Expressions, result)));

    /// <summary>Reads the duration that the body returns, as a number of seconds. If the body returns nothing that can be read, returns an <see cref="InvalidExpression"/>.</summary>
    /// <param name="read">Reads what stands in one <c>return</c>.</param>
    public Expression ReadSeconds(Func<ExpressionReader, IOperation, Expression> read) =>
        Outcome == Outcome.Nothing ? Invalid() : Expressions.InBlock(Expressions.ReadSeconds(Outcome, result => read(Expressions, result)));

    private InvalidExpression Invalid() => new(_anchor);

    private static Outcome FindOutcome(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, ExpressionReader reader)
    {
        // Half-typed code: the compiler says what is wrong, and nothing that is found here would be more than noise.
        if (syntax is { Body: null, ExpressionBody: null } || method.ReturnType is IErrorTypeSymbol || HasSyntaxErrors(syntax)
            || model.GetOperation(syntax, reader.CancellationToken) is not IMethodBodyOperation body)
        {
            return Outcome.Nothing;
        }

        return (body.BlockBody ?? body.ExpressionBody) is { } block ? OutcomeBuilder.Of(block) : Outcome.Nothing;
    }

    public static bool HasSyntaxErrors(SyntaxNode node)
    {
        if (!node.ContainsDiagnostics)
        {
            return false;
        }

        foreach (var diagnostic in node.GetDiagnostics())
        {
            if (diagnostic.Severity is DiagnosticSeverity.Error)
            {
                return true;
            }
        }

        return false;
    }
}
