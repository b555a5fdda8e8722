using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Manifest;

/// <summary>A deployed resource that the definition names by a substitution.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name in the source.</param>
/// <param name="Substitution">The key of the substitution.</param>
/// <param name="States">The states that use it.</param>
internal sealed record ManifestResource(ResourceKind Kind, string Name, string Substitution, IReadOnlyList<string> States);
