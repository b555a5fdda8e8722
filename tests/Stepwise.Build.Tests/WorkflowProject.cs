using System.Text;
using Microsoft.Build.Framework;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Stepwise.Build.Tests;

/// <summary>A folder with an assembly, the task's output and, if wanted, a folder of checked-in copies.</summary>
internal sealed class WorkflowProject : IDisposable
{
    public const string Attributes = """
        namespace Stepwise
        {
            [System.AttributeUsage(System.AttributeTargets.Assembly, AllowMultiple = true)]
            public sealed class WorkflowArtifactAttribute : System.Attribute
            {
                public WorkflowArtifactAttribute(string path, string content) { }
            }

            [System.AttributeUsage(System.AttributeTargets.Class)]
            public sealed class StateMachineAttribute : System.Attribute
            {
                public StateMachineAttribute() { }
                public StateMachineAttribute(string name) { }
                public int TimeoutSeconds { get; set; }
            }
        }
        """;

    /// <summary>The kinds that follow from others.</summary>
    public const string DerivedKinds = "terraform;cloudformation;document";

    private static readonly MetadataReference[] _framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public WorkflowProject()
    {
        Root = Directory.CreateTempSubdirectory("stepwise-build-").FullName;
    }

    public string Root { get; }

    public string Assembly => Path.Combine(Root, "obj", "Shop.dll");

    public string Artifacts => Path.Combine(Root, "obj", "stepwise", "workflows");

    public string Manifest => Path.Combine(Root, "obj", "stepwise", "manifest.txt");

    public string Rendered => Path.Combine(Root, "obj", "stepwise", "rendered.txt");

    public string CheckedIn => Path.Combine(Root, "deploy");

    /// <summary>The least from which all derived files follow.</summary>
    public static (string Path, string Content)[] Derivable(string name, string comment = "")
    {
        const string Policy = """{"Version":"2012-10-17","Statement":[]}""";
        return
        [
            ($"{name}/{name}.asl.json", $$"""{ "Comment": "{{comment}}", "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"""),
            ($"{name}/{name}.policy.json", Policy),
            ($"{name}/{name}.trust.json", Policy),
            ($"{name}/manifest.json", $$"""{"name":"{{name}}"}"""),
        ];
    }

    public static byte[] Compile(string source, params MetadataReference[] references)
    {
        var compilation = CSharpCompilation.Create(
            "Shop",
            [CSharpSyntaxTree.ParseText(source)],
            [.. _framework, .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }

    /// <summary>Compiles an assembly that carries these artifacts, and these types besides.</summary>
    public WorkflowProject With(string types, params (string Path, string Content)[] artifacts)
    {
        var source = new StringBuilder();
        foreach (var (path, content) in artifacts)
        {
            source.Append("[assembly: global::Stepwise.WorkflowArtifact(").Append(SymbolDisplay.FormatLiteral(path, quote: true))
                .Append(", ").Append(SymbolDisplay.FormatLiteral(content, quote: true)).AppendLine(")]");
        }

        Write(Compile(source.AppendLine(types).Append(Attributes).ToString()));
        return this;
    }

    public WorkflowProject With(params (string Path, string Content)[] artifacts) => With("", artifacts);

    public void Write(byte[] assembly)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Assembly)!);
        File.WriteAllBytes(Assembly, assembly);
    }

    /// <summary>Runs the task and returns its errors.</summary>
    public IReadOnlyList<BuildErrorEventArgs> Emit(string kinds = "definition;policy;trust;schemas", bool checkIn = false, bool verify = false)
    {
        var engine = new RecordingBuildEngine();
        var task = new EmitWorkflowArtifacts
        {
            BuildEngine = engine,
            AssemblyFile = Assembly,
            ArtifactsDirectory = Artifacts,
            ManifestFile = Manifest,
            RenderedFile = Rendered,
            Kinds = kinds,
            OutputDirectory = checkIn || verify ? CheckedIn : "",
            Verify = verify,
        };
        Assert.Equal(task.Execute(), engine.Errors.Count == 0);
        return engine.Errors;
    }

    /// <summary>Runs the task, which must succeed.</summary>
    public void EmitWell(string kinds = "definition;policy;trust;schemas", bool checkIn = false) =>
        Assert.Empty(Emit(kinds, checkIn).Select(error => $"{error.Code}: {error.Message}"));

    public string ReadArtifact(string path) => Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(Artifacts, path)));

    /// <summary>The files below a folder, with forward slashes, in order.</summary>
    public static string[] FilesIn(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)]
        : [];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
