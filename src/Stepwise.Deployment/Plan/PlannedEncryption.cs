namespace Stepwise.Deployment.Plan;

/// <summary>The customer managed KMS key that encrypts the definition and the history.</summary>
/// <param name="KeyArn">The ARN of the key.</param>
/// <param name="DataKeyReuseSeconds">How long a data key is reused, in seconds; null for the default of Step Functions.</param>
internal sealed record PlannedEncryption(Template KeyArn, int? DataKeyReuseSeconds);
