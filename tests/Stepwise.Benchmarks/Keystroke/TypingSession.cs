using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stepwise.Benchmarks.Projects;

namespace Stepwise.Benchmarks.Keystroke;

/// <summary>An editor in which one project is open with one package's generators, and one kind of edit is made again and again.</summary>
internal sealed class TypingSession
{
    private readonly string name;
    private readonly EditedProject project;
    private readonly Edit edit;
    private readonly bool runsImplementationOutputs;
    private readonly List<Measurement> measurements = [];
    private CSharpCompilation compilation;
    private GeneratorDriver driver;
    private int revision;

    public TypingSession(string name, EditedProject project, IReadOnlyList<IIncrementalGenerator> generators, Edit edit, bool runsImplementationOutputs)
    {
        this.name = name;
        this.project = project;
        this.edit = edit;
        this.runsImplementationOutputs = runsImplementationOutputs;
        compilation = project.Compilation;
        driver = EditedProject.CreateDriver(generators, runsImplementationOutputs).RunGenerators(compilation);
        foreach (var result in driver.GetRunResult().Results)
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
        compilation = project.Apply(compilation, edit, ++revision);

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = ThreadCpuClock.Now();
        driver = driver.RunGenerators(compilation);
        return new Measurement(ThreadCpuClock.Now() - started, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    /// <summary>Makes one edit and keeps what was measured.</summary>
    public void Record() => measurements.Add(Type());

    public KeystrokeRow ToRow() => new(name, edit, runsImplementationOutputs, driver.GetRunResult().GeneratedTrees.Length, measurements);
}
