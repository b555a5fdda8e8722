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
        var refused = FaultCorpus.Compare([.. refusals.Select(static item => item.Section.Entry(item.Refusal.Code, item.Refusal.Returns, item.Refusal.Place, item.Refusal.Language))]);
        var followed = refusals.Where(static item => item.Refusal.Instead is not null).ToList();
        var accepted = FaultCorpus.Compare([.. followed.Select(static item => item.Section.Entry(
            item.Refusal.Instead!,
            item.Refusal.InsteadReturns ?? item.Refusal.Returns,
            item.Refusal.InsteadPlace ?? item.Refusal.Place,
            item.Refusal.InsteadLanguage ?? item.Refusal.Language,
            item.Refusal.Executed,
            item.Refusal.Values))]);
        var results = followed.Zip(accepted).ToDictionary<((RefusalSection Section, Refusal Refusal) First, CorpusResult Second), Refusal, CorpusResult>(static item => item.First.Refusal, static item => item.Second, ReferenceEqualityComparer.Instance);
        return [.. refusals.Select((item, index) => new ReportedRefusal(item.Section, item.Refusal, refused[index], results.GetValueOrDefault(item.Refusal))
        {
            WorkflowFault = item.Refusal.Workflow is { } members ? BatchCompiler.Check(WorkflowSource.WriteClass("Advised", item.Section.Types, members), "Advised") : null,
        })];
    }
}
