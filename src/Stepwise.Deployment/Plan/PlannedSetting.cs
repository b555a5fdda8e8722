using Stepwise.Json;

namespace Stepwise.Deployment.Plan;

/// <summary>A setting that can be changed when the workflow is deployed: a variable in Terraform, a parameter in CloudFormation.</summary>
/// <param name="Description">What it decides.</param>
/// <param name="Default">Its default, which also decides its type.</param>
internal sealed record PlannedSetting(string Description, JsonValue Default)
{
    /// <summary>The values that it can have; empty for all of its type.</summary>
    public IReadOnlyList<JsonValue> AllowedValues { get; init; } = [];

    /// <summary>The regular expression that its value must match, or null.</summary>
    public string? Pattern { get; init; }

    /// <summary>The error message for a value that is not allowed, or null.</summary>
    public string? Message { get; init; }
}
