using Stepwise.Json;

namespace Stepwise.Local;

/// <summary>Does the work of a Task. An exception fails the task: <see cref="TaskFailedException"/> with its own error name, any other under its type's name, as Lambda's .NET runtime reports it.</summary>
/// <param name="request">The attempt: the state, its input, its token.</param>
/// <param name="cancellationToken">Cancelled when the task times out or the execution is stopped.</param>
/// <returns>The result.</returns>
public delegate ValueTask<JsonValue> TaskHandler(TaskRequest request, CancellationToken cancellationToken);
