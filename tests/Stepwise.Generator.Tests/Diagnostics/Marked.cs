using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>Source in which <c>[|...|]</c> marks where a finding is expected.</summary>
internal sealed class Marked
{
    private const string Path = "Workflow.cs";

    private readonly List<TextSpan> _spans = [];
    private readonly string _source;

    private Marked(string marked)
    {
        var text = new System.Text.StringBuilder();
        for (var position = 0; ;)
        {
            var open = marked.IndexOf("[|", position, StringComparison.Ordinal);
            if (open < 0)
            {
                _source = text.Append(marked, position, marked.Length - position).ToString();
                return;
            }

            var close = marked.IndexOf("|]", open, StringComparison.Ordinal);
            text.Append(marked, position, open - position);
            _spans.Add(new TextSpan(text.Length, close - open - 2));
            text.Append(marked, open + 2, close - open - 2);
            position = close + 2;
        }
    }

    public static Marked Source(string marked) => new(marked);

    /// <summary>A workflow with these members, a task's retries and catches supplied, and a state <c>Done</c> and <c>Failed</c>.</summary>
    public static Marked Members(string marked, string attributes = "StateMachine(\"order\"), Retry, Catch(Next = nameof(Failed))") => new($$"""
        [{{attributes}}]
        public sealed partial class Order
        {
        {{marked}}

            [Succeed]
            public static partial void Done();

            [Fail("OrderFailed")]
            public static partial void Failed();
        }
        """);

    /// <summary>What the analyzer reports on a source.</summary>
    public static IReadOnlyList<Diagnostic> Analyze(string source) => TestBed.Analyze(Compile(source));

    public static CSharpCompilation Compile(string source) => TestBed.Compile(("Stepwise.cs", "global using Stepwise;"), (Path, source));

    /// <summary>The marked places, and no others, have the finding with the message; there is no error of another id.</summary>
    public void Reports(string id, string message) => ReportsEach(id, [.. _spans.Select(_ => message)]);

    /// <summary>The marked places, and no others, have the finding, each with its message; there is no error of another id.</summary>
    public void ReportsEach(string id, params string[] messages)
    {
        var findings = Analyze(_source);
        var others = findings.Where(finding => finding.Id != id && finding.Severity is DiagnosticSeverity.Error);
        Assert.Equal(Expected(id, messages), string.Join("\n", Of(findings, id).Concat(others).Select(Describe)));
    }

    /// <summary>As <see cref="Reports"/>, but what follows from the mistake may be reported too: states that are not reached, names that are not known.</summary>
    public void ReportsFirst(string id, string message) =>
        Assert.Equal(Expected(id, [.. _spans.Select(_ => message)]), string.Join("\n", Of(Analyze(_source), id).Select(Describe)));

    /// <summary>There is no error, and the source compiles with what is generated.</summary>
    public void IsFine()
    {
        var compilation = Compile(_source);
        Assert.Equal("", string.Join("\n", TestBed.Analyze(compilation).Where(static finding => finding.Severity is DiagnosticSeverity.Error).Select(Describe)));
        Assert.Empty(CompilerErrors());
        Assert.Contains(TestBed.Artifacts(compilation).Keys, static path => path.EndsWith(".asl.json", StringComparison.Ordinal));
    }

    /// <summary>The errors of the compiler in the source and in what is generated.</summary>
    public IEnumerable<Diagnostic> CompilerErrors() =>
        TestBed.Generate(Compile(_source), out _).GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);

    private static IOrderedEnumerable<Diagnostic> Of(IReadOnlyList<Diagnostic> findings, string id) =>
        findings.Where(finding => finding.Id == id).OrderBy(static finding => finding.Location.SourceSpan.Start);

    private string Expected(string id, string[] messages) =>
        string.Join("\n", _spans.Select((span, index) => $"{id} at '{_source.Substring(span.Start, span.Length)}' ({span.Start}): {messages[index]}"));

    private static string Describe(Diagnostic finding)
    {
        var span = finding.Location.SourceSpan;
        var text = finding.Location.SourceTree!.ToString().Substring(span.Start, span.Length);
        return $"{finding.Id} at '{text}' ({span.Start}): {finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
