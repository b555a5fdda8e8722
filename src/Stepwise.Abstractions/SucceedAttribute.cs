namespace Stepwise;

/// <summary>A Succeed state: the execution ends well. Its body or its parameters are the output.</summary>
public sealed class SucceedAttribute : StateAttribute;
