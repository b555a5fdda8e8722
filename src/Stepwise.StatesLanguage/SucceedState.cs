namespace Stepwise.StatesLanguage;

/// <summary>A state that ends the machine with success (ASL <c>Succeed</c>).</summary>
public sealed record SucceedState : State
{
    /// <inheritdoc/>
    public override string Type => "Succeed";
}
