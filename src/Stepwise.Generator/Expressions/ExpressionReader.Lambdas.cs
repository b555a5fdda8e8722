using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Expressions;

/// <content>Lambdas: functions of the elements of a collection. What is computed in one stays in it, because it is computed for each element.</content>
internal sealed partial class ExpressionReader
{
    /// <summary>The keys of groups, by the parameter that is the group.</summary>
    private readonly Dictionary<ISymbol, Expression> _groupKeys = new(SymbolEqualityComparer.Default);

    /// <summary>The lambda that is passed; null if none is.</summary>
    private static IAnonymousFunctionOperation? FunctionOf(IArgumentOperation argument)
    {
        var value = argument.Value;
        while (value is IConversionOperation or IParenthesizedOperation)
        {
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        }

        return (value is IDelegateCreationOperation creation ? creation.Target : value) as IAnonymousFunctionOperation;
    }

    /// <summary>Reads the body of a lambda.</summary>
    /// <param name="argument">The argument that is a lambda.</param>
    /// <param name="types">What its parameters are.</param>
    /// <param name="read">Reads its value.</param>
    /// <param name="variables">The variables of the parameters.</param>
    /// <param name="given">A parameter that stands for something else than a variable.</param>
    private Expression ReadLambda(
        IArgumentOperation argument, IReadOnlyList<WireType> types, Func<IOperation, Expression> read, out EquatableArray<LambdaVariable> variables, (IParameterSymbol Parameter, Expression Value)? given = null)
    {
        variables = default;
        if (FunctionOf(argument) is not { Body.Operations: var statements, Symbol.Parameters: var own })
        {
            return RefuseFunction(argument);
        }

        if (AssignedAfter(argument) is { } captured)
        {
            return Refuse(captured, "'" + Shorten(captured.Syntax) + "', which is assigned after the function that reads it,", "copy it into a variable of its own before the query");
        }

        var anchor = Anchor(argument);
        var made = new List<LambdaVariable>();
        for (var i = 0; i < own.Length && i < types.Count; i++)
        {
            var parameter = own[i];
            var local = Variable(parameter.Name.StartsWith("<", StringComparison.Ordinal) || parameter.Name == "_" ? "element" : parameter.Name, types[i], anchor, out var variable);
            made.Add(variable);
            _locals[parameter] = local;
            if (parameter.Type.Name == "IGrouping")
            {
                (_groupKeys[parameter], _locals[parameter]) = PartsOf(local, parameter.Type);
            }
        }

        if (given is { } known)
        {
            _locals[known.Parameter] = known.Value;
        }

        variables = new EquatableArray<LambdaVariable>(made);
        var mark = Known.Mark;
        OpenBlock();
        var value = ReadBody(argument, statements, read);
        var block = _block;
        CloseBlock();
        Known.Forget(mark);
        return value is InvalidExpression ? value
            : value.Unbounded(Known) is { } quotient ? RefuseUnbounded(quotient)
            : ExpressionBlocks.Let(block.Bindings, value, value.Anchor);
    }

    /// <summary>A variable that a lambda reads and that is assigned later. C# calls a function when the query is read, which can be after that. Null if there is none.</summary>
    private static IOperation? AssignedAfter(IArgumentOperation argument)
    {
        var reads = argument.Descendants().Where(static read => read is ILocalReferenceOperation or IParameterReferenceOperation).ToList();
        if (reads.Count == 0)
        {
            return null;
        }

        IOperation root = argument;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        var end = argument.Syntax.Span.End;
        foreach (var operation in root.Descendants())
        {
            var target = operation switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation step => step.Target,
                IArgumentOperation { Parameter.RefKind: not RefKind.None } passed => passed.Value,
                _ => null,
            };
            if (target is ILocalReferenceOperation or IParameterReferenceOperation && target.Syntax.SpanStart >= end && reads.Find(read => SymbolEqualityComparer.Default.Equals(Of(read), Of(target))) is { } captured)
            {
                return captured;
            }
        }

        return null;

        static ISymbol? Of(IOperation reference) => reference is ILocalReferenceOperation local ? local.Local : (reference as IParameterReferenceOperation)?.Parameter;
    }

    private InvalidExpression RefuseFunction(IArgumentOperation argument) =>
        Refuse(argument.Value, "'" + Shorten(argument.Value.Syntax) + "' as a function", "write a lambda here, as in 'x => x.Name'");

    private Expression ReadBody(IArgumentOperation argument, IReadOnlyList<IOperation> statements, Func<IOperation, Expression> read)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            switch (statements[i])
            {
                case IReturnOperation { ReturnedValue: { } value }:
                    return read(value);
                case IVariableDeclarationGroupOperation group:
                    ReadLocals(group);
                    break;
                default:
                    return Refuse(statements[i], "this statement in a lambda", "declare variables and return a value");
            }
        }

        return Invalid(argument);
    }

    /// <summary>A new variable of a lambda.</summary>
    private LocalExpression Variable(string wanted, WireType type, int anchor, out LambdaVariable variable)
    {
        variable = new LambdaVariable(Unique(wanted), wanted);
        return new LocalExpression(variable.Name, type, anchor);
    }
}
