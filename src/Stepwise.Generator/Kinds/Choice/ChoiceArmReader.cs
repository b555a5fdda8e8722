using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Expressions;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Kinds.Choice;

/// <summary>Flattens what the body of a Choice returns into rules in order. The body can nest switch expressions and conditional expressions.</summary>
internal sealed class ChoiceArmReader(ReadingContext context, ExpressionReader reader)
{
    private readonly List<ChoiceArm> _arms = [];
    private bool _hasDefault;

    /// <summary>Reads the ways out of a Choice, in order. An arm that cannot be read has an <see cref="InvalidExpression"/> as its condition, or is left out.</summary>
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

    /// <summary>Adds the rules of an expression that is evaluated if a condition holds. If the condition holds, one of the rules matches.</summary>
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
                Flatten(conditional.WhenTrue, And(reached, reader.Read(conditional.Condition)));
                Flatten(whenFalse, reached);
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

    private void FlattenSwitch(ISwitchExpressionOperation @switch, Expression reached)
    {
        var subject = reader.ReadSubject(@switch.Value);
        var last = @switch.Arms.Length - 1;
        var isExhaustive = @switch.IsExhaustive && !subject.MayBeNull;
        for (var i = 0; i <= last; i++)
        {
            var arm = @switch.Arms[i];
            var condition = reader.Match(arm.Pattern, subject);
            if (arm.Guard is not null)
            {
                condition = And(condition, reader.Read(arm.Guard));
            }
            else if (i == last && isExhaustive && condition is not InvalidExpression)
            {
                // The compiler has proved that the last arm matches every value that is left, so that it is the Default.
                condition = ExpressionSimplifier.Constant(true, condition.Anchor);
            }

            Flatten(arm.Value, And(reached, condition));
            if (ExpressionSimplifier.AsBoolean(condition) is true || condition is InvalidExpression)
            {
                return;
            }
        }

        // If no arm matches, an outermost switch fails in C# and in the definition. In the definition, a nested switch would continue with the next rule.
        if (ExpressionSimplifier.AsBoolean(reached) is not true && @switch.Syntax is SwitchExpressionSyntax syntax)
        {
            reader.Refuse(syntax.SwitchKeyword.GetLocation(), "a nested switch that does not cover every value", "add an arm '_ => nameof(State)'");
        }
    }

    private static Expression And(Expression left, Expression right) => ExpressionSimplifier.And(right.Anchor, left, right);

    /// <summary>Reads the state that an arm names. The operation tree has only the text of nameof; the syntax has the name.</summary>
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

        // The target is not known, so that no state is reported as unreachable.
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
