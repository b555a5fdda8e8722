namespace Stepwise;

/// <summary>Traces executions with AWS X-Ray. The role gets the permissions.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TracingAttribute : Attribute;
