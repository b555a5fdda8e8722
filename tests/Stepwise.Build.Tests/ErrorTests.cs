namespace Stepwise.Build.Tests;

public sealed class ErrorTests : IDisposable
{
    private readonly WorkflowProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_status_is_reported_with_its_ids_and_places_and_is_no_file()
    {
        _project.With(("a/status.json", """
            {"errors":[
              {"id":"ASL201","message":"'total' is not set on every path: {0}","file":"Shop.cs","line":12,"column":5},
              {"id":"ASL102","message":"State 'Pay' cannot be reached."}]}
            """));

        var errors = _project.Emit();

        Assert.Collection(
            errors,
            error =>
            {
                Assert.Equal("ASL201", error.Code);
                Assert.Equal("'total' is not set on every path: {0}", error.Message);
                Assert.Equal(("Shop.cs", 12, 5), (error.File, error.LineNumber, error.ColumnNumber));
            },
            error =>
            {
                Assert.Equal("ASL102", error.Code);
                Assert.Equal(0, error.LineNumber);
            });
        Assert.Empty(WorkflowProject.FilesIn(_project.Artifacts));
        Assert.False(File.Exists(_project.Manifest));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("{}")]
    [InlineData("{\"errors\":[]}")]
    [InlineData("null")]
    public void A_status_that_says_nothing_is_an_error_all_the_same(string status)
    {
        var error = Assert.Single(_project.With(("a/status.json", status)).Emit());

        Assert.Equal("ASL596", error.Code);
        Assert.Contains("'a'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_changes_on_disk_while_there_are_errors()
    {
        _project.With(("a/a.asl.json", "1")).EmitWell();
        var before = File.GetLastWriteTimeUtc(_project.Manifest);

        _project.With(("a/a.asl.json", "2"), ("b/status.json", """{"errors":[{"id":"ASL201","message":"no"}]}""")).Emit();

        Assert.Equal("1", _project.ReadArtifact("a/a.asl.json"));
        Assert.Equal(before, File.GetLastWriteTimeUtc(_project.Manifest));
    }

    [Fact]
    public void A_workflow_without_artifacts_means_that_the_generator_did_not_run()
    {
        _project.With(
            """
            namespace Shop.Orders { class Outer { [Stepwise.StateMachine("order")] class Order { } } }
            [Stepwise.StateMachine("other")] class Other { }
            """,
            ("other/other.asl.json", "{}"));

        var error = Assert.Single(_project.Emit());

        Assert.Equal("ASL590", error.Code);
        Assert.Contains("'Shop.Orders.Outer.Order'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'order'", error.Message, StringComparison.Ordinal);
        Assert.Contains("ExcludeAssets", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("/docs/diagnostics/ASL590.md", error.HelpLink, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workflow_with_a_status_is_not_reported_twice()
    {
        _project.With("""[Stepwise.StateMachine("a")] class A { }""", ("a/status.json", """{"errors":[{"id":"ASL201","message":"no"}]}"""));

        Assert.Equal("ASL201", Assert.Single(_project.Emit()).Code);
    }

    [Fact]
    public void A_branch_inside_a_workflow_needs_no_artifacts_of_its_own()
    {
        _project.With(
            """[Stepwise.StateMachine("a")] class A { [Stepwise.StateMachine] class Branch { class Deeper { [Stepwise.StateMachine("x")] class Leaf { } } } }""",
            ("a/a.asl.json", "{}")).EmitWell();
    }

    [Fact]
    public void Two_artifacts_for_one_path_are_refused()
    {
        var error = Assert.Single(_project.With(("a/a.asl.json", "1"), ("a/a.asl.json", "2")).Emit());

        Assert.Equal("ASL591", error.Code);
        Assert.Contains("'a/a.asl.json'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/a.asl.json", "A/a.asl.json")]
    [InlineData("a/b", "a/b/c")]
    public void Paths_that_some_system_cannot_tell_apart_are_refused(string first, string second)
    {
        Assert.Equal("ASL591", Assert.Single(_project.With((first, ""), (second, "")).Emit()).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("//server/share/a.json")]
    [InlineData("../a.json")]
    [InlineData("a/../../b.json")]
    [InlineData("a/./b.json")]
    [InlineData("a//b.json")]
    [InlineData("a/")]
    [InlineData("C:/a.json")]
    [InlineData("C:a.json")]
    [InlineData("a\\b.json")]
    [InlineData("a/b?.json")]
    [InlineData("a/*.json")]
    [InlineData("a/\u0007.json")]
    [InlineData("a/b\n.json")]
    [InlineData("a./b.json")]
    [InlineData("a /b.json")]
    [InlineData("nul/nul.asl.json")]
    [InlineData("a/com1.asl.json")]
    public void Paths_that_are_no_file_below_the_folder_are_refused(string path)
    {
        var error = Assert.Single(_project.With((path, "x")).Emit());

        Assert.Equal("ASL592", error.Code);
        Assert.Empty(WorkflowProject.FilesIn(_project.Artifacts));
    }

    [Fact]
    public void An_unknown_kind_is_refused()
    {
        var error = Assert.Single(_project.With(("a/a.asl.json", "")).Emit(kinds: "definition;polices"));

        Assert.Equal("ASL595", error.Code);
        Assert.Contains("'polices'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_assembly_is_an_error_and_no_exception()
    {
        _project.Write([1, 2, 3]);
        Assert.Equal("ASL596", Assert.Single(_project.Emit()).Code);

        File.Delete(_project.Assembly);
        Assert.Equal("ASL596", Assert.Single(_project.Emit()).Code);
    }
}
