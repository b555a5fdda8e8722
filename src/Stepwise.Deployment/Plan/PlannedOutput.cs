namespace Stepwise.Deployment.Plan;

/// <summary>An output of the deployment.</summary>
/// <param name="Name">Its name in Pascal case, such as <c>StateMachineArn</c>.</param>
/// <param name="Key">The key of the value, one of <see cref="PlanKeys"/>.</param>
/// <param name="Description">What it is.</param>
internal sealed record PlannedOutput(string Name, string Key, string Description);
