namespace Stepwise;

/// <summary>Traces executions with AWS X-Ray; the machine's <c>TracingConfiguration</c>. The role gets the permissions for it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TracingAttribute : Attribute;
