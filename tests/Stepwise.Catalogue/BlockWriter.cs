using System.Text;

namespace Stepwise.Catalogue;

/// <summary>Writes the numbers and texts of a part of a catalogue.</summary>
internal sealed class BlockWriter
{
    private readonly List<byte> _bytes = [];

    public void WriteNumber(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        for (; number >= 0x80; number >>= 7)
        {
            _bytes.Add((byte)(number | 0x80));
        }

        _bytes.Add((byte)number);
    }

    public void WriteText(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        WriteNumber(bytes.Length);
        _bytes.AddRange(bytes);
    }

    public void Write(byte[] bytes) => _bytes.AddRange(bytes);

    public byte[] ToArray() => [.. _bytes];
}
