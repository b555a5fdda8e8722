namespace Stepwise;

/// <summary>Makes one parameter the whole: of a <see cref="StartAttribute"/> the input, of a <see cref="LambdaTaskAttribute"/> the payload.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PayloadAttribute : Attribute;
