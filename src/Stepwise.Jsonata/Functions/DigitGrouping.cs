namespace Stepwise.Jsonata.Functions;

/// <summary>Groups of digits in pictures of numbers.</summary>
internal static class DigitGrouping
{
    /// <summary>The size of the groups if separators stand at all multiples of one size and nowhere else; 0 otherwise.</summary>
    /// <param name="positions">How many digits are to the right of each separator.</param>
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
