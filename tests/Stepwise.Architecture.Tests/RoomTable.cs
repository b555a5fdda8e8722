namespace Stepwise.Architecture.Tests;

/// <summary>The table of <c>rooms.txt</c>: which project may use which, and which room of a project may use which. If A may use B, and B may use C, then A may use C.</summary>
internal sealed class RoomTable
{
    private readonly Dictionary<string, List<Room>> _projects = new(StringComparer.Ordinal);
    private readonly Dictionary<Room, List<Room>> _rooms = [];
    private readonly HashSet<Room> _publicInRoot = [];

    /// <exception cref="FormatException">A line names something that no line above it declares, or declares something twice.</exception>
    public static RoomTable Parse(IEnumerable<string> lines)
    {
        var table = new RoomTable();
        var project = "";
        foreach (var line in lines.Where(static line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split(" uses ");
            string[] used = parts is [_, var names] ? names.Split(',', StringSplitOptions.TrimEntries) : [];
            if (char.IsWhiteSpace(line[0]))
            {
                table.AddRoom(project, parts[0].Trim(), used);
            }
            else
            {
                project = parts[0].Trim();
                table.AddProject(project, used);
            }
        }

        return table;
    }

    /// <summary>All rooms, in the order of the table.</summary>
    public IEnumerable<Room> Rooms => _rooms.Keys;

    /// <summary>Returns the room of the table that a room belongs to: the room itself, or the nearest one above it. Returns null if the table has neither.</summary>
    public Room? Find(Room room)
    {
        for (var name = room.Name; ; name = name[..name.LastIndexOf('.')])
        {
            if (_rooms.ContainsKey(room with { Name = name }))
            {
                return room with { Name = name };
            }

            if (!name.Contains('.', StringComparison.Ordinal))
            {
                return null;
            }
        }
    }

    /// <summary>Whether the public types of a room may have the project's root namespace.</summary>
    public bool IsPublicInRoot(Room room) => Find(room) is { } declared && _publicInRoot.Contains(declared);

    /// <summary>Whether one room of the table may use another one of the same project.</summary>
    public bool Allows(Room from, Room to) => from == to || _rooms[from].Exists(next => Allows(next, to));

    /// <summary>Whether a project may use a room of another project.</summary>
    public bool AllowsProject(string from, Room to) =>
        from == to.Project || (_projects.TryGetValue(from, out var used)
            && used.Exists(next => next.Name.Length == 0 ? AllowsProject(next.Project, to) : next == to));

    private void AddProject(string project, string[] used)
    {
        var targets = Array.ConvertAll(used, static name => name.Split('/') is [var of, var room] ? new Room(of, room) : new Room(name, ""));
        if (targets.FirstOrDefault(target => !_projects.ContainsKey(target.Project)) is { Project: { } unknown })
        {
            throw new FormatException($"'{project}' uses '{unknown}', which is not declared above it.");
        }

        if (!_projects.TryAdd(project, [.. targets]))
        {
            throw new FormatException($"'{project}' is declared twice.");
        }
    }

    private void AddRoom(string project, string name, string[] used)
    {
        var room = new Room(project, name.Replace(" as (root)", "", StringComparison.Ordinal));
        var targets = Array.ConvertAll(used, target => new Room(project, target));
        if (targets.FirstOrDefault(target => !_rooms.ContainsKey(target)) is { Project: not null } unknown)
        {
            throw new FormatException($"Room '{room.Name}' of '{project}' uses '{unknown.Name}', which is not declared above it.");
        }

        if (!_rooms.TryAdd(room, [.. targets]))
        {
            throw new FormatException($"Room '{room.Name}' of '{project}' is declared twice.");
        }

        if (room.Name != name)
        {
            _publicInRoot.Add(room);
        }
    }
}
