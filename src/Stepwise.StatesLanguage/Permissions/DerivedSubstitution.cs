namespace Stepwise.StatesLanguage.Permissions;

/// <summary>
/// A substitution of a policy whose value is a part of another one's: the name in an ARN, where IAM wants it in the ARN of something else. A deployment tool takes the ARN apart, so that nobody supplies both.
/// </summary>
/// <param name="Key">Its key, such as <c>ChildStateMachineName</c>.</param>
/// <param name="Source">The key whose value it is a part of, such as <c>ChildStateMachineArn</c>.</param>
/// <param name="Separator">What separates the parts.</param>
/// <param name="Index">Which part it is, from 0.</param>
internal sealed record DerivedSubstitution(string Key, string Source, char Separator, int Index)
{
    private static readonly (string Thing, char Separator, int Index)[] Things = [("StateMachine", ':', 6), ("Connection", '/', 1), ("Cluster", '/', 1)];

    /// <summary>The derived substitution of a key.</summary>
    /// <param name="key">The key, without <c>${</c>.</param>
    /// <param name="keys">The keys that have a value.</param>
    /// <returns>What it is derived from; null when it is not derived from any of <paramref name="keys"/>, or has a value itself.</returns>
    public static DerivedSubstitution? Of(string key, ICollection<string> keys)
    {
        foreach (var (thing, separator, index) in Things)
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

    /// <summary>The substitution for the name in the ARN that a substitution stands for, as far as its own name says what it is.</summary>
    private static string? NameIn(string arn, string thing)
        => Substitutions.IsOne(arn) && arn.EndsWith(thing + "Arn}", StringComparison.Ordinal) && arn != "${" + thing + "Arn}" ? arn.Substring(0, arn.Length - "Arn}".Length) + "Name}" : null;
}
