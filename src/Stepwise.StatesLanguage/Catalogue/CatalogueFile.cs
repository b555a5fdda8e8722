using System.IO.Compression;

namespace Stepwise.StatesLanguage.Catalogue;

/// <summary>
/// The file of a catalogue: a header, the index, and a block for each service. Index and blocks are deflated one by one, so that a reader inflates the services that it needs and no others.
/// <code>
/// header  "SFNC", the version of the format, and the index's deflated length, length and checksum, each in 4 bytes, the lowest first
/// index   the source of the data; the number of services; for each service its name, error prefix, signing name, deflated length, length and checksum
/// block   the texts; the shapes; the actions (see ServiceBlock)
/// </code>
/// Numbers in the index and in blocks have 7 bits in each byte, the lowest first, and a set eighth bit if another byte follows.
/// </summary>
internal sealed class CatalogueFile
{
    public const int HeaderLength = 20;
    public const int Version = 1;

    /// <summary>The letters <c>SFNC</c>.</summary>
    public static readonly byte[] Magic = [0x53, 0x46, 0x4E, 0x43];

    private readonly Func<Stream> _open;

    private CatalogueFile(Func<Stream> open, string source, IReadOnlyList<CatalogueEntry> entries)
    {
        _open = open;
        Source = source;
        Entries = entries;
    }

    public string Source { get; }

    public IReadOnlyList<CatalogueEntry> Entries { get; }

    public static CatalogueFile Open(Func<Stream> open)
    {
        var header = new byte[HeaderLength];
        using (var stream = open())
        {
            Fill(stream, header, "its header");
        }

        if (!Magic.SequenceEqual(header.Take(Magic.Length)))
        {
            throw new InvalidDataException("The file is not a catalogue of services.");
        }

        if (NumberAt(header, 4) != Version)
        {
            throw new InvalidDataException($"The catalogue of services has the format {NumberAt(header, 4)}, and this reader knows the format {Version}.");
        }

        var block = new CatalogueBlock(HeaderLength, (int)NumberAt(header, 8), (int)NumberAt(header, 12), NumberAt(header, 16));
        var index = new BlockReader(Inflate(open, block, "its index"), "its index");
        var source = index.ReadText();
        var entries = new CatalogueEntry[index.ReadCount()];
        var offset = block.Offset + block.DeflatedLength;
        for (var i = 0; i < entries.Length; i++)
        {
            var (name, errorPrefix, signingName) = (index.ReadText(), index.ReadText(), index.ReadText());
            entries[i] = new(name, errorPrefix, signingName, new(offset, index.ReadNumber(), index.ReadNumber(), (uint)index.ReadNumber() | ((uint)index.ReadNumber() << 16)));
            offset += entries[i].Block.DeflatedLength;
        }

        return new(open, source, entries);
    }

    /// <summary>The checksum of a block (FNV-1a).</summary>
    public static uint Checksum(byte[] bytes)
    {
        var sum = 2_166_136_261u;
        foreach (var value in bytes)
        {
            sum = unchecked((sum ^ value) * 16_777_619u);
        }

        return sum;
    }

    public byte[] ReadBlock(CatalogueEntry entry) => Inflate(_open, entry.Block, "the service " + entry.Name);

    private static byte[] Inflate(Func<Stream> open, CatalogueBlock block, string what)
    {
        using var stream = open();
        if (block.Length < 0 || block.DeflatedLength < 0 || block.Offset + block.DeflatedLength > stream.Length)
        {
            throw Damaged(what);
        }

        stream.Position = block.Offset;
        var bytes = new byte[block.Length];
        using (var inflated = new DeflateStream(stream, CompressionMode.Decompress))
        {
            Fill(inflated, bytes, what);
        }

        return Checksum(bytes) == block.Checksum ? bytes : throw Damaged(what);
    }

    private static void Fill(Stream stream, byte[] bytes, string what)
    {
        for (var start = 0; start < bytes.Length;)
        {
            var count = stream.Read(bytes, start, bytes.Length - start);
            start += count > 0 ? count : throw Damaged(what);
        }
    }

    private static uint NumberAt(byte[] bytes, int start) => bytes[start] | ((uint)bytes[start + 1] << 8) | ((uint)bytes[start + 2] << 16) | ((uint)bytes[start + 3] << 24);

    public static InvalidDataException Damaged(string what) => new($"The catalogue of services is damaged in {what}.");
}
