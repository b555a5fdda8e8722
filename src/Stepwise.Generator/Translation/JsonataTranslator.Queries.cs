using Stepwise.Generator.Model;

namespace Stepwise.Generator.Translation;

/// <content>
/// Queries: <c>$filter</c>, <c>$map</c>, <c>$reduce</c> and <c>$sort</c>. If <c>$filter</c> or <c>$map</c> has one result, it gives that result without an array. If it has no result, it gives nothing.
/// An array constructor around it makes an array in both cases. It cannot stand around one result that is itself an array, because it would give that array unchanged.
/// </content>
internal sealed partial class JsonataTranslator
{
    private JsonataFragment Query(QueryExpression query)
    {
        switch (query.Function)
        {
            case QueryFunction.Filter or QueryFunction.Map:
                return Primary(Members(query) is { } members ? "[" + members + "]"
                    : CanBeArray(query.Type.Element) ? "$append([], " + Elements(query) + ")"
                    : "[" + Call(query) + "]");
            case QueryFunction.Fold:
                return Primary("$reduce(" + Value(query.Source).Text + ", " + Function(query.Lambda) + (query.Seed is { } seed ? ", " + Value(seed).Text : "") + ")");
            default:
                return Primary("$sort(" + Value(query.Source).Text + ", " + Function(query.Lambda) + ")");
        }
    }

    /// <summary>An array as the argument of a function. A function takes nothing for an empty array, so that a query as the argument needs no array constructor.</summary>
    private string Elements(Expression array) =>
        array is QueryExpression { Function: QueryFunction.Filter or QueryFunction.Map } query && Members(query) is null ? Call(query) + "[]" : Value(array).Text;

    private string Call(QueryExpression query) =>
        (query.Function is QueryFunction.Filter ? "$filter(" : "$map(") + Elements(query.Source) + ", " + Function(query.Lambda, isKept: query.Function is QueryFunction.Map) + ")";

    /// <summary>A member of each element, as a path: <c>$orders.id</c>. A path leaves out what is missing and takes arrays apart. Null where that would matter.</summary>
    private string? Members(QueryExpression query)
    {
        if (query is not { Function: QueryFunction.Map, Lambda: { Variables: [var element], Body: MemberExpression body }, Source.Type.Element: { Kind: WireKind.Object, IsNullable: false } } || CanBeArray(body.Type))
        {
            return null;
        }

        var names = "";
        Expression step = body;
        for (; step is MemberExpression { Type.IsNullable: false, Target.Type.Kind: WireKind.Object } member && JsonataText.Name(member.WireName) is { } name && !CanBeArray(member.Type); step = member.Target)
        {
            names = "." + name + names;
        }

        if (step is not LocalExpression { Name: var root } || root != element.Name)
        {
            return null;
        }

        return query.Source.IsPath() ? Path(query.Source) + names
            : query.Source is QueryExpression { Function: QueryFunction.Filter } filter ? Call(filter) + names
            : null;
    }

    private static bool CanBeArray(WireType? type) => type is null or { Kind: WireKind.Array or WireKind.Any or WireKind.Opaque or WireKind.Unknown };

    /// <summary>Whether JSONata may have nothing where C# throws: behind a constant index or key.</summary>
    private static bool MayBeNothing(Expression expression) => expression switch
    {
        ElementExpression or MemberExpression { Target.Type.Kind: WireKind.Dictionary } => true,
        MemberExpression { Target: var target } => MayBeNothing(target),
        ConditionalExpression conditional => MayBeNothing(conditional, conditional.WhenTrue) || MayBeNothing(conditional, conditional.WhenFalse),
        CoalesceExpression coalesce => MayBeNothing(coalesce.Right),
        ArithmeticExpression or FunctionExpression or LetExpression => expression.Parts().Any(MayBeNothing),
        _ => false,
    };

    /// <summary>The same for a branch: the first or the last element is there where the condition counts the elements.</summary>
    private static bool MayBeNothing(ConditionalExpression conditional, Expression branch) => MayBeNothing(branch)
        && !(branch.IsPath() && conditional.Condition is ComparisonExpression { Left: CountExpression { Target: var counted } }
            && branch.Steps().Where(MayBeNothing).All(step => step is MemberExpression { Target.Type.Kind: not WireKind.Dictionary } || (step is ElementExpression { Index: 0 or -1 } element && element.Target == counted)));

    /// <param name="lambda">The function.</param>
    /// <param name="isKept">Whether each value takes a place, so that null stands for nothing.</param>
    private string Function(Lambda lambda, bool isKept = false) => Scoped(() =>
    {
        var names = new List<string>();
        foreach (var variable in lambda.Variables)
        {
            var name = _names.Declare(variable.Wanted);
            _variables[variable.Name] = name;
            names.Add(name);
        }

        var body = isKept && !(lambda.Body.IsPath() && lambda.Body.MayBeMissing()) && MayBeNothing(lambda.Body) ? OrNull(Value(lambda.Body)).Text : Value(lambda.Body).Text;
        foreach (var name in names)
        {
            _names.Release(name);
        }

        return "function(" + string.Join(", ", names) + "){ " + body + " }";
    });

    private JsonataFragment Index(IndexExpression index)
    {
        var target = index.Target is ElementExpression ? "(" + Path(index.Target) + ")" : Target(index.Target);
        return Primary(target + "[" + Value(index.Index).Text + "]");
    }

    private JsonataFragment Contains(ContainsExpression contains) => new(
        Value(contains.Value).In(JsonataFragment.Comparison + 1) + " in " + Value(contains.Source).In(JsonataFragment.Comparison + 1), JsonataFragment.Comparison);
}
