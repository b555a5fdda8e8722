using System.Security.Cryptography;
using System.Text;

namespace Stepwise.Local.Machine;

/// <summary>UUIDs that are the same in every run: the names of executions, the ids of requests, the labels of Maps.</summary>
internal static class Uuid
{
    /// <summary>Returns a UUID of version 4. The same random numbers give the same UUID.</summary>
    public static string Create(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return Of(bytes, version: 4);
    }

    /// <summary>Returns a UUID of version 8 that depends on the text only.</summary>
    public static string FromText(string text) => Of(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16), version: 8);

    private static string Of(Span<byte> bytes, int version)
    {
        bytes[6] = (byte)((bytes[6] & 0x0F) | (version << 4));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
