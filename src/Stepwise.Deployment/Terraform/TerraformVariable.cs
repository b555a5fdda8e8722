using Stepwise.Json;

namespace Stepwise.Deployment.Terraform;

/// <summary>An input variable of the module.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as Terraform writes it.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Default">Its default, or null if the variable is required.</param>
/// <param name="Condition">The condition of its validation, or null.</param>
/// <param name="Message">The error message of its validation. Default: the description.</param>
internal sealed record TerraformVariable(string Name, string Type, string Description, JsonValue? Default = null, string? Condition = null, string? Message = null)
{
    /// <summary>A value for the example of the README.</summary>
    public string Example { get; init; } = "...";

    public JsonObject ToJson() => new JsonObject.Builder()
        .Add("type", Type)
        .Add("description", TerraformText.Of(Description))
        .AddIfNotNull("default", Default)
        .AddIfNotNull("validation", Condition is null ? null : JsonObject.Create(
            ("condition", TerraformText.Expression(Condition)),
            ("error_message", TerraformText.Of(Message ?? Description))))
        .ToObject();
}
