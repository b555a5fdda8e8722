namespace Stepwise.Build;

/// <summary>A type with <c>[StateMachine]</c> that is not nested in another such type.</summary>
/// <param name="FullName">The namespace and the name. A dot separates nested types.</param>
/// <param name="WorkflowName">The name in the attribute, or null.</param>
internal sealed record WorkflowType(string FullName, string? WorkflowName);
