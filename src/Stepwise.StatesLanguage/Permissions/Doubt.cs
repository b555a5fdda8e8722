namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Why a resource or the value of a condition is not known, so that a wildcard stands for it.</summary>
/// <param name="Reason">The reason, a sentence.</param>
/// <param name="NeedsStateMachineName">Whether the name of the state machine would resolve it.</param>
internal sealed record Doubt(string Reason, bool NeedsStateMachineName = false)
{
    public static implicit operator Doubt(string reason) => new(reason);
}
