namespace Stepwise;

/// <summary>Makes a method a Succeed state: the execution ends successfully. The method's body or its parameters are the output.</summary>
/// <example><code>
/// [Succeed]
/// public static partial void Done(string orderId, PriceResult priceResult);
/// </code></example>
public sealed class SucceedAttribute : StateAttribute;
