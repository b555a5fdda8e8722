using System.Globalization;

namespace Stepwise.Build.Tests;

/// <summary>A workflow that did not change is not rendered again. The files are the same as after a full rendering.</summary>
public sealed class RenderedWorkflowsTests : IDisposable
{
    private const string Template = "a/cloudformation.template.json";

    private readonly WorkflowProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void What_did_not_change_is_read_and_not_rendered()
    {
        Emit();
        Forge(Template);

        Emit();

        Assert.Equal("forged", _project.ReadArtifact(Template));
    }

    [Fact]
    public void A_file_that_somebody_changed_is_written_again()
    {
        Emit();
        var rendered = _project.ReadArtifact(Template);
        File.WriteAllText(Path.Combine(_project.Artifacts, Template), "changed");

        Emit();

        Assert.Equal(rendered, _project.ReadArtifact(Template));
    }

    [Fact]
    public void A_file_that_somebody_deleted_is_written_again()
    {
        Emit();
        var rendered = _project.ReadArtifact(Template);
        File.Delete(Path.Combine(_project.Artifacts, Template));

        Emit();

        Assert.Equal(rendered, _project.ReadArtifact(Template));
    }

    [Theory]
    [InlineData("a.asl.json")]
    [InlineData("a.policy.json")]
    [InlineData("a.trust.json")]
    [InlineData("manifest.json")]
    [InlineData("input.schema.json")]
    [InlineData("output.schema.json")]
    public void A_workflow_of_which_any_artifact_changed_is_rendered(string file)
    {
        (string Path, string Content)[] artifacts = [.. WorkflowProject.Derivable("a"), ("a/input.schema.json", "{}"), ("a/output.schema.json", "{}")];
        _project.With(artifacts).EmitWell(WorkflowProject.DerivedKinds);
        Forge(Template);

        _project.With([.. artifacts.Select(artifact => artifact.Path == "a/" + file ? (artifact.Path, artifact.Content + " ") : artifact)]).EmitWell(WorkflowProject.DerivedKinds);

        Assert.NotEqual("forged", _project.ReadArtifact(Template));
    }

    [Fact]
    public void Other_workflows_are_not_rendered_again()
    {
        _project.With([.. WorkflowProject.Derivable("a"), .. WorkflowProject.Derivable("b")]).EmitWell(WorkflowProject.DerivedKinds);
        Forge(Template);

        _project.With([.. WorkflowProject.Derivable("a"), .. WorkflowProject.Derivable("b", comment: "Changed.")]).EmitWell(WorkflowProject.DerivedKinds);

        Assert.Equal("forged", _project.ReadArtifact(Template));
        Assert.Contains("Changed.", _project.ReadArtifact("b/cloudformation.template.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_kinds_render_everything()
    {
        Emit();
        Forge(Template);

        _project.EmitWell("cloudformation");

        Assert.NotEqual("forged", _project.ReadArtifact(Template));
    }

    [Fact]
    public void What_another_version_of_the_task_rendered_is_not_trusted()
    {
        Emit();
        Forge(Template);
        File.WriteAllText(_project.Rendered, "other" + File.ReadAllText(_project.Rendered));

        Emit();

        Assert.NotEqual("forged", _project.ReadArtifact(Template));
    }

    [Fact]
    public void A_memory_that_was_not_written_to_its_end_is_not_trusted()
    {
        Emit();
        var files = WorkflowProject.FilesIn(_project.Artifacts);
        var lines = File.ReadAllLines(_project.Rendered);
        for (var length = lines.Length - 1; length > 0; length--)
        {
            File.WriteAllLines(_project.Rendered, lines.Take(length));
            Emit();
            Assert.Equal(files, WorkflowProject.FilesIn(_project.Artifacts));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x\n")]
    [InlineData("w\n")]
    [InlineData("wzzzzzzzzzzzzzzzza\n")]
    [InlineData("f0000000000000000../../outside.txt\n")]
    public void Nonsense_in_the_memory_is_no_error(string lines)
    {
        Emit();
        var files = WorkflowProject.FilesIn(_project.Artifacts);
        File.WriteAllText(_project.Rendered, File.ReadAllLines(_project.Rendered)[0] + "\n" + lines + "end\n");

        Emit();

        Assert.Equal(files, WorkflowProject.FilesIn(_project.Artifacts));
    }

    [Fact]
    public void Checked_in_copies_get_the_files_of_unchanged_workflows_too()
    {
        Emit();
        _project.EmitWell(WorkflowProject.DerivedKinds, checkIn: true);

        Assert.Equal(_project.ReadArtifact(Template), File.ReadAllText(Path.Combine(_project.CheckedIn, Template)));
        Assert.Empty(_project.Emit(WorkflowProject.DerivedKinds, verify: true));
    }

    private void Emit() => _project.With(WorkflowProject.Derivable("a")).EmitWell(WorkflowProject.DerivedKinds);

    /// <summary>Changes a file and the memory of it, so that only rendering it would change it back.</summary>
    private void Forge(string path)
    {
        var before = TextHash.Of(_project.ReadArtifact(path)).ToString("x16", CultureInfo.InvariantCulture);
        File.WriteAllText(Path.Combine(_project.Artifacts, path), "forged");
        var memory = File.ReadAllText(_project.Rendered);
        Assert.Contains(before + path, memory, StringComparison.Ordinal);
        File.WriteAllText(_project.Rendered, memory.Replace(before + path, TextHash.Of("forged").ToString("x16", CultureInfo.InvariantCulture) + path, StringComparison.Ordinal));
    }
}
