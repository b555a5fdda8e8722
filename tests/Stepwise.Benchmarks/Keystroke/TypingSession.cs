using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stepwise.Benchmarks.Projects;

namespace Stepwise.Benchmarks.Keystroke;

/// <summary>An editor in which one project is open with one package's generators, and one kind of edit is made again and again.</summary>
internal sealed class TypingSession
{
    private readonly string _name;
    private readonly EditedProject _project;
    private readonly Edit _edit;
    private readonly bool _runsImplementationOutputs;
    private readonly List<Measurement> _measurements = [];
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;
    private int _revision;

    public TypingSession(string name, EditedProject project, IReadOnlyList<IIncrementalGenerator> generators, Edit edit, bool runsImplementationOutputs)
    {
        _name = name;
        _project = project;
        _edit = edit;
        _runsImplementationOutputs = runsImplementationOutputs;
        _compilation = project.Compilation;
        _driver = EditedProject.CreateDriver(generators, runsImplementationOutputs).RunGenerators(_compilation);
        foreach (var result in _driver.GetRunResult().Results)
        {
            if (result.Exception is { } exception)
            {
                throw new InvalidOperationException($"A generator of '{name}' failed.", exception);
            }
        }
    }

    /// <summary>Makes one edit and runs the generators on what it leads to. Only the run is measured.</summary>
    public Measurement Type()
    {
        _compilation = _project.Apply(_compilation, _edit, ++_revision);

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = ThreadCpuClock.Now();
        _driver = _driver.RunGenerators(_compilation);
        return new Measurement(ThreadCpuClock.Now() - started, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    /// <summary>Makes one edit and keeps what was measured.</summary>
    public void Record() => _measurements.Add(Type());

    public KeystrokeRow ToRow() => new(_name, _edit, _runsImplementationOutputs, _driver.GetRunResult().GeneratedTrees.Length, _measurements);
}
