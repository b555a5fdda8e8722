namespace Stepwise.CodeFixes.Tests;

/// <summary>A file of the project under test.</summary>
public sealed record SourceFile(string Path, string Text);
