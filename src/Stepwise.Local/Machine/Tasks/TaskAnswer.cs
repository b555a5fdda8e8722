using Stepwise.Json;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>How a task ends that does not end by its handler: by its token, by a mock, by a fault.</summary>
/// <param name="Result">The result; null where the task fails.</param>
/// <param name="Error">The error's name; null for none.</param>
/// <param name="Cause">The cause; null for none.</param>
internal sealed record TaskAnswer(JsonValue? Result, string? Error = null, string? Cause = null)
{
    /// <summary>The result.</summary>
    /// <exception cref="TaskFailedException">The task fails.</exception>
    public JsonValue GetResult() => Result ?? throw new TaskFailedException(Error, Cause);
}
