namespace Stepwise.Deployment.Manifest;

/// <summary>A value that states read and write.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as C# writes it.</param>
/// <param name="Origin">input, result or error.</param>
public sealed record ManifestValue(string Name, string Type, string Origin);
