using Microsoft.CodeAnalysis.CSharp;

namespace Stepwise.Architecture.Tests;

/// <summary>Shows that the rules find each kind of violation, in projects that exist in these tests only.</summary>
public class RoomRulesTests
{
    private const string Table = """
        Low
            (root)
        House uses Low
            Cellar
            Kitchen uses Cellar
            Attic uses Kitchen
        """;

    private static readonly (string, string) _cellar = ("Cellar/Wine.cs", "namespace House.Cellar; public class Wine { public int Year { get; } public static Wine Open() => new(); }");
    private static readonly (string, string) _kitchen = ("Kitchen/Cook.cs", "namespace House.Kitchen; public class Cook { public static House.Cellar.Wine Pour() => House.Cellar.Wine.Open(); }");
    private static readonly (string, string) _attic = ("Attic/Guest.cs", "namespace House.Attic; public class Guest { object Drink() => House.Kitchen.Cook.Pour(); }");

    [Fact]
    public void A_house_that_keeps_to_its_table_has_no_violation() =>
        Assert.Empty(Check(_cellar, _kitchen, _attic));

    [Fact]
    public void A_backward_arrow_is_found_with_its_place_and_its_cycle()
    {
        var violation = Assert.Single(Check(_cellar, ("Cellar/Thief.cs", "namespace House.Cellar;\nclass Thief\n{\n    object Steal() => House.Kitchen.Cook.Pour();\n}\n"), _kitchen, _attic));
        Assert.Equal("House: Cellar -> Kitchen", violation.Key);
        Assert.Equal($"{PathOf("House", "Cellar/Thief.cs")}:4: Cellar must not use Kitchen (Cook). It closes a cycle: Cellar -> Kitchen -> Cellar.", violation.Message);
    }

    [Fact]
    public void A_longer_cycle_is_shown_whole()
    {
        var violations = Check(_cellar, ("Cellar/Ghost.cs", "namespace House.Cellar; class Ghost { House.Attic.Guest? victim; }"), _kitchen, ("Attic/Guest.cs", "namespace House.Attic; public class Guest { House.Kitchen.Cook? cook; }"));
        Assert.EndsWith("It closes a cycle: Cellar -> Attic -> Kitchen -> Cellar.", Assert.Single(violations).Message, StringComparison.Ordinal);
    }

    // Each body uses Attic without naming it.
    [Theory]
    [InlineData("object M() { var guest = House.Kitchen.Door.Next(); return \"\"; }")]
    [InlineData("void M() => House.Kitchen.Door.Let(x => { });")]
    [InlineData("void M() => House.Kitchen.Door.Take(new());")]
    [InlineData("void M() { foreach (var x in House.Kitchen.Door.All()) { } }")]
    [InlineData("void M() { var (a, b) = House.Kitchen.Door.Two(); }")]
    [InlineData("int M() => House.Kitchen.Door.Next().Age;")]
    [InlineData("void M() => House.Kitchen.Door.Take(1);")]
    public void A_type_that_is_used_without_its_name_counts(string member)
    {
        var violations = Check(
            ("Attic/Guest.cs", "namespace House.Attic; public class Guest { public int Age; public static implicit operator Guest(int age) => new(); }"),
            ("Cellar/Hatch.cs", "namespace House.Cellar; class Hatch { " + member + " }"),
            ("Kitchen/Door.cs", """
                namespace House.Kitchen;
                public static class Door
                {
                    public static House.Attic.Guest Next() => null!;
                    public static House.Attic.Guest[] All() => null!;
                    public static (int, House.Attic.Guest) Two() => default;
                    public static void Let(System.Action<House.Attic.Guest> who) { }
                    public static void Take(House.Attic.Guest who) { }
                }
                """));
        Assert.Contains("House: Cellar -> Attic", violations.Select(static violation => violation.Key));
    }

    [Fact]
    public void A_constant_counts_and_a_comment_or_a_using_directive_does_not()
    {
        (string, string) attic = ("Attic/Box.cs", "namespace House.Attic; public static class Box { public const int Size = 1; }");
        Assert.Equal(["House: Cellar -> Attic"], Check(_cellar, attic, ("Cellar/A.cs", "namespace House.Cellar; class A { const int Size = House.Attic.Box.Size; }"), _kitchen).Select(static violation => violation.Key));
        Assert.Empty(Check(_cellar, attic, ("Cellar/A.cs", "using House.Attic; namespace House.Cellar; /** <see cref=\"House.Attic.Box\"/> */ class A;"), _kitchen));
    }

    [Fact]
    public void A_namespace_that_is_not_the_folder_is_found() =>
        Assert.Equal(["House: namespace House.Kitchen in Rat.cs"], Check(_cellar, ("Cellar/Rat.cs", "namespace House.Kitchen; class Rat;"), _kitchen, _attic).Select(static violation => violation.Key));

    [Fact]
    public void A_public_type_may_have_the_root_namespace_where_the_table_says_so()
    {
        var table = RoomTable.Parse("House\n    Cellar as (root)".Split('\n'));
        Assert.Empty(RoomRules.Check([Project("House", [], ("Cellar/Door.cs", "namespace House; public class Door;"))], table));
        Assert.Single(RoomRules.Check([Project("House", [], ("Cellar/Door.cs", "namespace House; class Door;"))], table));
    }

    [Fact]
    public void A_room_without_a_line_and_a_line_without_a_room_are_found() =>
        Assert.Equal(["House: Garage", "House: no Attic"], Check(_cellar, _kitchen, ("Garage/Car.cs", "namespace House.Garage; class Car;")).Select(static violation => violation.Key));

    [Fact]
    public void A_folder_below_a_room_belongs_to_it() =>
        Assert.Empty(Check(_cellar, _kitchen, _attic, ("Kitchen/Oven/Fire.cs", "namespace House.Kitchen.Oven; class Fire { House.Kitchen.Cook? cook; House.Cellar.Wine? wine; }")));

    [Fact]
    public void A_project_that_must_not_be_used_is_found_in_code_and_in_the_project_file()
    {
        var house = Project("House", [], _cellar, _kitchen, _attic);
        var low = Project("Low", [house], ("Base.cs", "namespace Low; class Base { House.Cellar.Wine? wine; }"));
        Assert.Equal(["Low references House", "Low -> House/Cellar"], RoomRules.Check([house, low], RoomTable.Parse(Table.Split('\n'))).Select(static violation => violation.Key));
    }

    [Fact]
    public void A_linked_source_belongs_to_the_project_of_its_folder()
    {
        var low = Project("Low", [], ("Base.cs", "namespace Low; class Base;"));
        var house = Project("House", [], _cellar, _kitchen, _attic, ("Cellar/Stone.cs", "namespace House.Cellar; class Stone { Low.Base? below; }"));
        house = house with { Compilation = house.Compilation.AddSyntaxTrees(low.OwnTrees) };
        Assert.Empty(RoomRules.Check([low, house], RoomTable.Parse(Table.Split('\n'))));
        Assert.Equal(["House -> Low/(root)"], RoomRules.Check([low, house], RoomTable.Parse(Table.Replace(" uses Low", "", StringComparison.Ordinal).Split('\n'))).Select(static violation => violation.Key));
    }

    [Fact]
    public void Code_that_does_not_bind_is_found() =>
        Assert.Equal(["unbound Wreck.cs"], Check(_cellar, _kitchen, _attic, ("Cellar/Wreck.cs", "namespace House.Cellar; class Wreck { Nothing? x; }")).Select(static violation => violation.Key));

    [Theory]
    [InlineData("House\n    Cellar uses Kitchen\n    Kitchen")]
    [InlineData("House\n    Cellar\n    Cellar")]
    [InlineData("House uses Garden")]
    [InlineData("House\nHouse")]
    public void A_table_with_a_cycle_or_an_unknown_name_cannot_be_read(string table) =>
        Assert.Throws<FormatException>(() => RoomTable.Parse(table.Split('\n')));

    private static IReadOnlyList<Violation> Check(params (string File, string Text)[] files)
    {
        var low = Project("Low", [], ("Base.cs", "namespace Low; class Base;"));
        return RoomRules.Check([low, Project("House", [], files)], RoomTable.Parse(Table.Split('\n')));
    }

    private static BoundProject Project(string name, BoundProject[] references, params (string File, string Text)[] files) => new(
        name,
        Path.GetDirectoryName(PathOf(name, "x"))!,
        name,
        CSharpCompilation.Create(
            name,
            files.Select(file => CSharpSyntaxTree.ParseText(file.Text, path: PathOf(name, file.File))),
            [Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(object).Assembly.Location), .. references.Select(static reference => reference.Compilation.ToMetadataReference())],
            new CSharpCompilationOptions(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary)),
        [.. references.Select(static reference => reference.Name)]);

    private static string PathOf(string project, string file) => Path.GetFullPath(Path.Combine(Path.GetTempPath(), project, file));
}
