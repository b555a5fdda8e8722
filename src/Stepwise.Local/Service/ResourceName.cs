namespace Stepwise.Local.Service;

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
        if (Problem(name, what) is { } problem)
        {
            throw new ArgumentException(problem, parameter);
        }
    }

    /// <summary>Why AWS refuses a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="what">What is named.</param>
    /// <returns>The reason; null if the name is valid.</returns>
    public static string? Problem(string name, string what)
    {
        if (name.Length is 0 or > MaxLength)
        {
            return $"The {what}'s name has {name.Length} characters; AWS takes 1 to {MaxLength}.";
        }

        foreach (var c in name)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' || Forbidden.Contains(c, StringComparison.Ordinal))
            {
                return $"The {what}'s name '{name}' holds the character U+{(int)c:X4}, which AWS refuses: white space, control characters and {Forbidden.TrimStart()} may not be in it.";
            }
        }

        return null;
    }
}
