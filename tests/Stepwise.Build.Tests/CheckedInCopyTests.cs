namespace Stepwise.Build.Tests;

public sealed class CheckedInCopyTests : IDisposable
{
    private readonly WorkflowProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void The_same_files_are_written_there()
    {
        _project.With(("a/a.asl.json", "{}"), ("a/a.policy.json", "[]")).EmitWell(checkIn: true);

        Assert.Equal(["a/a.asl.json", "a/a.policy.json"], WorkflowProject.FilesIn(_project.CheckedIn));
    }

    [Fact]
    public void Only_files_of_the_previous_build_are_deleted_there()
    {
        _project.With(("old/old.asl.json", "{}"), ("kept/kept.asl.json", "{}")).EmitWell(checkIn: true);
        File.WriteAllText(Path.Combine(_project.CheckedIn, "kept", "README.md"), "mine");
        File.WriteAllText(Path.Combine(_project.CheckedIn, "README.md"), "mine");

        _project.With(("new/new.asl.json", "{}")).EmitWell(checkIn: true);

        Assert.Equal(["README.md", "kept/README.md", "new/new.asl.json"], WorkflowProject.FilesIn(_project.CheckedIn));
        Assert.False(Directory.Exists(Path.Combine(_project.CheckedIn, "old")));
    }

    [Fact]
    public void A_manifest_that_was_tampered_with_deletes_nothing_outside()
    {
        _project.With(("a/a.asl.json", "{}")).EmitWell(checkIn: true);
        var outside = Path.Combine(_project.Root, "precious.txt");
        File.WriteAllText(outside, "");
        File.AppendAllText(_project.Manifest, "../precious.txt\n" + outside + "\n");

        _project.EmitWell(checkIn: true);

        Assert.True(File.Exists(outside));
    }

    [Fact]
    public void Line_ends_that_version_control_converted_are_left_alone()
    {
        _project.With(("a/a.asl.json", "{\n}\n")).EmitWell(checkIn: true);
        var file = Path.Combine(_project.CheckedIn, "a/a.asl.json");
        File.WriteAllText(file, "{\r\n}\r\n");

        _project.EmitWell(checkIn: true);
        Assert.Equal("{\r\n}\r\n", File.ReadAllText(file));
        Assert.Empty(_project.Emit(verify: true));
    }

    [Fact]
    public void Verifying_says_which_file_and_line_differ_and_writes_nothing()
    {
        _project.With(("a/a.asl.json", "one\ntwo\nthree")).EmitWell(checkIn: true);
        _project.With(("a/a.asl.json", "one\n2\nthree"));

        var error = Assert.Single(_project.Emit(verify: true));

        Assert.Equal("ASL594", error.Code);
        Assert.Equal((Path.Combine(_project.CheckedIn, "a", "a.asl.json"), 2), (error.File, error.LineNumber));
        Assert.Contains("StepwiseVerify=false", error.Message, StringComparison.Ordinal);
        Assert.Equal("one\ntwo\nthree", File.ReadAllText(Path.Combine(_project.CheckedIn, "a/a.asl.json")));
    }

    [Fact]
    public void Verifying_misses_files_and_finds_orphans()
    {
        _project.With(("old/old.asl.json", "{}")).EmitWell(checkIn: true);
        File.WriteAllText(Path.Combine(_project.CheckedIn, "old", "notes.asl.json"), "hand-written");
        _project.With(("new/new.asl.json", "{}"));

        var messages = _project.Emit(verify: true).Select(error => error.Message).ToArray();

        Assert.Equal(2, messages.Length);
        Assert.Contains("new.asl.json' is missing", messages[0], StringComparison.Ordinal);
        Assert.Contains("old.asl.json' no longer belongs to a workflow", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Verifying_covers_the_derived_files()
    {
        _project.With(WorkflowProject.Derivable("old")).EmitWell(WorkflowProject.DerivedKinds, checkIn: true);
        Assert.Empty(_project.Emit(WorkflowProject.DerivedKinds, verify: true));
        string[] derived = WorkflowProject.FilesIn(_project.CheckedIn);
        foreach (var path in derived)
        {
            File.AppendAllText(Path.Combine(_project.CheckedIn, path), " ");
        }

        File.WriteAllText(Path.Combine(_project.CheckedIn, "old", "README.md"), "mine");
        File.WriteAllText(Path.Combine(_project.CheckedIn, "old", "terraform", "override.tf"), "");

        var differing = _project.Emit(WorkflowProject.DerivedKinds, verify: true).Select(error => Path.GetRelativePath(_project.CheckedIn, error.File).Replace('\\', '/'));
        Assert.Equal(derived, differing.Order(StringComparer.Ordinal));

        var orphans = _project.With(("new/new.asl.json", "{}")).Emit(WorkflowProject.DerivedKinds, verify: true).Select(error => error.Message).ToArray();
        Assert.Equal(derived.Length, orphans.Length);
        Assert.All(derived, path => Assert.Contains(orphans, message => message!.Replace('\\', '/').Contains($"{path}' no longer belongs to a workflow", StringComparison.Ordinal)));
    }

    [Fact]
    public void Verifying_looks_only_at_the_kinds_that_are_written()
    {
        _project.With(("a/a.asl.json", "{}"), ("a/a.policy.json", "[]")).EmitWell(checkIn: true);

        Assert.Empty(_project.Emit(kinds: "definition", verify: true));
    }
}
