using Stepwise.Json;

namespace Stepwise.Local;

/// <content>Task tokens and activities.</content>
public sealed partial class LocalStepFunctions
{
    /// <summary>Ends the task that waits for a token with success (<c>SendTaskSuccess</c>).</summary>
    /// <param name="taskToken">The token.</param>
    /// <param name="output">The task's result.</param>
    /// <exception cref="InvalidOperationException">No task waits for the token: it is unknown, or the task has ended.</exception>
    public void SendTaskSuccess(string taskToken, JsonValue output) => throw new NotImplementedException();

    /// <summary>Ends the task that waits for a token with a failure (<c>SendTaskFailure</c>).</summary>
    /// <param name="taskToken">The token.</param>
    /// <param name="error">The error's name; null for none.</param>
    /// <param name="cause">The cause; null for none.</param>
    /// <exception cref="InvalidOperationException">No task waits for the token: it is unknown, or the task has ended.</exception>
    public void SendTaskFailure(string taskToken, string? error = null, string? cause = null) => throw new NotImplementedException();

    /// <summary>Says that the work behind a token goes on (<c>SendTaskHeartbeat</c>).</summary>
    /// <param name="taskToken">The token.</param>
    /// <exception cref="InvalidOperationException">No task waits for the token: it is unknown, or the task has ended.</exception>
    public void SendTaskHeartbeat(string taskToken) => throw new NotImplementedException();
}
