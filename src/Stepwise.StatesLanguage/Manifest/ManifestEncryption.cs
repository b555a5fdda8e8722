namespace Stepwise.StatesLanguage.Manifest;

/// <summary>The key with which definition and history are encrypted.</summary>
/// <param name="KmsKeyArn">The key's ARN, or a substitution for it.</param>
/// <param name="DataKeyReuseSeconds">How long a data key is used again; null for the service's default.</param>
internal sealed record ManifestEncryption(string KmsKeyArn, int? DataKeyReuseSeconds);
