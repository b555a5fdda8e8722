using System.CommandLine;
using Stepwise.Differential;
using Stepwise.Differential.Corpus;
using Stepwise.Differential.Graphs;

var minutes = new Option<double>("--minutes") { Description = "How long to go on. Default: 1.", DefaultValueFactory = static _ => 1 };
var seed = new Option<int>("--seed") { Description = "The seed. Default: 1.", DefaultValueFactory = static _ => 1 };
var expressions = new Option<int>("--expressions") { Description = "How many expressions an assembly has. Default: 2000.", DefaultValueFactory = static _ => 2000 };
var first = new Option<int>("--first") { Description = "The number of the first assembly, to repeat one of a longer run. Default: 0." };
var corpus = new Option<bool>("--corpus") { Description = "Compares the faults that were found before, and nothing else." };
var workflows = new Option<bool>("--workflows") { Description = "Compares random workflows in place of random expressions." };
var root = new RootCommand("Compares random C# with the definitions that it compiles to, and prints what disagrees.") { minutes, seed, expressions, first, corpus, workflows };
root.SetAction(result =>
{
    if (result.GetValue(workflows))
    {
        return Graphs(result);
    }

    if (result.GetValue(corpus))
    {
        return CorpusReport.Print(result.InvocationConfiguration.Output);
    }

    var run = new DifferentialRun(
        result.GetValue(seed),
        result.GetValue(expressions),
        result.GetValue(first),
        result.InvocationConfiguration.Output);
    var watch = System.Diagnostics.Stopwatch.StartNew();
    do
    {
        run.NextAssembly();
    }
    while (watch.Elapsed < TimeSpan.FromMinutes(result.GetValue(minutes)));

    run.Report.Print(result.InvocationConfiguration.Output);
    return run.Report.Disagreements.Count == 0 ? 0 : 1;
});
return await root.Parse(args).InvokeAsync();

int Graphs(ParseResult result)
{
    var output = result.InvocationConfiguration.Output;
    var run = new WorkflowRun(result.GetValue(seed), workflows: 150, output);
    var watch = System.Diagnostics.Stopwatch.StartNew();
    do
    {
        run.NextAssembly();
    }
    while (watch.Elapsed < TimeSpan.FromMinutes(result.GetValue(minutes)));

    run.Report.Print(output);
    return run.Report.Disagreements.Count == 0 ? 0 : 1;
}
