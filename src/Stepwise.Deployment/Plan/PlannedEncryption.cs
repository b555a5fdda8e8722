namespace Stepwise.Deployment.Plan;

/// <summary>The customer managed KMS key that encrypts the definition and the history.</summary>
/// <param name="KeyArn">The ARN of the key.</param>
/// <param name="DataKeyReuseSeconds">How long a data key is reused, in seconds, or null if Step Functions decides.</param>
internal sealed record PlannedEncryption(Template KeyArn, int? DataKeyReuseSeconds);
