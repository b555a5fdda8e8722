using Stepwise.Generator.Model;

namespace Stepwise.Generator.Translation;

/// <content>Blocks around a template: each expression of a template computes what it reads.</content>
internal sealed partial class JsonataTranslator
{
    /// <summary>How many times larger a template may become because a variable is computed in several of its expressions.</summary>
    private const int Growth = 2;

    /// <summary>The template with the variables in its expressions; the block itself, as one expression, where a variable has to be evaluated once for all, or would be written too often.</summary>
    private static Expression ByLeaf(LetExpression let)
    {
        if (let.Body is not (ObjectExpression or ArrayExpression))
        {
            return let;
        }

        var written = new Dictionary<string, int>(StringComparer.Ordinal);
        var body = Leaves(let.Body, leaf =>
        {
            var bindings = ExpressionBlocks.ReadBy(let.Bindings, leaf, static _ => false);
            foreach (var binding in bindings)
            {
                written.TryGetValue(binding.Name, out var count);
                written[binding.Name] = count + 1;
            }

            return ExpressionBlocks.Let(bindings, leaf, leaf.Anchor);
        });
        var (once, all) = (Size(let.Body), Size(let.Body));
        foreach (var binding in let.Bindings)
        {
            written.TryGetValue(binding.Name, out var count);
            if (count == 0 ? binding.Value.CanFail() : count > 1 && binding.Value.IsVolatile())
            {
                return let;
            }

            once += Size(binding.Value);
            all += count * Size(binding.Value);
        }

        return all <= once * Growth ? body : let;
    }

    /// <summary>A template with other expressions at the places where it has expressions.</summary>
    private static Expression Leaves(Expression template, Func<Expression, Expression> change) => template switch
    {
        ConstantExpression or SubstitutionExpression => template,
        ObjectExpression @object when !@object.Properties.Any(static property => IsDropped(property)) => @object with
        {
            Properties = new EquatableArray<PropertyExpression>(@object.Properties.Select(property => property with { Value = Leaves(property.Value, change) }).ToList()),
        },
        ArrayExpression array => array with { Items = new EquatableArray<Expression>(array.Items.Select(item => Leaves(item, change)).ToList()) },
        _ => change(template),
    };

    private static int Size(Expression expression) => 1 + expression.Parts().Sum(Size);
}
