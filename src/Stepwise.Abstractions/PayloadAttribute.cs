namespace Stepwise;

/// <summary>Makes a parameter the whole document instead of one property: of a <see cref="StartAttribute"/> method the input, of a <see cref="LambdaTaskAttribute"/> method the payload.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PayloadAttribute : Attribute;
