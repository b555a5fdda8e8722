using System.Globalization;

namespace Stepwise.Conformance;

/// <summary>Counts cases by group and prints them.</summary>
internal sealed class Tally(TextWriter output)
{
    private readonly SortedDictionary<string, (int Passed, int Failed, int Apart)> _groups = new(StringComparer.Ordinal);
    private readonly List<string> _failures = [];

    public void Pass(string group) => Count(group, passed: 1);

    /// <summary>Counts a case that is not expected to pass, and does not.</summary>
    public void SetApart(string group) => Count(group, apart: 1);

    public void Fail(string group, string id, string why)
    {
        Count(group, failed: 1);
        _failures.Add($"{id}: {why}");
    }

    /// <summary>Prints the failures, a line per group, and the sum.</summary>
    /// <returns>The exit code: 0 when there are cases and none failed.</returns>
    public int Print(string? apart = null)
    {
        foreach (var failure in _failures)
        {
            output.WriteLine("failed " + failure);
        }

        var width = _groups.Keys.Select(name => name.Length).DefaultIfEmpty().Max();
        foreach (var (name, counts) in _groups)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name.PadRight(width)}  {counts.Passed} passed, {counts.Failed} failed{(counts.Apart > 0 ? $", {counts.Apart} apart" : "")}"));
        }

        var passed = _groups.Values.Sum(counts => counts.Passed);
        var failed = _groups.Values.Sum(counts => counts.Failed);
        var setApart = _groups.Values.Sum(counts => counts.Apart);
        if (setApart > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{setApart} apart: {apart}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed"));
        return failed == 0 && passed > 0 ? 0 : 1;
    }

    private void Count(string group, int passed = 0, int failed = 0, int apart = 0)
    {
        var counts = _groups.GetValueOrDefault(group);
        _groups[group] = (counts.Passed + passed, counts.Failed + failed, counts.Apart + apart);
    }
}
