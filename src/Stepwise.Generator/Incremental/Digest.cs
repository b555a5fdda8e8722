using System.Security.Cryptography;
using System.Text;

namespace Stepwise.Generator.Incremental;

/// <summary>A text of fixed length that stands for a long one.</summary>
internal static class Digest
{
    public static string Of(StringBuilder text)
    {
        // The characters are taken as they are: an encoding would make one character of all halves of surrogate pairs.
        var characters = new char[text.Length];
        text.CopyTo(0, characters, 0, characters.Length);
        var bytes = new byte[characters.Length * sizeof(char)];
        Buffer.BlockCopy(characters, 0, bytes, 0, bytes.Length);
        using var hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(bytes));
    }
}
