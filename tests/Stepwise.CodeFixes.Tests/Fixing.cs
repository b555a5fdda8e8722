using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Stepwise.Generator;

namespace Stepwise.CodeFixes.Tests;

/// <summary>A project in a workspace, its findings, and what the code fixes make of it. After a fix the finding must be gone, and the project must compile with what the generator adds.</summary>
internal static class Fixing
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions _parseOptions = new(LanguageVersion.CSharp12, DocumentationMode.None);

    private static readonly ImmutableArray<CodeFixProvider> _providers =
    [
        .. typeof(MakePartialCodeFix).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    public static ImmutableArray<CodeFixProvider> All => _providers;

    /// <summary>Applies the fix of the first finding.</summary>
    /// <param name="id">The finding.</param>
    /// <param name="before">The source.</param>
    /// <param name="after">What it must become.</param>
    /// <param name="title">The action, where the fix offers several.</param>
    public static Task Fixes(string id, string before, string after, string? title = null) =>
        Fixes(id, [new SourceFile("Workflow.cs", before)], [new SourceFile("Workflow.cs", after)], title);

    public static async Task Fixes(string id, SourceFile[] before, SourceFile[] after, string? title = null)
    {
        var project = CreateProject(before);
        var findings = await FindingsAsync(project);
        var finding = First(findings, id);
        var action = await ActionAsync(project, finding, title);
        var changed = await ApplyAsync(action, project);
        await AssertBecame(changed, after);
        var left = await FindingsAsync(changed);
        Assert.True(left.Count(found => found.Id == id) < findings.Count(found => found.Id == id), "The finding is still there:\n" + string.Join("\n", left));
        AssertCompiles(await GeneratedAsync(changed));
    }

    /// <summary>Applies the fix to all findings of the id in the project.</summary>
    public static async Task FixesAll(string id, SourceFile[] before, SourceFile[] after, string? title = null)
    {
        var project = CreateProject(before);
        var finding = First(await FindingsAsync(project), id);
        var provider = _providers.Single(provider => provider.FixableDiagnosticIds.Contains(id));
        var action = await ActionAsync(project, finding, title);
        var context = new FixAllContext(
            project.Solution.GetDocument(finding.Location.SourceTree)!,
            provider,
            FixAllScope.Project,
            action.EquivalenceKey,
            [id],
            new ProjectFindings(),
            CancellationToken.None);
        var all = await provider.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(all);
        var changed = await ApplyAsync(all, project);
        await AssertBecame(changed, after);
        Assert.DoesNotContain(await FindingsAsync(changed), found => found.Id == id);
        AssertCompiles(await GeneratedAsync(changed));
    }

    /// <summary>The titles of what is offered for the first finding.</summary>
    public static async Task<string[]> Offered(string id, params string[] sources)
    {
        var project = CreateProject([.. sources.Select(static (source, index) => new SourceFile($"File{index}.cs", source))]);
        var finding = First(await FindingsAsync(project), id);
        return [.. (await ActionsAsync(project, finding)).Select(static action => action.Title)];
    }

    private static Diagnostic First(ImmutableArray<Diagnostic> findings, string id) =>
        findings.FirstOrDefault(found => found.Id == id)
        ?? throw new Xunit.Sdk.XunitException($"There is no {id}, but:\n" + string.Join("\n", findings));

    private static Project CreateProject(SourceFile[] files)
    {
#pragma warning disable CA2000 // The project lives in the workspace.
        var workspace = new AdhocWorkspace();
#pragma warning restore CA2000
        var id = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Default,
            "Consumer",
            "Consumer",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: _parseOptions,
            metadataReferences: [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(StateMachineAttribute).Assembly.Location)]));
        solution = solution.AddDocument(DocumentId.CreateNewId(id), "Usings.cs", Usings, filePath: "Usings.cs");
        foreach (var file in files)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), file.Path, file.Text, filePath: file.Path);
        }

        return solution.GetProject(id)!;
    }

    private static async Task<Compilation> GeneratedAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync();
        CSharpGeneratorDriver.Create([new StepwiseGenerator().AsSourceGenerator()], parseOptions: _parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation!, out var generated, out _);
        return generated;
    }

    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Project project)
    {
        var compilation = await GeneratedAsync(project);
        var findings = await compilation.WithAnalyzers([new WorkflowAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. findings.OrderBy(static finding => finding.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static finding => finding.Location.SourceSpan.Start)];
    }

    private static async Task<List<CodeAction>> ActionsAsync(Project project, Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        var document = project.Solution.GetDocument(finding.Location.SourceTree)!;
        foreach (var provider in _providers.Where(provider => provider.FixableDiagnosticIds.Contains(finding.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
        }

        return actions;
    }

    private static async Task<CodeAction> ActionAsync(Project project, Diagnostic finding, string? title)
    {
        var actions = await ActionsAsync(project, finding);
        return (title is null ? actions.FirstOrDefault() : actions.Find(action => action.Title == title))
            ?? throw new Xunit.Sdk.XunitException("Offered are:\n" + string.Join("\n", actions.Select(static action => action.Title)));
    }

    private static async Task<Project> ApplyAsync(CodeAction action, Project project)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        return changed.GetProject(project.Id)!;
    }

    private static async Task AssertBecame(Project project, SourceFile[] after)
    {
        foreach (var file in after)
        {
            var document = project.Documents.Single(document => document.Name == file.Path);
            Assert.Equal(file.Text, (await document.GetTextAsync()).ToString());
        }
    }

    private static void AssertCompiles(Compilation compilation) =>
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));

    private sealed class ProjectFindings : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await FindingsAsync(document.Project)).Where(finding => finding.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await FindingsAsync(project);
    }
}
