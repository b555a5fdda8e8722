using Stepwise.Json;

namespace Stepwise.Local;

/// <summary>A task of an activity, as a worker gets it.</summary>
/// <param name="TaskToken">The token with which the worker answers: <see cref="LocalStepFunctions.SendTaskSuccess"/>, <see cref="LocalStepFunctions.SendTaskFailure"/>, <see cref="LocalStepFunctions.SendTaskHeartbeat"/>.</param>
/// <param name="Input">The task's input.</param>
public sealed record ActivityTask(string TaskToken, JsonValue Input);
