namespace Stepwise.Generator.Model;

/// <summary>An ARN or a substitution that an author declares for a state.</summary>
internal sealed record ResourceModel(string Arn, int Anchor);
