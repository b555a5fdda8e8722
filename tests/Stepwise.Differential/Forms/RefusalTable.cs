using Stepwise.Differential.Corpus;
using Stepwise.Differential.Places;
using Stepwise.Differential.Running;

namespace Stepwise.Differential.Forms;

/// <summary>What a body cannot contain, with what its messages advise: the files of the folder Refusals.</summary>
internal static class RefusalTable
{
    /// <summary>Compiles each refusal, and what its message advises, which it compares with C#.</summary>
    /// <param name="sections">The sections.</param>
    public static IReadOnlyList<ReportedRefusal> Report(IReadOnlyList<RefusalSection> sections)
    {
        var refusals = sections.SelectMany(static section => section.Refusals.Select(refusal => (Section: section, Refusal: refusal))).ToList();
        var bodies = refusals.Where(static item => !item.Refusal.IsWorkflow).ToList();
        var refused = Results(bodies, FaultCorpus.Compare([.. bodies.Select(static item => item.Section.Entry(item.Refusal.Code, item.Refusal.Returns, item.Refusal.Place, item.Refusal.Language))]));
        var followed = refusals.Where(static item => item.Refusal.Instead is not null).ToList();
        var accepted = FaultCorpus.Compare([.. followed.Select(static item => item.Section.Entry(
            item.Refusal.Instead!,
            item.Refusal.InsteadReturns ?? item.Refusal.Returns,
            item.Refusal.InsteadPlace ?? item.Refusal.Place,
            item.Refusal.InsteadLanguage ?? item.Refusal.Language,
            item.Refusal.Executed,
            item.Refusal.Values,
            item.Refusal.InsteadTypes))]);
        var results = Results(followed, accepted);
        return [.. refusals.Select(item => new ReportedRefusal(item.Section, item.Refusal, refused.GetValueOrDefault(item.Refusal), results.GetValueOrDefault(item.Refusal))
        {
            WorkflowRefusal = item.Refusal.IsWorkflow ? Check(item.Section, item.Refusal.Code, "Refused") : null,
            WorkflowFault = item.Refusal.Workflow is { } members ? Check(item.Section, members, "Advised") : null,
        })];
    }

    private static Dictionary<Refusal, CorpusResult> Results(IEnumerable<(RefusalSection Section, Refusal Refusal)> items, IEnumerable<CorpusResult> results) =>
        items.Zip(results).ToDictionary<((RefusalSection Section, Refusal Refusal) First, CorpusResult Second), Refusal, CorpusResult>(static item => item.First.Refusal, static item => item.Second, ReferenceEqualityComparer.Instance);

    private static string? Check(RefusalSection section, string members, string name) => BatchCompiler.Check(WorkflowSource.WriteClass(name, section.Types, members), name);
}
