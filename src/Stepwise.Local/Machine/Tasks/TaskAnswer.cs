using Stepwise.Json;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>The result or the failure of a task that comes from its token, a mock or a fault, and not from its handler.</summary>
/// <param name="Result">The result, or null if the task fails.</param>
/// <param name="Error">The error's name; null for none.</param>
/// <param name="Cause">The cause; null for none.</param>
internal sealed record TaskAnswer(JsonValue? Result, string? Error = null, string? Cause = null)
{
    /// <summary>The result.</summary>
    /// <exception cref="TaskFailedException">The task fails.</exception>
    public JsonValue GetResult() => Result ?? throw new TaskFailedException(Error, Cause);
}
