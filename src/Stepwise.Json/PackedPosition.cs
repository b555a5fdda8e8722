namespace Stepwise.Json;

/// <summary>
/// A position in eight bytes, and one bit for the owner. Every value that was read has one, so its size matters. On the first line the offset is enough; on other lines, line and
/// column share thirty bits in one of three layouts. A position that fits none of them (more than four million lines, or a long line after many others) is in <see cref="FarPositions"/>.
/// </summary>
internal readonly struct PackedPosition
{
    private const ulong FlagBit = 1UL << 62;
    private const ulong OnFirstLine = 1UL << 32;
    private const ulong Aside = 2UL << 32;
    private const ulong FieldMask = (1UL << 30) - 1;

    private readonly ulong _bits;

    private PackedPosition(ulong bits) => _bits = bits;

    /// <summary>No position, and the owner's bit.</summary>
    public PackedPosition(bool flag) => _bits = flag ? FlagBit : 0;

    /// <summary>The owner's bit.</summary>
    public bool Flag => (_bits & FlagBit) != 0;

    /// <summary>Whether the position did not fit and is in <see cref="FarPositions"/>.</summary>
    public bool IsAside => (_bits & ~FlagBit) == Aside;

    /// <summary>The position; null if there is none or if it did not fit.</summary>
    public JsonPosition? Position
    {
        get
        {
            var offset = (int)(_bits & FieldMask);
            var place = (int)((_bits >> 32) & FieldMask);
            return (_bits >> 30 & 3) switch
            {
                1 => new(place >> 19, place & 0x7FFFF, offset),
                2 => new(place >> 14, place & 0x3FFF, offset),
                3 => new(place >> 8, place & 0xFF, offset),
                _ => place == 1 ? new(1, offset + 1, offset) : null,
            };
        }
    }

    /// <summary>Packs a position. If it does not fit, <see cref="IsAside"/> of the result is true.</summary>
    public static PackedPosition Of(int line, int column, int offset)
    {
        if (offset > (int)FieldMask)
        {
            return new(Aside);
        }

        if (line == 1)
        {
            return new(OnFirstLine | (uint)offset);
        }

        if (line < 1 << 11 && column < 1 << 19)
        {
            return Pack(1, (line << 19) | column, offset);
        }

        if (line < 1 << 16 && column < 1 << 14)
        {
            return Pack(2, (line << 14) | column, offset);
        }

        return line < 1 << 22 && column < 1 << 8 ? Pack(3, (line << 8) | column, offset) : new(Aside);
    }

    /// <summary>The same position with the owner's bit set, if <paramref name="flag"/> is true.</summary>
    public PackedPosition With(bool flag) => flag ? new(_bits | FlagBit) : this;

    private static PackedPosition Pack(uint way, int place, int offset) => new(((ulong)(uint)place << 32) | (way << 30) | (uint)offset);
}
