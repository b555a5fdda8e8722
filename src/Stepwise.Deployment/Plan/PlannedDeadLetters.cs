namespace Stepwise.Deployment.Plan;

/// <summary>The queue for events that could not start an execution.</summary>
/// <param name="Name">Its name.</param>
/// <param name="RetentionSeconds">How long a message is kept, in seconds.</param>
/// <param name="Outputs">Its outputs.</param>
internal sealed record PlannedDeadLetters(Template Name, int RetentionSeconds, IReadOnlyList<PlannedOutput> Outputs);
