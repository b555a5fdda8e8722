namespace Stepwise.Architecture.Tests;

/// <summary>The projects under <c>src</c> use only what the table in <c>rooms.txt</c> allows.</summary>
public class ArchitectureTests
{
    [Fact]
    public void Every_room_uses_only_what_the_table_allows()
    {
        var table = RoomTable.Parse(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "rooms.txt")));
        Assert.Empty(RoomRules.Check(BoundProjects.ReadAll(), table));
    }
}
