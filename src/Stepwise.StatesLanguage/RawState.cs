using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A state that is written as its author wrote it. Only <see cref="State.Name"/> and <see cref="Body"/> are written; the other properties of <see cref="State"/> are ignored.</summary>
public sealed record RawState : State
{
    /// <inheritdoc/>
    public override string Type => Body["Type"] is JsonString type ? type.Value : "";

    /// <summary>The value of the state in <c>States</c>, with all its fields.</summary>
    public required JsonObject Body { get; init; }
}
