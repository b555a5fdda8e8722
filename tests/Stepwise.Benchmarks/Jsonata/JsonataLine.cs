namespace Stepwise.Benchmarks.Jsonata;

/// <summary>An expression whose speed is measured.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Expression">Its text. It reads the variables <c>$states</c> and <c>$attempts</c>.</param>
/// <param name="Known">How many evaluations a second another .NET library reached on two cores.</param>
/// <param name="IsParsed">Whether the text is read again for every evaluation.</param>
internal sealed record JsonataLine(string Name, string Expression, double Known, bool IsParsed = false)
{
    /// <summary>What each line is to reach, as a multiple of <see cref="Known"/>.</summary>
    public const double KnownFactor = 1.5;

    /// <summary>What each line is to reach, as a multiple of jsonata-js.</summary>
    public const double ScriptFactor = 5;

    public double Goal => Known * KnownFactor;

    public static IReadOnlyList<JsonataLine> All { get; } =
    [
        new("field path", "$states.input.customer.tier", 1.6e6),
        new("condition with and", "$states.input.customer.tier = \"gold\" and $states.input.total > 100", 0.70e6),
        new("string concatenation", "\"Order \" & $states.input.orderId & \" for \" & $states.input.customer.name", 0.70e6),
        new("object constructor", "{\"id\": $states.input.orderId, \"tier\": $states.input.customer.tier, \"isLarge\": $states.input.total > 100}", 0.46e6),
        new("variable + 1", "$attempts + 1", 5.9e6),
        new("filter 100", "$states.input.items[price > 50]", 45e3),
        new("map 100 with lambda", "$map($states.input.items, function($item) { $item.price * $item.quantity })", 9.2e3),
        new("sum of products 100", "$sum($states.input.items.(price * quantity))", 22e3),
        new("group by 100", "$states.input.items{category: $sum(quantity)}", 18e3),
        new("order by 100", "$states.input.items^(price)", 7.3e3),
        new("reduce 100", "$reduce($states.input.items.quantity, function($sum, $quantity) { $sum + $quantity })", 23e3),
        new("merge", "$merge([$states.input.customer, {\"tier\": \"silver\", \"discount\": 5}])", 0.53e6),
        new("split and join", "$join($split($states.input.tags, \",\"), \";\")", 0.34e6),
        new("regex match", "$match($states.input.customer.email, /^([a-z.]+)@([a-z.]+)$/)", 0.46e6),
        new("toMillis, fromMillis", "$fromMillis($toMillis($states.input.createdAt))", 0.47e6),
        new("$sum([1..1000])", "$sum([1..1000])", 22e3),
        new("parse, field path", "$states.input.customer.tier", 0.15e6, IsParsed: true),
    ];

    /// <summary>The variables, as JSON: an order with a hundred items, such as the input of a workflow.</summary>
    public static string Bindings { get; } = """
        {"attempts":3,"states":{"input":{
          "orderId":"order-4711","total":129.5,"tags":"new,gift,express,fragile","createdAt":"2024-05-17T09:30:00.000Z",
          "customer":{"id":17,"name":"Ada Lovelace","tier":"gold","email":"ada.lovelace@example.com"},
          "items":[
        """ + string.Join(',', Enumerable.Range(0, 100).Select(static i => FormattableString.Invariant(
            $$"""{"sku":"sku-{{i}}","category":"category-{{i * 7 % 10}}","price":{{i * 37 % 101}}.5,"quantity":{{(i % 5) + 1}}}"""))) + "]}}}";
}
