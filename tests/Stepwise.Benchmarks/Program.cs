using System.Globalization;
using BenchmarkDotNet.Running;
using Stepwise.Benchmarks.Artifacts;
using Stepwise.Benchmarks.Builds;
using Stepwise.Benchmarks.Json;
using Stepwise.Benchmarks.Jsonata;
using Stepwise.Benchmarks.Keystroke;
using Stepwise.Benchmarks.Large;
using Stepwise.Benchmarks.Local;

// `keystroke` measures what an edit costs in an editor; everything else goes to BenchmarkDotNet.
if (args is ["keystroke", .. var rest])
{
    var repetitions = Array.IndexOf(rest, "--repetitions") is >= 0 and var at ? int.Parse(rest[at + 1], CultureInfo.InvariantCulture) : 150;
    var rows = KeystrokeComparison.Run(repetitions, ownOnly: rest.Contains("--own"));
    KeystrokeTable.Write(rows, Console.Out);
    return KeystrokeTable.WriteVerdict(rows, Console.Out) ? 0 : 1;
}

// `keystroke-gate` is the short check of the budget that `.ci/run` makes.
if (args is ["keystroke-gate"])
{
    return KeystrokeGate.Run(Console.Out) ? 0 : 1;
}

// `large` measures how long one class with 500 states compiles.
if (args is ["large"])
{
    return LargeClassComparison.Run(Console.Out) ? 0 : 1;
}

// `artifacts` measures what the files that follow from the definitions add to a build. The compiler's heap, which a build's task does not have, stays in this process.
if (args is ["artifacts"])
{
    return ArtifactComparison.RunInAnotherProcess();
}

if (args is ["artifacts", var compiled])
{
    var rows = ArtifactComparison.Run(compiled, repetitions: 100);
    ArtifactTable.Write(rows, Console.Out);
    return ArtifactTable.WriteVerdict(rows, Console.Out) ? 0 : 1;
}

// `build` measures what one workflow adds to `dotnet build` of a project that references the packages. NAME=FOLDER adds packages that are there already.
if (args is ["build", .. var options])
{
    var repetitions = Array.IndexOf(options, "--repetitions") is >= 0 and var at ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : 10;
    var feeds = options.Where(static option => option.Contains('=', StringComparison.Ordinal)).Select(static option => option.Split('=', 2)).Select(static parts => (parts[0], parts[1]));
    return BuildComparison.Run(repetitions, [.. feeds], Console.Out) ? 0 : 1;
}

// `json` holds reading and writing JSON against System.Text.Json's nodes.
if (args is ["json", ..])
{
    return JsonComparison.Run(args.Contains("--quick"), Console.Out) ? 0 : 1;
}

// `jsonata` measures the evaluator, beside jsonata-js where STEPWISE_JSONATA names a folder that has it.
if (args is ["jsonata", ..])
{
    var rows = JsonataComparison.Run(args.Contains("--quick"), args is [.., "--only", var part] ? part : "");
    JsonataComparison.Write(rows, Console.Out);
    return JsonataComparison.WriteVerdict(rows, Console.Out) ? 0 : 1;
}

// `local` measures local execution; `local cold FILE` is what its fresh processes run.
if (args is ["local", "cold", var definition])
{
    return ColdStart.Run(definition, Console.Out);
}

if (args is ["local", ..])
{
    return LocalComparison.Write(LocalComparison.Run(args.Contains("--quick"), args is [.., "--only", var part] ? part : ""), Console.Out) ? 0 : 1;
}

BenchmarkSwitcher.FromAssembly(typeof(KeystrokeComparison).Assembly).Run(args);
return 0;
