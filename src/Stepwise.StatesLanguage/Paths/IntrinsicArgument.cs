namespace Stepwise.StatesLanguage.Paths;

/// <summary>An argument of an intrinsic function.</summary>
public abstract record IntrinsicArgument;
