using System.Text.Json;
using System.Text.Json.Nodes;
using Stepwise.Json;
using JsonValue = Stepwise.Json.JsonValue;

namespace Stepwise.Local;

/// <summary>Starts executions with inputs of System.Text.Json.</summary>
public static class LocalStateMachineExtensions
{
    /// <summary>Starts an execution (<c>StartExecution</c>).</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="input">The input.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <returns>The execution, which runs.</returns>
    /// <exception cref="ArgumentException">An execution of this name exists, the name is not valid, or the input has more than 256 KiB.</exception>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    public static LocalExecution StartExecution(this LocalStateMachine machine, JsonElement input, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return machine.StartExecution(Convert(input), name);
    }

    /// <summary>Starts an execution (<c>StartExecution</c>).</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="input">The input; null for JSON null.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <returns>The execution, which runs.</returns>
    /// <exception cref="ArgumentException">An execution of this name exists, the name is not valid, or the input has more than 256 KiB.</exception>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    public static LocalExecution StartExecution(this LocalStateMachine machine, JsonNode? input, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return machine.StartExecution(Convert(input), name);
    }

    /// <summary>Starts an execution and waits until it ends, however it ends.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="input">The input.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <param name="cancellationToken">Stops the execution.</param>
    /// <returns>The ended execution.</returns>
    /// <exception cref="ArgumentException">An execution of this name exists, the name is not valid, or the input has more than 256 KiB.</exception>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, and the execution was stopped or did not start. If the execution ends before it is stopped, it is returned.</exception>
    public static Task<LocalExecution> RunAsync(this LocalStateMachine machine, JsonElement input, string? name = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return machine.RunAsync(Convert(input), name, cancellationToken);
    }

    /// <summary>Starts an execution and waits until it ends, however it ends.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="input">The input; null for JSON null.</param>
    /// <param name="name">The execution's name; null for a new one.</param>
    /// <param name="cancellationToken">Stops the execution.</param>
    /// <returns>The ended execution.</returns>
    /// <exception cref="ArgumentException">An execution of this name exists, the name is not valid, or the input has more than 256 KiB.</exception>
    /// <exception cref="ObjectDisposedException">The <see cref="LocalStepFunctions"/> was disposed of.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, and the execution was stopped or did not start. If the execution ends before it is stopped, it is returned.</exception>
    public static Task<LocalExecution> RunAsync(this LocalStateMachine machine, JsonNode? input, string? name = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return machine.RunAsync(Convert(input), name, cancellationToken);
    }

    private static JsonValue Convert(JsonElement input) => JsonValue.Parse(input.GetRawText());

    private static JsonValue Convert(JsonNode? input) => input is null ? JsonNull.Instance : JsonValue.Parse(input.ToJsonString());
}
