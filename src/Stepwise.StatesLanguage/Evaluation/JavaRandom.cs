namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Java's source of random numbers, with which AWS computes <c>$random(seed)</c>: a linear congruential generator of 48 bits.</summary>
internal static class JavaRandom
{
    private const long Multiplier = 0x5DEECE66D;
    private const long Mask = (1L << 48) - 1;

    /// <summary>Returns the first double that Java's generator gives for a seed.</summary>
    public static double FirstDouble(long seed)
    {
        var state = (seed ^ Multiplier) & Mask;
        return (((long)Next(ref state, 26) << 27) + Next(ref state, 27)) * (1.0 / (1L << 53));
    }

    private static int Next(ref long state, int bits)
    {
        state = unchecked((state * Multiplier) + 0xB) & Mask;
        return (int)(state >> (48 - bits));
    }
}
