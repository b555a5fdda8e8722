using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Expressions;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Kinds.Choice;

/// <summary>Flattens what a Choice returns, switch expressions and conditionals in any nesting, into rules in order.</summary>
internal sealed class ChoiceArmReader(ReadingContext context, ExpressionReader reader)
{
    private readonly List<ChoiceArm> _arms = [];
    private bool _hasDefault;

    /// <summary>The ways out of a Choice, in order. Where reading fails, an arm has an <see cref="InvalidExpression"/> as its condition, or is not there.</summary>
    public static EquatableArray<ChoiceArm> Read(ReadingContext context, StateBody body)
    {
        if (body.Result is not { } result)
        {
            return EquatableArray<ChoiceArm>.Empty;
        }

        var reader = new ChoiceArmReader(context, body.Expressions);
        reader.Flatten(result, ExpressionSimplifier.Constant(true, context.Anchor(result.Syntax)));
        return new EquatableArray<ChoiceArm>(reader._arms);
    }

    /// <summary>Adds the rules of an expression that is reached when a condition holds. Who does not leave by them does not get past it.</summary>
    private void Flatten(IOperation operation, Expression reached)
    {
        if (_hasDefault || ExpressionSimplifier.AsBoolean(reached) is false)
        {
            return;
        }

        operation = Strip(operation);
        switch (operation)
        {
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                var condition = reader.Read(conditional.Condition);
                FlattenAssuming(condition, holds: true, conditional.WhenTrue, And(reached, condition));
                FlattenAssuming(condition, holds: false, whenFalse, reached);
                break;
            case ISwitchExpressionOperation @switch:
                FlattenSwitch(@switch, reached);
                break;
            case IInvalidOperation:
                break;
            case IThrowOperation:
                reader.Refuse(operation, "'throw' in a Choice", "go to a [Fail] state");
                break;
            default:
                _hasDefault = ExpressionSimplifier.AsBoolean(reached) is true;
                _arms.Add(new ChoiceArm(_hasDefault ? null : reached, Target(operation)));
                break;
        }
    }

    private void FlattenAssuming(Expression condition, bool holds, IOperation operation, Expression reached)
    {
        var mark = reader.Known.Mark;
        reader.Known.Learn(condition, holds);
        Flatten(operation, reached);
        reader.Known.Forget(mark);
    }

    private void FlattenSwitch(ISwitchExpressionOperation @switch, Expression reached)
    {
        var subject = reader.ReadSubject(@switch.Value);
        var last = @switch.Arms.Length - 1;
        var isExhaustive = @switch.IsExhaustive && !subject.MayBeNull;
        var mark = reader.Known.Mark;
        for (var i = 0; i <= last; i++)
        {
            var arm = @switch.Arms[i];
            var condition = reader.Match(arm.Pattern, subject);
            if (arm.Guard is not null)
            {
                condition = And(condition, reader.Assuming(condition, holds: true, () => reader.Read(arm.Guard)));
            }
            else if (i == last && isExhaustive && condition is not InvalidExpression)
            {
                // The compiler has proved that what comes here matches: Default says it better than a rule.
                condition = ExpressionSimplifier.Constant(true, condition.Anchor);
            }

            FlattenAssuming(condition, holds: true, arm.Value, And(reached, condition));
            if (ExpressionSimplifier.AsBoolean(condition) is true || condition is InvalidExpression)
            {
                reader.Known.Forget(mark);
                return;
            }

            reader.Known.Learn(condition, holds: false);
        }

        reader.Known.Forget(mark);

        // At the top, a value that no arm matches fails in C# and in the definition alike; inside, it would go on to the next rule.
        if (ExpressionSimplifier.AsBoolean(reached) is not true && @switch.Syntax is SwitchExpressionSyntax syntax)
        {
            reader.Refuse(syntax.SwitchKeyword.GetLocation(), "a nested switch that does not cover every value", "add an arm '_ => nameof(State)'");
        }
    }

    private static Expression And(Expression left, Expression right) => ExpressionSimplifier.And(right.Anchor, left, right);

    /// <summary>The state that an arm names. The operation tree has only the text of nameof: what is named stands in the syntax.</summary>
    private StateReference Target(IOperation operation)
    {
        var syntax = operation.Syntax;
        while (syntax is ParenthesizedExpressionSyntax parenthesized)
        {
            syntax = parenthesized.Expression;
        }

        if (syntax is InvocationExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" },
                ArgumentList.Arguments: [{ Expression: var named }],
            })
        {
            var name = named switch
            {
                MemberAccessExpressionSyntax access => access.Name,
                SimpleNameSyntax simple => simple,
                _ => null,
            };
            if (name is not null && !name.Identifier.IsMissing)
            {
                return new StateReference(name.Identifier.ValueText, context.Anchor(name));
            }
        }

        if (operation.Type is not IErrorTypeSymbol and not null)
        {
            var properties = operation.ConstantValue is { HasValue: true, Value: string text }
                ? new EquatableArray<DiagnosticProperty>(new DiagnosticProperty("Member", text))
                : default;
            context.Report(new DiagnosticInfo(
                DiagnosticIds.ChoiceArmNotAState, context.Anchor(syntax), new EquatableArray<string>(ExpressionReader.Shorten(syntax), "write nameof(State)"), properties));
        }

        // It leads nowhere that is known, so that nothing is said of what can be reached.
        return new StateReference("", context.Anchor(syntax));
    }

    private static IOperation Strip(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }
}
