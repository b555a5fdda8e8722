namespace Stepwise.Local.Machine.Maps;

/// <summary>How many items of a map run may fail. Where both limits are written, either one counts; where none is, none may fail.</summary>
/// <param name="Count">A number; null where nothing is said.</param>
/// <param name="Percentage">Of a hundred; null where nothing is said.</param>
internal readonly record struct ToleratedFailures(long? Count, double? Percentage)
{
    /// <summary>Whether too many have failed.</summary>
    /// <param name="failed">How many have failed.</param>
    /// <param name="total">How many there are.</param>
    public bool AreExceededBy(long failed, long total)
    {
        if (failed == 0)
        {
            return false;
        }

        return (Count is null && Percentage is null) || failed > Count || failed * 100.0 / total > Percentage;
    }
}
