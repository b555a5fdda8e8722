namespace Stepwise.StatesLanguage.Paths;

/// <summary>Applies a function of the path language: <c>.length()</c>.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Arguments">The text between its parentheses; empty when there is none.</param>
internal sealed record FunctionSegment(string Name, string Arguments) : PathSegment;
