namespace Stepwise.Deployment.Manifest;

/// <summary>That each deployment publishes a version.</summary>
/// <param name="Alias">The name of an alias that points to the version published last, or null.</param>
public sealed record ManifestPublish(string? Alias);
