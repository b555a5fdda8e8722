using System.Text;

namespace Stepwise.Catalogue;

/// <summary>Writes the numbers and texts of a part of a catalogue.</summary>
internal sealed class BlockWriter
{
    private readonly MemoryStream _bytes = new();

    public int Length => (int)_bytes.Length;

    public void WriteNumber(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        for (; number >= 0x80; number >>= 7)
        {
            _bytes.WriteByte((byte)(number | 0x80));
        }

        _bytes.WriteByte((byte)number);
    }

    public void WriteText(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        WriteNumber(bytes.Length);
        _bytes.Write(bytes);
    }

    public void Write(byte[] bytes) => _bytes.Write(bytes);

    public byte[] ToArray() => _bytes.ToArray();
}
