namespace Stepwise.Architecture.Tests;

/// <summary>The projects under <c>src</c> keep to the table of <c>rooms.txt</c>; <c>open.txt</c> lists what does not yet.</summary>
public class ArchitectureTests
{
    private static readonly Lazy<IReadOnlyList<BoundProject>> _projects = new(BoundProjects.ReadAll);
    private static readonly Lazy<IReadOnlyList<Violation>> _violations = new(static () => RoomRules.Check(_projects.Value, RoomTable.Parse(Lines("rooms.txt"))));

    [Fact]
    public void Every_room_uses_only_what_the_table_allows()
    {
        var open = Lines("open.txt").ToHashSet(StringComparer.Ordinal);
        var found = _violations.Value.Where(violation => !open.Contains(violation.Key)).ToArray();
        Assert.True(found.Length == 0, string.Join('\n', found.Select(static violation => $"{violation.Message}\n    [{violation.Key}]")));
    }

    [Fact]
    public void What_is_listed_as_open_is_still_open()
    {
        var keys = _violations.Value.Select(static violation => violation.Key).ToHashSet(StringComparer.Ordinal);
        var closed = Lines("open.txt").Where(line => !keys.Contains(line)).ToArray();
        Assert.True(closed.Length == 0, "Delete these lines of open.txt:\n" + string.Join('\n', closed));
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, file)).Where(static line => line.Length > 0 && line[0] != '#');
}
