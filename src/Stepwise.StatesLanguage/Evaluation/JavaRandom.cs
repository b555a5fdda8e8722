namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Java's source of random numbers, with which AWS computes <c>$random(seed)</c>: a linear congruential generator of 48 bits.</summary>
internal sealed class JavaRandom(long seed) : Random
{
    private const long Multiplier = 0x5DEECE66D;
    private const long Mask = (1L << 48) - 1;

    private long _seed = (seed ^ Multiplier) & Mask;

    /// <inheritdoc/>
    public override double NextDouble() => (((long)Next32(26) << 27) + Next32(27)) * (1.0 / (1L << 53));

    /// <inheritdoc/>
    protected override double Sample() => NextDouble();

    private int Next32(int bits)
    {
        _seed = unchecked((_seed * Multiplier) + 0xB) & Mask;
        return (int)(_seed >> (48 - bits));
    }
}
