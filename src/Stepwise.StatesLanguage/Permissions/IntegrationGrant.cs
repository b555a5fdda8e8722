namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Actions that an integration needs, and on what.</summary>
/// <param name="Integration">Service and action, such as <c>sns:publish</c>.</param>
/// <param name="Patterns">The patterns that need them; null means all.</param>
/// <param name="Sid">The name of the statement: letters and digits.</param>
/// <param name="Actions">The IAM actions.</param>
/// <param name="Reach">Finds the resources in the task's parameters.</param>
/// <param name="Conditions">Conditions under which they are enough; null means none.</param>
internal sealed record IntegrationGrant(
    string Integration,
    IReadOnlyList<TaskPattern>? Patterns,
    string Sid,
    IReadOnlyList<string> Actions,
    Func<TaskArguments, Reach> Reach,
    IReadOnlyList<PolicyCondition>? Conditions = null)
{
    public bool AppliesTo(TaskResource resource) => Integration == resource.Integration && (Patterns is null || Patterns.Contains(resource.Pattern));
}
