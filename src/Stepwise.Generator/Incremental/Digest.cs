using System.Security.Cryptography;
using System.Text;

namespace Stepwise.Generator.Incremental;

/// <summary>Hashes a text to one of fixed length.</summary>
internal static class Digest
{
    public static string Of(StringBuilder text)
    {
        // The UTF-16 code units are hashed without an encoding: an encoding would map every lone surrogate to the same character.
        var characters = new char[text.Length];
        text.CopyTo(0, characters, 0, characters.Length);
        var bytes = new byte[characters.Length * sizeof(char)];
        Buffer.BlockCopy(characters, 0, bytes, 0, bytes.Length);
        using var hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(bytes));
    }
}
