namespace Stepwise.Local;

/// <summary>The names of the errors that come from local execution and that AWS does not have. Retry and Catch do not match them, and they pass through nested executions and distributed Maps.</summary>
public static class LocalErrors
{
    /// <summary>A Task has neither a handler nor a mock.</summary>
    public const string NoHandler = "Stepwise.NoHandler";

    /// <summary>A handler did not return within <see cref="LocalOptions.UnresponsiveAfter"/>, and its state has no timeout.</summary>
    public const string HandlerUnresponsive = "Stepwise.HandlerUnresponsive";

    /// <summary><see cref="LocalOptions.EventListener"/> threw an exception.</summary>
    public const string ListenerFailed = "Stepwise.ListenerFailed";

    /// <summary>The interpreter failed. This is a fault of Stepwise.</summary>
    public const string InternalError = "Stepwise.InternalError";

    /// <summary>Whether an error is one of these.</summary>
    /// <param name="error">The error's name; null for none.</param>
    internal static bool Includes(string? error) => error?.StartsWith("Stepwise.", StringComparison.Ordinal) == true;
}
