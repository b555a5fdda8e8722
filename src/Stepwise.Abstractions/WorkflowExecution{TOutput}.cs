namespace Stepwise;

/// <summary>An execution on AWS, as DescribeExecution tells it.</summary>
/// <typeparam name="TOutput">The output.</typeparam>
/// <param name="Arn">The execution.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StartedAt">When it started; null where the service does not say.</param>
/// <param name="StoppedAt">When it closed; null while it runs.</param>
/// <param name="Output">The output, once it succeeded.</param>
/// <param name="Error">The error's name, where it failed.</param>
/// <param name="Cause">The error's cause, where it failed.</param>
public sealed record WorkflowExecution<TOutput>(
    string Arn,
    WorkflowStatus Status,
    DateTimeOffset? StartedAt,
    DateTimeOffset? StoppedAt,
    TOutput? Output,
    string? Error,
    string? Cause);
