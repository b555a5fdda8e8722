namespace Stepwise.Deployment.Plan;

/// <summary>The customer's key with which definition and history are encrypted.</summary>
/// <param name="KeyArn">The ARN of the key.</param>
/// <param name="DataKeyReuseSeconds">How long a data key is used again, in seconds; null for the service's default.</param>
internal sealed record PlannedEncryption(Template KeyArn, int? DataKeyReuseSeconds);
