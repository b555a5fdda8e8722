namespace Stepwise.StatesLanguage.Vocabulary;

/// <summary>Finds what somebody meant.</summary>
internal static class Spelling
{
    /// <summary>The candidate that is at most a third of its letters away; null where none is.</summary>
    public static string? Closest(string word, IEnumerable<string> candidates)
    {
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            // The difference in length is the smallest possible distance.
            var most = Math.Max(1, Math.Max(word.Length, candidate.Length) / 3);
            if (Math.Abs(word.Length - candidate.Length) <= most && Distance(word, candidate) is var distance && distance < bestDistance && distance <= most)
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>How many letters are changed, missing, too many or in each other's place; without regard to case.</summary>
    private static int Distance(string left, string right)
    {
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            distances[i, 0] = i;
        }

        for (var j = 0; j <= right.Length; j++)
        {
            distances[0, j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = AreEqual(left[i - 1], right[j - 1]) ? 0 : 1;
                var distance = Math.Min(Math.Min(distances[i, j - 1] + 1, distances[i - 1, j] + 1), distances[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && AreEqual(left[i - 1], right[j - 2]) && AreEqual(left[i - 2], right[j - 1]))
                {
                    distance = Math.Min(distance, distances[i - 2, j - 2] + 1);
                }

                distances[i, j] = distance;
            }
        }

        return distances[left.Length, right.Length];
    }

    private static bool AreEqual(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
