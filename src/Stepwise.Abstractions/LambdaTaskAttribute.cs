namespace Stepwise;

/// <summary>Makes a partial method a Task state that invokes a Lambda function.</summary>
/// <remarks>The parameters are the properties of the payload, or a single parameter with <see cref="PayloadAttribute"/> is the payload.
/// A method that returns <c>Task&lt;T&gt;</c> keeps the result; one that returns <c>Task</c> discards it.</remarks>
/// <example><code>
/// [LambdaTask("validate-campaign", TimeoutSeconds = 30, Next = nameof(CheckValidation))]
/// public static partial Task&lt;ValidationResult&gt; ValidateCampaign(Guid campaignId);
/// </code></example>
public sealed class LambdaTaskAttribute : TaskAttribute
{
    /// <summary>Invokes a function.</summary>
    /// <param name="function">The function's name: <c>validate-campaign</c> becomes the substitution <c>${ValidateCampaignFunctionArn}</c>.</param>
    public LambdaTaskAttribute(string function) => Function = function;

    /// <summary>The function's name.</summary>
    public string Function { get; }
}
