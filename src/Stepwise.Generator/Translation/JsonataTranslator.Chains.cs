using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Translation;

/// <content>
/// Chains of operators. Step Functions evaluates 100 levels at most, and each operator of a chain is a level. A chain that a person would write stays as it is. One that is longer is
/// put into groups, where that changes nothing, or is computed in parts, each of which is a variable.
/// </content>
internal sealed partial class JsonataTranslator
{
    /// <summary>The most operands, or levels, that are written in a row.</summary>
    private const int LongestChain = 32;

    /// <summary>The operands of a group of a longer chain.</summary>
    private const int Group = 16;

    /// <summary>Operands joined by an operator that may be grouped in any way: <c>and</c>, <c>or</c> or <c>&amp;</c>.</summary>
    private static JsonataFragment Chain(List<string> operands, string @operator, int strength)
    {
        if (operands.Count == 1)
        {
            return new JsonataFragment(operands[0], strength);
        }

        if (operands.Count <= LongestChain)
        {
            return new JsonataFragment(string.Join(" " + @operator + " ", operands), strength) { Operands = operands };
        }

        var groups = new List<string>();
        for (var i = 0; i < operands.Count; i += Group)
        {
            var count = Math.Min(Group, operands.Count - i);
            groups.Add(count == 1 ? operands[i] : "(" + string.Join(" " + @operator + " ", operands.Skip(i).Take(count)) + ")");
        }

        return Chain(groups, @operator, strength);
    }

    /// <summary>A choice between values: the first arm whose condition holds, else the last value. Of a long one, each part gives the arm that applies as an object, or null.</summary>
    private JsonataFragment Arms(List<(JsonataFragment Condition, JsonataFragment Value)> arms, JsonataFragment? otherwise)
    {
        if (arms.Count <= LongestChain)
        {
            return new JsonataFragment(Text(arms, 0, arms.Count, static value => value.In(JsonataFragment.Conditional + 1)) + (otherwise is { } last ? " : " + last.Text : ""), JsonataFragment.Conditional);
        }

        var block = new BlockText(this);
        var arm = "";
        for (var i = 0; i < arms.Count; i += LongestChain)
        {
            var count = Math.Min(LongestChain, arms.Count - i);
            var before = arm.Length == 0 ? "" : arm + " != null ? " + arm + " : ";
            var rest = i + count < arms.Count ? "null" : otherwise is { } value ? AsArm(value) : "{}";
            arm = block.Bind("arm", new JsonataFragment(before + Text(arms, i, count, AsArm) + " : " + rest, JsonataFragment.Conditional));
        }

        return block.Return(Primary(arm + ".value"));

        static string AsArm(JsonataFragment value) => "{'value': " + value.Text + "}";
    }

    private static string Text(List<(JsonataFragment Condition, JsonataFragment Value)> arms, int start, int count, Func<JsonataFragment, string> value) =>
        string.Join(" : ", arms.Skip(start).Take(count).Select(arm => arm.Condition.In(JsonataFragment.Conditional + 1) + " ? " + value(arm.Value)));

    /// <summary>A chain of left operands that is too long, in parts: what is computed, and in which order, stays the same. Null for any other expression.</summary>
    private JsonataFragment? InParts(Expression chain)
    {
        var links = new Stack<Expression>();
        var first = chain;
        var levels = 0;
        for (; Left(first) is { } left; first = left)
        {
            links.Push(first);
            levels += Levels(first);
        }

        return levels <= LongestChain ? null : Scoped(() =>
        {
            var block = new BlockText(this);
            var part = first;
            levels = 0;
            foreach (var link in links)
            {
                if (levels + Levels(link) > Group)
                {
                    part = Bind(block, "part", part);
                    levels = 0;
                }

                levels += Levels(link);
                part = link is ArithmeticExpression arithmetic ? arithmetic with { Left = part } : ((ComparisonExpression)link) with { Left = part };
            }

            return block.Return(Value(part));
        });
    }

    private static Expression? Left(Expression link) => link switch
    {
        ArithmeticExpression arithmetic => arithmetic.Left,
        ComparisonExpression { Left: ComparisonExpression left } => left,
        _ => null,
    };

    /// <summary>How much deeper the left operand of a link is evaluated than the link.</summary>
    private static int Levels(Expression link) => link switch
    {
        ArithmeticExpression { Operator: ArithmeticOperator.Add or ArithmeticOperator.Subtract } => 1,
        ArithmeticExpression { Operator: ArithmeticOperator.Multiply, Left: ArithmeticExpression { Operator: ArithmeticOperator.Multiply } } => 1,
        ArithmeticExpression { Operator: ArithmeticOperator.Multiply } or ComparisonExpression => 2,
        _ => 4,
    };
}
