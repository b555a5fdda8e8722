using Stepwise.Json;

namespace Stepwise.Deployment.Plan;

/// <summary>A setting that can be changed when the workflow is deployed: a variable in Terraform, a parameter in CloudFormation.</summary>
/// <param name="Description">What it decides.</param>
/// <param name="Default">Its default. The type of the setting is the type of this value.</param>
internal sealed record PlannedSetting(string Description, JsonValue Default)
{
    /// <summary>The allowed values. The list is empty if all values of the type are allowed.</summary>
    public IReadOnlyList<JsonValue> AllowedValues { get; init; } = [];

    /// <summary>The regular expression that its value must match, or null.</summary>
    public string? Pattern { get; init; }

    /// <summary>Terraform's error message for a value that is not allowed, or null.</summary>
    public string? Message { get; init; }
}
