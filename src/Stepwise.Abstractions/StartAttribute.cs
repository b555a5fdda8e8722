namespace Stepwise;

/// <summary>Declares the input and the first state of the machine. It emits no state. The parameters of the method are the properties of the input, or a single parameter with
/// <see cref="PayloadAttribute"/> is the input.</summary>
/// <example><code>
/// [Start(Next = nameof(ValidateCampaign))]
/// public static partial void Start(Guid campaignId, string executionSource);
/// </code></example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class StartAttribute : Attribute
{
    /// <summary>The first state, as <c>nameof(State)</c>; ASL's <c>StartAt</c>. Required.</summary>
    public string? Next { get; set; }
}
