namespace Stepwise.Jsonata.Functions;

/// <summary>Finds regular groups of digits in picture strings.</summary>
internal static class DigitGrouping
{
    /// <summary>Returns the size of the groups if the separators are at all multiples of one size; otherwise 0.</summary>
    /// <param name="positions">The number of digits to the right of each separator.</param>
    public static int RegularSize(IReadOnlyList<int> positions)
    {
        if (positions.Count == 0)
        {
            return 0;
        }

        var size = positions[0];
        foreach (var position in positions)
        {
            size = GreatestDivisor(size, position);
        }

        for (var i = 1; i <= positions.Count; i++)
        {
            if (!positions.Contains(i * size))
            {
                return 0;
            }
        }

        return size;
    }

    private static int GreatestDivisor(int a, int b) => b == 0 ? a : GreatestDivisor(b, a % b);
}
