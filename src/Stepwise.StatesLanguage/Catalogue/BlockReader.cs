using System.Text;

namespace Stepwise.StatesLanguage.Catalogue;

/// <summary>Reads the numbers and texts of an inflated part of a catalogue.</summary>
internal sealed class BlockReader
{
    private readonly byte[] _bytes;
    private readonly string _what;

    /// <param name="bytes">The bytes.</param>
    /// <param name="what">What they are, for the message if they are damaged.</param>
    public BlockReader(byte[] bytes, string what)
    {
        _bytes = bytes;
        _what = what;
    }

    public int Position { get; set; }

    public int ReadNumber()
    {
        var number = 0;
        for (var shift = 0; shift < 32 && Position < _bytes.Length; shift += 7)
        {
            var part = _bytes[Position++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number >= 0 ? number : throw CatalogueFile.Damaged(_what);
            }
        }

        throw CatalogueFile.Damaged(_what);
    }

    /// <summary>Reads the number of things that follow. Each of them takes at least one byte.</summary>
    public int ReadCount() => ReadNumber() is var count && count <= _bytes.Length - Position ? count : throw CatalogueFile.Damaged(_what);

    /// <summary>Reads a number that is the position of a thing in a table.</summary>
    public int ReadIndex(int count) => ReadNumber() is var index && index < count ? index : throw CatalogueFile.Damaged(_what);

    public string ReadText()
    {
        var length = ReadCount();
        Position += length;
        return Encoding.UTF8.GetString(_bytes, Position - length, length);
    }

    /// <summary>Skips a number of bytes, and returns where they begin.</summary>
    public int Skip(int length)
    {
        var start = Position;
        Position = length <= _bytes.Length - start ? start + length : throw CatalogueFile.Damaged(_what);
        return start;
    }

    /// <summary>Returns a reader of the same bytes with a position of its own.</summary>
    public BlockReader At(int position) => new(_bytes, _what) { Position = position };

    public string TextAt(int start, int length) => Encoding.UTF8.GetString(_bytes, start, length);
}
