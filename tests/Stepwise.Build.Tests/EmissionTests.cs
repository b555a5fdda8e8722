using System.Text;

namespace Stepwise.Build.Tests;

public sealed class EmissionTests : IDisposable
{
    private static readonly DateTime _longAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly WorkflowProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Writes_every_artifact_and_a_sorted_manifest()
    {
        _project.With(("b/b.asl.json", "{}"), ("a/a.policy.json", "[]"), ("a/a.asl.json", "{ }")).EmitWell();

        Assert.Equal(["a/a.asl.json", "a/a.policy.json", "b/b.asl.json"], WorkflowProject.FilesIn(_project.Artifacts));
        Assert.Equal("a/a.asl.json\na/a.policy.json\nb/b.asl.json\n", File.ReadAllText(_project.Manifest));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"quotes\" and \\backslashes\\")]
    [InlineData("${ValidateCampaignFunctionArn} %{x} {% $states.input %}")]
    [InlineData("Grüße, 世界, 🚀, \u2028 and \0")]
    [InlineData("one\ntwo\r\nthree\n")]
    [InlineData("\uFEFFstarts with a mark")]
    public void Content_arrives_as_it_is(string content)
    {
        _project.With(("a/a.asl.json", content)).EmitWell();

        Assert.Equal(Encoding.UTF8.GetBytes(content), File.ReadAllBytes(Path.Combine(_project.Artifacts, "a/a.asl.json")));
    }

    [Fact]
    public void Content_of_300_kB_arrives_as_it_is()
    {
        var content = string.Concat(Enumerable.Range(0, 30_000).Select(number => $"{{\"n\":{number:D5}}}"));
        _project.With(("a/a.asl.json", content)).EmitWell();

        Assert.True(content.Length > 300_000);
        Assert.Equal(content, _project.ReadArtifact("a/a.asl.json"));
    }

    [Fact]
    public void Attributes_of_a_referenced_assembly_are_found()
    {
        var attributes = Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(WorkflowProject.Compile(WorkflowProject.Attributes));
        _project.Write(WorkflowProject.Compile(
            """
            [assembly: Stepwise.WorkflowArtifact("a/a.asl.json", "{}")]
            [Stepwise.StateMachine("a", TimeoutSeconds = 5)] class A { }
            """,
            attributes));

        _project.EmitWell();

        Assert.Equal("{}", _project.ReadArtifact("a/a.asl.json"));
    }

    [Fact]
    public void Attributes_of_the_same_name_elsewhere_are_not_meant()
    {
        _project.Write(WorkflowProject.Compile(
            """
            [assembly: Other.WorkflowArtifact("a/a.asl.json", "{}")]
            [Other.StateMachine] class A { }
            namespace Other
            {
                class WorkflowArtifactAttribute : System.Attribute { public WorkflowArtifactAttribute(string path, string content) { } }
                class StateMachineAttribute : System.Attribute { }
            }
            """));

        _project.EmitWell();

        Assert.Empty(WorkflowProject.FilesIn(_project.Artifacts));
    }

    [Fact]
    public void An_assembly_without_workflows_gets_an_empty_manifest()
    {
        _project.With("class Program { }").EmitWell();

        Assert.Equal("", File.ReadAllText(_project.Manifest));
        Assert.False(Directory.Exists(_project.Artifacts));
    }

    [Fact]
    public void A_file_that_is_already_right_is_not_written_but_the_manifest_is()
    {
        _project.With(("a/a.asl.json", "{}"), ("b/b.asl.json", "{}")).EmitWell();
        foreach (var file in Directory.GetFiles(Path.Combine(_project.Root, "obj", "stepwise"), "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, _longAgo);
        }

        _project.With(("a/a.asl.json", "{}"), ("b/b.asl.json", "{ }")).EmitWell();

        Assert.Equal(_longAgo, File.GetLastWriteTimeUtc(Path.Combine(_project.Artifacts, "a/a.asl.json")));
        Assert.NotEqual(_longAgo, File.GetLastWriteTimeUtc(Path.Combine(_project.Artifacts, "b/b.asl.json")));
        Assert.NotEqual(_longAgo, File.GetLastWriteTimeUtc(_project.Manifest));
    }

    [Fact]
    public void A_derived_file_is_written_only_where_what_it_follows_from_changed()
    {
        _project.With(WorkflowProject.Derivable("a")).EmitWell(WorkflowProject.DerivedKinds);
        var files = WorkflowProject.FilesIn(_project.Artifacts);
        foreach (var file in files)
        {
            File.SetLastWriteTimeUtc(Path.Combine(_project.Artifacts, file), _longAgo);
        }

        _project.With(WorkflowProject.Derivable("a")).EmitWell(WorkflowProject.DerivedKinds);
        Assert.All(files, file => Assert.Equal(_longAgo, File.GetLastWriteTimeUtc(Path.Combine(_project.Artifacts, file))));

        _project.With(WorkflowProject.Derivable("a", comment: "Changed.")).EmitWell(WorkflowProject.DerivedKinds);
        Assert.NotEqual(_longAgo, File.GetLastWriteTimeUtc(Path.Combine(_project.Artifacts, "a/cloudformation.template.json")));
        Assert.NotEqual(_longAgo, File.GetLastWriteTimeUtc(Path.Combine(_project.Artifacts, "a/terraform/a.asl.json")));
        Assert.Equal(_longAgo, File.GetLastWriteTimeUtc(Path.Combine(_project.Artifacts, "a/terraform/main.tf.json")));
        Assert.Equal(_longAgo, File.GetLastWriteTimeUtc(Path.Combine(_project.Artifacts, "a/serverless.template.json")));
    }

    [Fact]
    public void A_workflow_that_is_renamed_leaves_nothing_behind()
    {
        _project.With(("old/old.asl.json", "{}"), ("old/deep/er.json", "{}")).EmitWell();
        _project.With(("new/new.asl.json", "{}")).EmitWell();

        Assert.Equal(["new/new.asl.json"], WorkflowProject.FilesIn(_project.Artifacts));
        Assert.False(Directory.Exists(Path.Combine(_project.Artifacts, "old")));
    }

    [Fact]
    public void Its_own_folder_is_cleared_even_when_the_manifest_is_lost()
    {
        _project.With(("old/old.asl.json", "{}")).EmitWell();
        File.Delete(_project.Manifest);
        _project.With(("new/new.asl.json", "{}")).EmitWell();

        Assert.Equal(["new/new.asl.json"], WorkflowProject.FilesIn(_project.Artifacts));
    }

    [Theory]
    [InlineData("definition;policy;trust;schemas", "a/a.asl.json a/a.policy.json a/a.trust.json a/input.schema.json a/notes.txt a/output.schema.json")]
    [InlineData("definition", "a/a.asl.json a/notes.txt")]
    [InlineData(" Policy ; trust ,", "a/a.policy.json a/a.trust.json a/notes.txt")]
    [InlineData("definition;manifest", "a/a.asl.json a/manifest.json a/notes.txt")]
    public void Kinds_choose_among_the_files(string kinds, string expected)
    {
        _project.With(
            ("a/a.asl.json", ""), ("a/a.policy.json", ""), ("a/a.trust.json", ""), ("a/input.schema.json", ""), ("a/output.schema.json", ""), ("a/manifest.json", ""),
            ("a/notes.txt", "")).EmitWell(kinds);

        Assert.Equal(expected.Split(' '), WorkflowProject.FilesIn(_project.Artifacts));
    }

    [Theory]
    [InlineData("terraform", "a/terraform/README.md a/terraform/a.asl.json a/terraform/main.tf.json a/terraform/outputs.tf.json a/terraform/variables.tf.json a/terraform/versions.tf.json")]
    [InlineData("policy;cloudformation", "a/a.policy.json a/cloudformation.template.json a/serverless.template.json")]
    [InlineData("document", "a/a.md a/a.svg")]
    public void Deployment_files_follow_from_artifacts_that_need_not_be_chosen(string kinds, string expected)
    {
        _project.With(WorkflowProject.Derivable("a")).EmitWell(kinds);

        Assert.Equal(expected.Split(' '), WorkflowProject.FilesIn(_project.Artifacts));
    }

    [Fact]
    public void A_manifest_that_is_none_is_an_error_that_names_the_workflow()
    {
        var errors = _project.With(("a/a.asl.json", "{}"), ("a/a.policy.json", "{}"), ("a/a.trust.json", "{}"), ("a/manifest.json", "[]")).Emit("terraform");

        Assert.Contains("'a'", Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_assembly_may_be_open_elsewhere_and_is_not_kept_open()
    {
        _project.With(("a/a.asl.json", "{}"));
        using (new FileStream(_project.Assembly, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            _project.EmitWell();
        }

        using var exclusive = new FileStream(_project.Assembly, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    [Fact]
    public void Empty_folders_are_deleted_and_others_stay()
    {
        var folder = Path.Combine(_project.Root, "bin", "workflows");
        Directory.CreateDirectory(Path.Combine(folder, "old", "terraform"));
        Directory.CreateDirectory(Path.Combine(folder, "new", "terraform"));
        File.WriteAllText(Path.Combine(folder, "new", "terraform", "main.tf.json"), "{}");
        var task = new DeleteEmptyFolders { BuildEngine = new RecordingBuildEngine(), Directory = folder };

        Assert.True(task.Execute());
        Assert.Equal([Path.Combine(folder, "new")], Directory.GetDirectories(folder));

        File.Delete(Path.Combine(folder, "new", "terraform", "main.tf.json"));
        Assert.True(task.Execute());
        Assert.False(Directory.Exists(folder));
        Assert.True(task.Execute());
    }
}
