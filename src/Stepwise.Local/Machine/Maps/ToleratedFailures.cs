namespace Stepwise.Local.Machine.Maps;

/// <summary>The number of items of a map run that may fail. If both limits are written, the map run fails as soon as one is exceeded. If no limit is written, no item may fail.</summary>
/// <param name="Count">The number of items, or null if it is not written.</param>
/// <param name="Percentage">The percentage of items, from 0 to 100, or null if it is not written.</param>
internal readonly record struct ToleratedFailures(long? Count, double? Percentage)
{
    /// <summary>Whether too many have failed.</summary>
    /// <param name="failed">The number of items that have failed.</param>
    /// <param name="total">The number of items.</param>
    public bool AreExceededBy(long failed, long total)
    {
        if (failed == 0)
        {
            return false;
        }

        return (Count is null && Percentage is null) || failed > Count || failed * 100.0 / total > Percentage;
    }
}
