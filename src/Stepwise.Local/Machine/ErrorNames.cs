namespace Stepwise.Local.Machine;

/// <summary>Which errors the names in <c>ErrorEquals</c> stand for.</summary>
internal static class ErrorNames
{
    /// <summary>Whether one of the names stands for an error.</summary>
    /// <param name="names">The names.</param>
    /// <param name="error">The error; null where it has no name.</param>
    public static bool Match(IReadOnlyList<string> names, string? error)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (Matches(names[i], error))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(string name, string? error) => name switch
    {
        "States.ALL" => true,
        "States.TaskFailed" => error is not ("States.Timeout" or "States.HeartbeatTimeout"),
        "States.Timeout" => error is "States.Timeout" or "States.HeartbeatTimeout",
        _ => string.Equals(name, error, StringComparison.Ordinal),
    };
}
