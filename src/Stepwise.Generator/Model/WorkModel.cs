namespace Stepwise.Generator.Model;

/// <summary>What a state has done by others, which can fail, be retried and be caught: the work of a Task, Parallel or Map.</summary>
/// <param name="TakesDefaultRetry">Whether the class's <c>[Retry]</c> holds for the state. It does not for a state that runs machines: it would run everything in them again.</param>
/// <param name="MayWaitForever">Whether the state waits for a task token and has neither a timeout nor a heartbeat.</param>
/// <param name="MayFailWithoutCause">Whether the failure can come from outside, by a task token or an activity. Such a failure may have no error name and no cause.</param>
/// <param name="Invokes">What a task calls; null where that is not analysed, and for a state that runs machines.</param>
internal sealed record WorkModel(bool TakesDefaultRetry, bool MayWaitForever, bool MayFailWithoutCause, InvocationModel? Invokes);

internal enum InvocationKind
{
    /// <summary>A Lambda function, by name or ARN.</summary>
    Function,

    /// <summary>An action of a service, such as <c>sns:publish</c>.</summary>
    Action,
}

/// <summary>What a task calls.</summary>
internal sealed record InvocationModel(InvocationKind Kind, string Name);
