namespace Stepwise.Local;

/// <summary>Checks names of state machines and executions as AWS does.</summary>
internal static class ResourceName
{
    private const int MaxLength = Limits.NameLength;
    private const string Forbidden = " " + Limits.ForbiddenInNames;

    /// <summary>Refuses names that AWS refuses.</summary>
    /// <param name="name">The name.</param>
    /// <param name="parameter">The parameter's name, for the exception.</param>
    /// <param name="what">What is named.</param>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    public static void Check(string name, string parameter, string what)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        if (name.Length > MaxLength)
        {
            throw new ArgumentException($"The {what}'s name has {name.Length} characters; AWS takes 1 to {MaxLength}.", parameter);
        }

        foreach (var c in name)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' || Forbidden.Contains(c, StringComparison.Ordinal))
            {
                throw new ArgumentException($"The {what}'s name '{name}' holds the character U+{(int)c:X4}, which AWS refuses: white space, control characters and {Forbidden.TrimStart()} may not be in it.", parameter);
            }
        }
    }
}
