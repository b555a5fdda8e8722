namespace Stepwise.Jsonata.Functions;

/// <summary>The notation of an <see cref="IntegerPicture"/>.</summary>
internal enum IntegerForm
{
    /// <summary>Decimal digits of a script.</summary>
    Decimal,

    /// <summary>a, b, ... z, aa, ab.</summary>
    Letters,

    /// <summary>Roman numerals.</summary>
    Roman,

    /// <summary>English words.</summary>
    Words,

    /// <summary>A numbering that begins with another character. JSONata does not have it.</summary>
    Sequence,
}
