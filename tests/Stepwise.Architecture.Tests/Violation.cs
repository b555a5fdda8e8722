namespace Stepwise.Architecture.Tests;

/// <summary>Something that the table of rooms does not allow.</summary>
/// <param name="Key">The line that excuses it in <c>open.txt</c>.</param>
/// <param name="Message">What is wrong, and where.</param>
internal sealed record Violation(string Key, string Message);
