namespace Stepwise.StatesLanguage.Paths;

/// <summary>An argument of an intrinsic function.</summary>
internal abstract record IntrinsicArgument;
