namespace Stepwise.StatesLanguage.Manifest;

/// <summary>A deployed function, topic or queue that the definition names by a substitution.</summary>
/// <param name="Name">Its name in the source.</param>
/// <param name="Substitution">The key of the substitution.</param>
/// <param name="States">The states that use it.</param>
internal sealed record ManifestResource(string Name, string Substitution, IReadOnlyList<string> States);
