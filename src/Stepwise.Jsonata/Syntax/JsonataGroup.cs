namespace Stepwise.Jsonata.Syntax;

/// <summary><c>{a: b}</c> behind a path, which groups its items.</summary>
/// <param name="Members">Names and values; items of one name are grouped.</param>
/// <param name="Position">The place that errors name.</param>
public sealed record JsonataGroup(IReadOnlyList<JsonataPair> Members, int Position);
