using System.Buffers.Binary;
using System.IO.Compression;
using Stepwise.StatesLanguage.Catalogue;

namespace Stepwise.Catalogue;

/// <summary>Writes the file of a catalogue, which <see cref="CatalogueFile"/> reads.</summary>
internal static class CatalogueWriter
{
    public static byte[] Write(string source, IReadOnlyList<ApiModel> models)
    {
        var index = new BlockWriter();
        index.WriteText(source);
        index.WriteNumber(models.Count);
        var blocks = new List<byte[]>();
        foreach (var model in models)
        {
            var block = ServiceBlockWriter.Write(model);
            blocks.Add(Deflate(block));
            index.WriteText(WireNames.Service(model.ServiceId));
            index.WriteText(WireNames.ErrorPrefix(model.ServiceId));
            index.WriteText(model.SigningName);
            index.WriteNumber(blocks[^1].Length);
            index.WriteNumber(block.Length);
            var checksum = CatalogueFile.Checksum(block);
            index.WriteNumber((int)(checksum & 0xFFFF));
            index.WriteNumber((int)(checksum >> 16));
        }

        var inflated = index.ToArray();
        var deflated = Deflate(inflated);
        var header = new byte[CatalogueFile.HeaderLength];
        CatalogueFile.Magic.CopyTo(header, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), CatalogueFile.Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), deflated.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), inflated.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), CatalogueFile.Checksum(inflated));
        return [.. header, .. deflated, .. blocks.SelectMany(static block => block)];
    }

    private static byte[] Deflate(byte[] bytes)
    {
        var deflated = new MemoryStream();
        using (var stream = new DeflateStream(deflated, CompressionLevel.SmallestSize))
        {
            stream.Write(bytes);
        }

        return deflated.ToArray();
    }
}
