using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Kinds.Choice;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Expressions;

/// <summary>Reads the bodies of states into expressions. What it accepts means in the definition what it means in C#; the rest it refuses, and says what to write.</summary>
internal sealed class BodyReader(ReadingContext context)
{
    /// <summary>The value that the body of a Pass, Succeed, Fail or service task returns.</summary>
    /// <param name="method">The state.</param>
    /// <param name="syntax">The declaration that has the body.</param>
    /// <param name="model">The model of the declaration's file.</param>
    /// <param name="parameters">What each parameter reads.</param>
    /// <param name="kind">What the body builds.</param>
    /// <returns>The value; an <see cref="InvalidExpression"/> where there is none.</returns>
    public Expression ReadValue(
        IMethodSymbol method,
        MethodDeclarationSyntax syntax,
        SemanticModel model,
        IReadOnlyDictionary<string, Expression> parameters,
        BodyKind kind = BodyKind.Data)
    {
        var reader = new ExpressionReader(context, model, parameters, kind);
        return FindResult(method, syntax, model, reader) is { } result ? reader.Read(result) : Invalid(syntax);
    }

    /// <summary>The ways out of a Choice, in order. Where reading fails, an arm has an <see cref="InvalidExpression"/> as its condition, or is not there.</summary>
    public EquatableArray<ChoiceArm> ReadChoice(
        IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, IReadOnlyDictionary<string, Expression> parameters)
    {
        var reader = new ExpressionReader(context, model, parameters, BodyKind.Data);
        return FindResult(method, syntax, model, reader) is { } result
            ? new ChoiceReader(context, reader).Read(result)
            : EquatableArray<ChoiceArm>.Empty;
    }

    /// <summary>How long a Wait waits (a <see cref="SecondsExpression"/>), or until when (an expression whose type is a DateTimeOffset).</summary>
    public Expression ReadWait(
        IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, IReadOnlyDictionary<string, Expression> parameters)
    {
        var reader = new ExpressionReader(context, model, parameters, BodyKind.Data);
        if (FindResult(method, syntax, model, reader) is not { } result)
        {
            return Invalid(syntax);
        }

        var value = context.Types.Read(method.ReturnType).Kind is WireKind.TimeSpan ? reader.ReadSeconds(result) : reader.Read(result);
        return value.MayBeNull() && value is not InvalidExpression
            ? reader.Refuse(result, "a wait that may be null", "give a value for every case, such as 'x ?? TimeSpan.FromMinutes(1)'")
            : value;
    }

    private InvalidExpression Invalid(SyntaxNode node) => new(context.Anchor(node));

    /// <summary>The expression that the body returns; its local variables are read on the way.</summary>
    private static IOperation? FindResult(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, ExpressionReader reader)
    {
        // Half-typed code: the compiler says what is wrong, and nothing that is found here would be more than noise.
        if (syntax is { Body: null, ExpressionBody: null } || method.ReturnType is IErrorTypeSymbol || HasSyntaxErrors(syntax)
            || model.GetOperation(syntax, reader.CancellationToken) is not IMethodBodyOperation body)
        {
            return null;
        }

        var block = body.BlockBody ?? body.ExpressionBody;
        if (block is null)
        {
            return null;
        }

        foreach (var statement in block.Operations)
        {
            switch (statement)
            {
                case IReturnOperation { ReturnedValue: { } value }:
                    return value;
                case IVariableDeclarationGroupOperation group:
                    reader.ReadLocals(group);
                    break;
                case ILocalFunctionOperation or IEmptyOperation:
                    break;
                case IExpressionStatementOperation { Operation: IInvalidOperation }:
                    return null;
                case IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation }:
                    reader.Refuse(statement, "'throw'", "go on to a Fail state");
                    return null;
                case IInvalidOperation:
                    return null;
                default:
                    reader.Refuse(
                        statement,
                        "the statement '" + ExpressionReader.Shorten(statement.Syntax) + "'",
                        "a body is one returned expression: use '?:' or a switch expression in place of 'if' and 'switch'");
                    return null;
            }
        }

        return null;
    }

    private static bool HasSyntaxErrors(SyntaxNode node)
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
