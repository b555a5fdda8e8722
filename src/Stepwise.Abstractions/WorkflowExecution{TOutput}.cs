namespace Stepwise;

/// <summary>An execution on AWS, as DescribeExecution describes it.</summary>
/// <typeparam name="TOutput">The type of the output.</typeparam>
/// <param name="Arn">The execution's ARN.</param>
/// <param name="Status">The execution's status.</param>
/// <param name="StartedAt">The time at which the execution started; null if the service does not return it.</param>
/// <param name="StoppedAt">The time at which the execution ended; null while it runs.</param>
/// <param name="Output">The output; the type's default value unless the execution succeeded.</param>
/// <param name="Error">The error's name; null unless the execution failed.</param>
/// <param name="Cause">The error's cause; null unless the execution failed.</param>
public sealed record WorkflowExecution<TOutput>(
    string Arn,
    WorkflowStatus Status,
    DateTimeOffset? StartedAt,
    DateTimeOffset? StoppedAt,
    TOutput? Output,
    string? Error,
    string? Cause);
