namespace Stepwise.StatesLanguage.Paths;

/// <summary>An argument that is read from a path.</summary>
/// <param name="Path">The path.</param>
internal sealed record PathArgument(PathExpression Path) : IntrinsicArgument;
