using System.Globalization;
using Stepwise.Differential.Trees;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Running;

/// <summary>How the definition of a body may differ from C#, as docs/expressions.md says.</summary>
/// <param name="FailsForNull">Whether it may fail for a null where C# stops before it: the definition evaluates a query whole.</param>
/// <param name="FailsForInfinity">Whether it may fail where a quotient of doubles is infinite in C#, and C# gives a value that does not contain the quotient.</param>
/// <param name="IsRounded">Whether the body calculates with integers that may be beyond 2^53. Step Functions rounds them, and ASL304 says so.</param>
/// <param name="HasLargeInteger">Whether the body has an integer so large that a sum with it is rounded.</param>
internal sealed record Leniency(bool FailsForNull, bool FailsForInfinity, bool IsRounded, bool HasLargeInteger)
{
    private static readonly HashSet<string> _inPart = new(["where", "select", "selectMany", "queryExpression", "any", "all", "first", "firstOrDefault", "index", "orderBy", "zip", "group", "part", "contains"], StringComparer.Ordinal);

    private static readonly HashSet<string> _calculations = new(["arithmetic", "negation", "lifted", "compound", "increment", "total", "nullableTotal", "aggregate", "math", "bits"], StringComparer.Ordinal);

    private static readonly string _largestInteger = RandomValues.Longs.Max().ToString(CultureInfo.InvariantCulture);

    /// <summary>No difference is allowed.</summary>
    public static Leniency None { get; } = new(false, false, false, false);

    /// <summary>The leniency for a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="ownTypes">Types that only this state uses, in C#. Null if there is no such type.</param>
    public static Leniency Of(Node body, string? ownTypes)
    {
        var nodes = body.All().ToList();
        return new(
            Unchecked.HidesNull(body, ownTypes) && nodes.Exists(static node => _inPart.Contains(node.Kind)),
            nodes.Exists(static node => node.Kind == "quotient"),
            nodes.Exists(static node => _calculations.Contains(node.Kind) && node.Type?.Type is ScalarType { Scalar: Scalar.Long }),
            HasLargeIntegers(body.Write(isExecuted: false)));
    }

    /// <summary>Whether a text has an integer so large that a sum with it is rounded.</summary>
    public static bool HasLargeIntegers(string text) => text.Contains(_largestInteger, StringComparison.Ordinal);
}
