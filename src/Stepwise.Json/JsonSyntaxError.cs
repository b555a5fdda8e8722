namespace Stepwise.Json;

/// <summary>Why and where a text is not JSON.</summary>
/// <param name="Message">What is wrong, as one sentence without the position.</param>
/// <param name="Position">Where it is wrong.</param>
public sealed record JsonSyntaxError(string Message, JsonPosition Position);
