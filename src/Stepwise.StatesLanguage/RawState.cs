using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state whose body a user wrote; it is written as it is. Of the properties of <see cref="State"/> only the name counts.</summary>
public sealed record RawState : State
{
    /// <inheritdoc/>
    public override string Type => Body["Type"] is JsonString type ? type.Value : "";

    /// <summary>The whole value of the state in <c>States</c>.</summary>
    public required JsonObject Body { get; init; }
}
