using Stepwise.Differential.Graphs;

namespace Stepwise.Differential.Trees;

/// <content>Bodies of a Choice that leads to given states.</content>
internal sealed partial class RandomExpressions
{
    /// <summary>An expression that leads to one of the states.</summary>
    /// <param name="targets">The states. The last is the one that every other value leads to.</param>
    /// <param name="depth">How deep conditions may be nested.</param>
    /// <param name="scope">What they can read.</param>
    public Node Route(IReadOnlyList<string> targets, int depth, Scope scope)
    {
        if (targets.Count == 1)
        {
            return Routes.To(targets[0]);
        }

        if (depth > 0 && _random.Next(3) == 0)
        {
            return RouteBySwitch(targets, depth, scope);
        }

        var split = _random.Next(1, targets.Count);
        return new("choice", Routes.Type, "@ ? # : #", Condition(depth, scope), Route([.. targets.Take(split)], depth - 1, scope), Route([.. targets.Skip(split)], depth - 1, scope));
    }

    private Node RouteBySwitch(IReadOnlyList<string> targets, int depth, Scope scope)
    {
        var subject = Subject(depth - 1, scope);
        var arms = new List<Node>();
        var patternTexts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var target in targets.Take(targets.Count - 1))
        {
            var pattern = Pattern(subject.Type!, depth - 1, null);
            if (!patternTexts.Add(pattern.Write(isExecuted: false)))
            {
                pattern = Leaf("discard", subject.Type!, "_");
            }

            arms.Add(_random.Next(4) == 0 || pattern.Kind == "discard" || IsCatchAll(pattern)
                ? new("guardedArm", null, "# when @ => #", pattern, Condition(depth - 1, scope), Routes.To(target))
                : new("arm", null, "# => #", pattern, Routes.To(target)));
        }

        arms.Add(new("lastArm", null, "_ => #", Routes.To(targets[^1])));
        return new("switch", Routes.Type, "@ switch #", subject, Node.List("arms", null, "{ ", ", ", " }", arms, 1, keepsLast: true));
    }
}
