namespace Stepwise.Build;

/// <summary>A type that carries <c>[StateMachine]</c> and is not part of another one.</summary>
/// <param name="FullName">Namespace and name, nested types with a dot.</param>
/// <param name="WorkflowName">The name that the attribute gives, or null.</param>
internal sealed record WorkflowType(string FullName, string? WorkflowName);
