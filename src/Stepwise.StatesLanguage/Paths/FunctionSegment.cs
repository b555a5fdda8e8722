namespace Stepwise.StatesLanguage.Paths;

/// <summary>Applies a function of the path language: <c>.length()</c>.</summary>
/// <param name="Name">The name of the function.</param>
/// <param name="Arguments">The text between the parentheses, which may be empty.</param>
internal sealed record FunctionSegment(string Name, string Arguments) : PathSegment;
