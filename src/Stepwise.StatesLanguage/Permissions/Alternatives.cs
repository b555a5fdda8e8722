namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Merges statements that differ only in the value of one condition. IAM accepts a list of values for a condition, one of which must match.</summary>
internal static class Alternatives
{
    public static IReadOnlyList<PolicyStatement> Merge(IReadOnlyList<PolicyStatement> statements)
    {
        var merged = new List<PolicyStatement>();
        foreach (var statement in statements)
        {
            var index = merged.FindIndex(earlier => CanMerge(earlier, statement));
            if (index < 0)
            {
                merged.Add(statement);
            }
            else
            {
                merged[index] = merged[index] with { Conditions = Union(merged[index].Conditions, statement.Conditions) };
            }
        }

        return merged;
    }

    private static bool CanMerge(PolicyStatement one, PolicyStatement other)
    {
        if (one.Sid != other.Sid || other.Conditions.Count == 0 || !one.Actions.SequenceEqual(other.Actions) || !one.Resources.SequenceEqual(other.Resources))
        {
            return false;
        }

        var ones = one.Conditions.ToLookup(condition => (condition.Operator, condition.Key));
        var others = other.Conditions.ToLookup(condition => (condition.Operator, condition.Key));
        return ones.Count == others.Count
            && ones.All(group => others.Contains(group.Key))
            && ones.Count(group => !group.SequenceEqual(others[group.Key])) == 1;
    }

    private static List<PolicyCondition> Union(IReadOnlyList<PolicyCondition> one, IReadOnlyList<PolicyCondition> other)
        =>
        [
            .. one.Union(other)
                .OrderBy(condition => condition.Operator, StringComparer.Ordinal)
                .ThenBy(condition => condition.Key, StringComparer.Ordinal)
                .ThenBy(condition => condition.Value, StringComparer.Ordinal),
        ];
}
