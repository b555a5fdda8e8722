namespace Stepwise;

/// <summary>Makes a method a Fail state: the execution ends with an error. A body that returns a string computes the cause.</summary>
/// <example><code>
/// [Fail("CampaignFailed")]
/// public static string? CampaignFailed(WorkflowError error) => error.Cause;
/// </code></example>
public sealed class FailAttribute : StateAttribute
{
    /// <summary>Ends the execution with an error.</summary>
    /// <param name="error">The error's name; ASL's <c>Error</c>.</param>
    public FailAttribute(string error) => Error = error;

    /// <summary>The error's name; ASL's <c>Error</c>.</summary>
    public string Error { get; }

    /// <summary>A constant cause; ASL's <c>Cause</c>. Default: null, the definition has no <c>Cause</c> unless a body computes one.</summary>
    public string? Cause { get; set; }
}
