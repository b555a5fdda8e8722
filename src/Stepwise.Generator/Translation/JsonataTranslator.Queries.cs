using Stepwise.Generator.Model;

namespace Stepwise.Generator.Translation;

/// <content>
/// Queries: <c>$filter</c>, <c>$map</c>, <c>$reduce</c> and <c>$sort</c>. Of one result, <c>$filter</c> and <c>$map</c> make a value that is no array, and of none they make nothing: an array
/// constructor makes an array of both, unless the one result is an array, which it would take apart.
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

    /// <summary>An array where a function takes it: nothing stands for no elements there, so that a query needs no array constructor.</summary>
    private string Elements(Expression array) =>
        array is QueryExpression { Function: QueryFunction.Filter or QueryFunction.Map } query && Members(query) is null ? Call(query) + "[]" : Value(array).Text;

    private string Call(QueryExpression query) =>
        (query.Function is QueryFunction.Filter ? "$filter(" : "$map(") + Elements(query.Source) + ", " + Function(query.Lambda) + ")";

    /// <summary>A member of each element, as a path: <c>$orders.id</c>. A path leaves out what is missing and takes arrays apart. Null where that would matter.</summary>
    private string? Members(QueryExpression query)
    {
        if (query is not { Function: QueryFunction.Map, Lambda: { Variables: [var element], Body: MemberExpression body }, Source.Type.Element: { Kind: WireKind.Object, IsNullable: false } } || CanBeArray(body.Type))
        {
            return null;
        }

        var names = "";
        Expression step = body;
        for (; step is MemberExpression { Type.IsNullable: false } member && JsonataText.Name(member.WireName) is { } name && !CanBeArray(member.Type); step = member.Target)
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

    private string Function(Lambda lambda) => Scoped(() =>
    {
        var names = new List<string>();
        foreach (var variable in lambda.Variables)
        {
            var name = _names.Declare(variable.Wanted);
            _variables[variable.Name] = name;
            names.Add(name);
        }

        var body = Value(lambda.Body).Text;
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
