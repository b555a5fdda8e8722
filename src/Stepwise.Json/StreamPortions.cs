#if NET8_0_OR_GREATER
using System.Buffers;

namespace Stepwise.Json;

/// <summary>Writes to a stream in portions.</summary>
internal sealed class StreamPortions(Stream output) : IBufferWriter<byte>
{
    private byte[] _portion = [];

    public void Advance(int count) => output.Write(_portion, 0, count);

    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint);

    public void Close() => ArrayPool<byte>.Shared.Return(_portion);

    private byte[] Room(int sizeHint)
    {
        if (_portion.Length < Math.Max(sizeHint, 1))
        {
            if (_portion.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(_portion);
            }

            _portion = ArrayPool<byte>.Shared.Rent(Math.Max(sizeHint, 4096));
        }

        return _portion;
    }
}
#endif
