namespace Stepwise.Deployment.Manifest;

/// <summary>That each deployment publishes a version, to which an alias points.</summary>
/// <param name="Alias">The alias's name.</param>
public sealed record ManifestPublish(string Alias);
