namespace Stepwise.Local.Tests.Conformance;

/// <summary>The recorded cases that cannot come out as recorded, each with the reason. One that does come out as recorded must be taken off.</summary>
internal static class KnownDifferences
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
    };
}
