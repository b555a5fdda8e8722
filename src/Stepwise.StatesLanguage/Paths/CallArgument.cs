namespace Stepwise.StatesLanguage.Paths;

/// <summary>An argument that another intrinsic function computes.</summary>
/// <param name="Call">The call.</param>
internal sealed record CallArgument(IntrinsicCall Call) : IntrinsicArgument;
