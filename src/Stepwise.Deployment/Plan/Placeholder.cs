namespace Stepwise.Deployment.Plan;

/// <summary>A part of a <see cref="Template"/>: literal text, or the key of a substitution.</summary>
/// <param name="Value">The text or the key.</param>
/// <param name="IsKey">Whether it is a key.</param>
internal readonly record struct Placeholder(string Value, bool IsKey);
