namespace Stepwise.Json;

/// <summary>The reason why a text is not JSON, and the position of the error.</summary>
/// <param name="Message">The reason, as one sentence without the position.</param>
/// <param name="Position">The position of the error.</param>
public sealed record JsonSyntaxError(string Message, JsonPosition Position);
