namespace Stepwise;

/// <summary>A Task state that invokes a Lambda function. The method's parameters are the properties of the payload;
/// a single one marked <see cref="PayloadAttribute"/> is the payload. It returns <c>Task&lt;T&gt;</c>, or <c>Task</c> to discard the result.</summary>
public sealed class LambdaTaskAttribute : TaskAttribute
{
    /// <summary>Names the function.</summary>
    /// <param name="function">The function's name: <c>validate-campaign</c> becomes the substitution <c>${ValidateCampaignFunctionArn}</c>.</param>
    public LambdaTaskAttribute(string function) => Function = function;

    /// <summary>The function's name.</summary>
    public string Function { get; }
}
