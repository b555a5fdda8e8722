using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stepwise.Architecture.Tests;

/// <summary>Compares the code with the table of rooms.</summary>
internal static class RoomRules
{
    /// <summary>Returns everything in the code that the table does not allow, and every room of the table that has no files.</summary>
    public static IReadOnlyList<Violation> Check(IReadOnlyList<BoundProject> projects, RoomTable table)
    {
        var finder = new UseFinder(projects);
        var uses = finder.Find();
        return
        [
            .. finder.Unbound.Select(static place => new Violation($"unbound {Path.GetFileName(place.File)}", $"{place}: the test cannot bind this expression.")),
            .. projects.SelectMany(project => Namespaces(project, table)),
            .. projects.SelectMany(project => References(project, table)),
            .. projects.SelectMany(project => UndeclaredRooms(project, table)),
            .. table.Rooms.Where(room => !HasFiles(projects, table, room)).Select(static room => new Violation($"{room.Project}: no {room.Name}", $"{room.Project} has no room {room.Name}, but the table declares it.")),
            .. Arrows(uses, table),
        ];
    }

    private static IEnumerable<Violation> Namespaces(BoundProject project, RoomTable table) =>
        from tree in project.OwnTrees
        from declaration in tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
        let name = declaration.Name.ToString()
        let expected = project.NamespaceOf(tree.FilePath)
        where name != expected
        where !(name == project.RootNamespace && table.IsPublicInRoot(project.RoomOf(tree.FilePath)) && declaration.Members.All(IsPublic))
        select new Violation($"{project.Name}: namespace {name} in {Path.GetFileName(tree.FilePath)}", $"{Place.Of(declaration)}: the namespace is {name}, but the folder asks for {expected}.");

    private static bool IsPublic(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.PublicKeyword);

    private static IEnumerable<Violation> References(BoundProject project, RoomTable table) =>
        from reference in project.References
        where !table.AllowsProject(project.Name, new Room(reference, Room.Root))
        select new Violation($"{project.Name} references {reference}", $"{Path.Combine(project.Folder, project.Name + ".csproj")}: {project.Name} must not reference {reference}.");

    private static IEnumerable<Violation> UndeclaredRooms(BoundProject project, RoomTable table) =>
        from tree in project.OwnTrees
        where tree.GetRoot().DescendantNodes().Any(static node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or GlobalStatementSyntax)
        let room = project.RoomOf(tree.FilePath)
        where table.Find(room) is null
        group tree.FilePath by room into files
        select new Violation($"{files.Key.Project}: {files.Key.Name}", $"{files.First()}: the table does not declare the room {files.Key.Name} of {files.Key.Project}.");

    private static bool HasFiles(IReadOnlyList<BoundProject> projects, RoomTable table, Room room) =>
        projects.Any(project => project.Name == room.Project && project.OwnTrees.Any(tree => table.Find(project.RoomOf(tree.FilePath)) == room));

    /// <summary>Returns the uses that the table does not allow. Uses by rooms that the table does not declare are left out: <see cref="UndeclaredRooms"/> reports these rooms.</summary>
    private static IEnumerable<Violation> Arrows(IReadOnlyList<Use> uses, RoomTable table)
    {
        var inside = new Dictionary<(Room From, Room To), Use>();
        var across = new Dictionary<(string From, string To), Use>();
        foreach (var use in uses)
        {
            if (use.From.Project != use.To.Project)
            {
                if (!table.AllowsProject(use.From.Project, table.Find(use.To) ?? use.To))
                {
                    across.TryAdd((use.From.Project, $"{use.To.Project}/{use.To.Name}"), use);
                }
            }
            else if (table.Find(use.From) is { } from && table.Find(use.To) is { } to && from != to)
            {
                inside.TryAdd((from, to), use);
            }
        }

        foreach (var ((from, to), use) in across)
        {
            yield return new Violation($"{from} -> {to}", $"{use.Place}: {from} must not use {to} ({use.Type}).");
        }

        foreach (var ((from, to), use) in inside.Where(arrow => !table.Allows(arrow.Key.From, arrow.Key.To)))
        {
            var back = PathBetween(to, from, inside.Keys);
            var cycle = back is null ? "" : $" It closes a cycle: {string.Join(" -> ", back.Select(static room => room.Name).Prepend(from.Name))}.";
            yield return new Violation($"{from.Project}: {from.Name} -> {to.Name}", $"{use.Place}: {from.Name} must not use {to.Name} ({use.Type}).{cycle}");
        }
    }

    /// <summary>Returns the shortest path from one room to another along the arrows, or null if no path leads there.</summary>
    private static List<Room>? PathBetween(Room from, Room to, ICollection<(Room From, Room To)> arrows)
    {
        var paths = new Queue<List<Room>>([[from]]);
        var seen = new HashSet<Room> { from };
        while (paths.TryDequeue(out var path))
        {
            if (path[^1] == to)
            {
                return path;
            }

            foreach (var (_, next) in arrows.Where(arrow => arrow.From == path[^1] && seen.Add(arrow.To)))
            {
                paths.Enqueue([.. path, next]);
            }
        }

        return null;
    }
}
