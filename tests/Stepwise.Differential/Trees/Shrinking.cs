using Stepwise.Differential.Types;

namespace Stepwise.Differential.Trees;

/// <summary>Makes a tree smaller.</summary>
internal static class Shrinking
{
    /// <summary>All trees that are one step smaller: a node becomes one of its own parts, or the least value of its type, or loses an item.</summary>
    public static IEnumerable<Node> Smaller(Node node)
    {
        foreach (var replacement in Replacements(node))
        {
            yield return replacement;
        }

        for (var i = 0; i < node.Children.Count; i++)
        {
            foreach (var smaller in Smaller(node.Children[i]))
            {
                Node[] children = [.. node.Children];
                children[i] = smaller;
                yield return node.With(children);
            }
        }
    }

    private static IEnumerable<Node> Replacements(Node node)
    {
        if (node.Type is { } type)
        {
            foreach (var part in node.All().Skip(1).Where(part => part.IsPattern == node.IsPattern && part.Type is { } other && Fits(other, type)))
            {
                yield return part;
            }

            if (node.IsPattern && node.Kind != "discard")
            {
                yield return new("discard", type, "var _") { IsPattern = true, IsPrimary = true };
            }
            else if (!node.IsPattern && node.Kind is not ("literal" or "null" or "variable"))
            {
                foreach (var least in LeastValues(type))
                {
                    yield return least;
                }
            }
        }

        if (node.IsList && node.Children.Count > node.Least)
        {
            for (var i = 0; i < node.Children.Count - (node.KeepsLast ? 1 : 0); i++)
            {
                yield return node.With([.. node.Children.Where((_, index) => index != i)]);
            }
        }

        switch (node.Kind)
        {
            case "guardedArm":
                yield return new("arm", null, node.Children.Count == 3 ? "# => #" : "# => nameof(A)", [.. node.Children.Where(static (_, index) => index != 1)]);
                break;
            case "block" when node.Children.Count == 1:
                yield return new("expressionBody", null, "=> #;", node.Children[0].Children[0]);
                break;
        }
    }

    private static bool Fits(TypeRef part, TypeRef place) =>
        part.Text == place.Text || (part.Type.Name == place.Type.Name && !part.Type.IsValueType && (place.MayBeNull || part.CountsAsNotNull));

    private static IEnumerable<Node> LeastValues(TypeRef type)
    {
        if (type.Nullness is Nullness.Nullable)
        {
            yield return new("null", type, $"({type.Text})null");
            yield break;
        }

        string[] texts = type.Type switch
        {
            ScalarType { Scalar: Scalar.Boolean } => ["true", "false"],
            ScalarType { Scalar: Scalar.Int } => ["0", "1"],
            ScalarType { Scalar: Scalar.Long } => ["0L"],
            ScalarType { Scalar: Scalar.Double } => ["0d"],
            ScalarType { Scalar: Scalar.Decimal } => ["0m"],
            ScalarType { Scalar: Scalar.Text } => ["\"\"", "\"a\""],
            ScalarType { Scalar: Scalar.Char } => ["'a'"],
            ScalarType { Scalar: Scalar.Guid } => ["Guid.Empty"],
            ScalarType { Scalar: Scalar.Instant } => ["DateTimeOffset.UnixEpoch"],
            ScalarType { Scalar: Scalar.Duration } => ["TimeSpan.Zero"],
            ScalarType { Scalar: Scalar.Date } => ["DateOnly.MinValue"],
            EnumType { Members: [var first, ..] } @enum => [@enum.Name + "." + first.Name],
            _ => [],
        };
        foreach (var text in texts)
        {
            yield return new("literal", type, text) { IsPrimary = true };
        }
    }
}
