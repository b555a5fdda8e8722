using Stepwise.Generator.Model;

namespace Stepwise.Generator.Translation;

/// <content>Variables of blocks: a value that is computed and read more than once gets one.</content>
internal sealed partial class JsonataTranslator
{
    /// <summary>Computes an operand once, into a variable. The variable always has a value, which may be null.</summary>
    private JsonataFragment Bound(Expression operand, Expression beside, Func<ValueExpression, JsonataFragment> use)
    {
        var name = Fresh("$value", operand, beside);
        var value = Value(operand).Text;
        return Primary("(" + name + " := " + value + "; " + use(new ValueExpression(name, operand.Type, operand.Anchor)).Text + ")");
    }

    /// <summary>A name for a block that hides nothing that is read inside it.</summary>
    private string Fresh(string name, params Expression[] readInside)
    {
        var candidate = name;
        for (var i = 2; readInside.Any(expression => Reads(expression, candidate)); i++)
        {
            candidate = name + Number(i);
        }

        return candidate;
    }

    private bool Reads(Expression expression, string variable) =>
        (expression is ValueExpression value && string.Equals(Resolve(value), variable, StringComparison.Ordinal))
        || (expression is RawJsonataExpression raw && raw.Text.Contains(variable))
        || expression.Parts().Any(part => Reads(part, variable));

    private string Resolve(ValueExpression value) => IsBound(value) ? value.Name : resolve(value.Name);

    /// <summary>Whether an expression is the variable of a block. It always has a value, which may be null.</summary>
    private static bool IsBound(Expression expression) => expression is ValueExpression value && value.Name.StartsWith("$", StringComparison.Ordinal);
}
