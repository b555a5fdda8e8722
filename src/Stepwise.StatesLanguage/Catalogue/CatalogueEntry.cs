namespace Stepwise.StatesLanguage.Catalogue;

/// <summary>A row of the index of a catalogue's file.</summary>
/// <param name="Name">The name of the service.</param>
/// <param name="ErrorPrefix">The part of its errors' names before the dot.</param>
/// <param name="SigningName">The name that its requests are signed with.</param>
/// <param name="Block">Where its block is.</param>
internal sealed record CatalogueEntry(string Name, string ErrorPrefix, string SigningName, CatalogueBlock Block);
