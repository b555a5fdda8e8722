namespace Stepwise.Jsonata.Functions;

/// <summary>How an <see cref="IntegerPicture"/> shows a number.</summary>
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

    /// <summary>A numbering that begins with some other sign, which JSONata does not have.</summary>
    Sequence,
}
