extern alias generator;

using System.Diagnostics;
using System.Text.Json;
using generator::Stepwise.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Benchmarks.Keystroke;
using Stepwise.Benchmarks.Projects;
using Stepwise.Deployment;
using Stepwise.Deployment.CloudFormation;
using Stepwise.Deployment.Diagram;
using Stepwise.Deployment.Documentation;
using Stepwise.Deployment.Terraform;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Manifest;
using WorkflowSource = Stepwise.Deployment.WorkflowSource;

namespace Stepwise.Benchmarks.Artifacts;

/// <summary>Measures what a build pays for the files that follow from the definition, for all workflows of a project.</summary>
internal static class ArtifactComparison
{
    /// <summary>Compiles the workflows and measures in a process that holds nothing but what was compiled, as the task of a build does.</summary>
    public static int RunInAnotherProcess()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, JsonSerializer.Serialize(Workflows()));
            using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Host(), "artifacts", file]))!;
            process.WaitForExit();
            return process.ExitCode;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <param name="compiled">A file with what <see cref="RunInAnotherProcess"/> compiled.</param>
    /// <param name="repetitions">How many rounds.</param>
    public static IReadOnlyList<ArtifactRow> Run(string compiled, int repetitions)
    {
        var workflows = JsonSerializer.Deserialize<List<Dictionary<string, string>>>(File.ReadAllText(compiled))!;
        (WorkflowSource Source, StateMachine Machine) each = (null!, null!);
        Dictionary<string, string> files = [];
        var steps = new (string Name, Action Work)[]
        {
            ("read what they follow from", () => each = Read(files)),
            ("terraform", () => TerraformModule.Write(each.Source)),
            ("cloudformation", () =>
            {
                CloudFormationTemplate.Write(each.Source);
                ServerlessTemplate.Write(each.Source);
            }),
            ("document: the picture", () => SvgDiagram.Write(each.Machine, each.Source.Name)),
            ("document: the text", () => LivingDocument.Write(new DocumentSource { Name = each.Source.Name, Machine = each.Machine, Manifest = each.Source.Manifest, Permissions = each.Source.Manifest.Permissions })),
        };

        // The first round is a build's: nothing is compiled yet. One workflow comes after the other, as in the task, so that what was read for one is gone with the next.
        var times = steps.Select(static _ => new List<double>()).ToArray();
        var processor = steps.Select(static _ => new List<double>()).ToArray();
        for (var round = 0; round < repetitions; round++)
        {
            Array.ForEach(times, static rounds => rounds.Add(0));
            Array.ForEach(processor, static rounds => rounds.Add(0));
            foreach (var workflow in workflows)
            {
                files = workflow;
                for (var step = 0; step < steps.Length; step++)
                {
                    var (start, busy) = (Stopwatch.GetTimestamp(), ThreadCpuClock.Now());
                    steps[step].Work();
                    processor[step][round] += (ThreadCpuClock.Now() - busy).TotalMilliseconds;
                    times[step][round] += Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }
            }
        }

        return [.. steps.Select((step, index) => new ArtifactRow(step.Name, workflows.Count, times[index], processor[index]))];
    }

    /// <summary>What <c>dotnet</c> must be told before the arguments; nothing where the program has a host of its own.</summary>
    private static string[] Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ArtifactComparison).Assembly.Location] : [];

    /// <summary>The artifacts of each workflow, by the name of the file, as the generator leaves them in the assembly.</summary>
    private static List<Dictionary<string, string>> Workflows()
    {
        var result = CSharpGeneratorDriver.Create(new StepwiseGenerator()).RunGenerators(EditedProject.OfWorkflows().Compilation).GetRunResult();
        return [.. result.GeneratedTrees
            .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>())
            .Where(static attribute => attribute.Name.ToString().EndsWith("WorkflowArtifact", StringComparison.Ordinal))
            .Select(static attribute => attribute.ArgumentList!.Arguments.Select(static argument => ((LiteralExpressionSyntax)argument.Expression).Token.ValueText).ToArray())
            .GroupBy(static artifact => artifact[0].Split('/')[0], StringComparer.Ordinal)
            .Select(static group => group.ToDictionary(static artifact => artifact[0][(artifact[0].IndexOf('/') + 1)..], static artifact => artifact[1], StringComparer.Ordinal))];
    }

    private static (WorkflowSource Source, StateMachine Machine) Read(Dictionary<string, string> files)
    {
        var manifest = WorkflowManifest.Parse(files["manifest.json"]);
        var source = new WorkflowSource(manifest.Name, files[manifest.Name + ".asl.json"], files[manifest.Name + ".policy.json"], files[manifest.Name + ".trust.json"], manifest);
        return (source, DefinitionReader.Read(source.Definition).Machine ?? throw new InvalidOperationException($"'{manifest.Name}' is no state machine."));
    }
}
