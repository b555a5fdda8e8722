namespace Stepwise.StatesLanguage.Catalogue;

/// <summary>A deflated part of a catalogue's file.</summary>
/// <param name="Offset">The place of the first byte.</param>
/// <param name="DeflatedLength">The number of bytes in the file.</param>
/// <param name="Length">The number of bytes when inflated.</param>
/// <param name="Checksum">The checksum of the inflated bytes.</param>
internal readonly record struct CatalogueBlock(long Offset, int DeflatedLength, int Length, uint Checksum);
