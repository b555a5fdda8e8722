namespace Stepwise.StatesLanguage.Manifest;

/// <summary>That each deployment publishes a version.</summary>
/// <param name="Alias">The name of an alias that points to the version published last, or null.</param>
internal sealed record ManifestPublish(string? Alias);
