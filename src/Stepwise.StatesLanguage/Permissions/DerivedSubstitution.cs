namespace Stepwise.StatesLanguage.Permissions;

/// <summary>
/// A substitution in a policy whose value is a part of the value of another one. For example, IAM requires the name of a machine in the ARN of its executions. The deployment takes the name from the machine's ARN, so that the author has to supply only the ARN.
/// </summary>
/// <param name="Key">The key of this substitution, such as <c>ChildStateMachineName</c>.</param>
/// <param name="Source">The key of the other substitution, such as <c>ChildStateMachineArn</c>.</param>
/// <param name="Separator">The separator of the parts.</param>
/// <param name="Index">The index of the part, from 0.</param>
internal sealed record DerivedSubstitution(string Key, string Source, char Separator, int Index)
{
    private static readonly (string Thing, char Separator, int Index)[] _things = [("StateMachine", ':', 6), ("Connection", '/', 1), ("Cluster", '/', 1)];

    /// <summary>Returns the derived substitution of a key.</summary>
    /// <param name="key">The key, without <c>${</c>.</param>
    /// <param name="keys">The keys that have a value.</param>
    /// <returns>The substitution; null if the key has a value itself, or cannot be derived from one of <paramref name="keys"/>.</returns>
    public static DerivedSubstitution? Of(string key, ICollection<string> keys)
    {
        foreach (var (thing, separator, index) in _things)
        {
            if (key.Length > (thing + "Name").Length && key.EndsWith(thing + "Name", StringComparison.Ordinal) && !keys.Contains(key))
            {
                var source = key.Substring(0, key.Length - "Name".Length) + "Arn";
                return keys.Contains(source) ? new(key, source, separator, index) : null;
            }
        }

        return null;
    }

    internal static string? StateMachineName(string arn) => NameIn(arn, "StateMachine");

    internal static string? ConnectionName(string arn) => NameIn(arn, "Connection");

    internal static string? ClusterName(string arn) => NameIn(arn, "Cluster");

    /// <summary>Returns the substitution for the name in an ARN that is a substitution; null if the substitution's key does not show what it is.</summary>
    private static string? NameIn(string arn, string thing)
        => Substitutions.IsOne(arn) && arn.EndsWith(thing + "Arn}", StringComparison.Ordinal) && arn != "${" + thing + "Arn}" ? arn.Substring(0, arn.Length - "Arn}".Length) + "Name}" : null;
}
