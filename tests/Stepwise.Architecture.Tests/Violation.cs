namespace Stepwise.Architecture.Tests;

/// <summary>Something that the table of rooms does not allow.</summary>
/// <param name="Key">What is wrong, in short and without a place: <c>Project: From -&gt; To</c> for a use.</param>
/// <param name="Message">What is wrong, and where.</param>
internal sealed record Violation(string Key, string Message);
