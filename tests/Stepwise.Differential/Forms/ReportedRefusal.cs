using Stepwise.Differential.Corpus;

namespace Stepwise.Differential.Forms;

/// <summary>A form of C# that a body cannot contain, with its message.</summary>
/// <param name="Section">Its section.</param>
/// <param name="Refusal">The form.</param>
/// <param name="Refused">How it fares; null if it is not a body.</param>
/// <param name="Instead">How what the message advises fares; null if that is not a body.</param>
internal sealed record ReportedRefusal(RefusalSection Section, Refusal Refusal, CorpusResult? Refused, CorpusResult? Instead)
{
    /// <summary>The message with its identifier; null if the form is not refused.</summary>
    public string? Message => Refused?.Refusal ?? WorkflowRefusal;

    /// <summary>The message for the workflow that the form is; null if it is a body, or is not refused.</summary>
    public string? WorkflowRefusal { get; init; }

    /// <summary>What is wrong with the workflow that follows the advice; null if there is none, or nothing is wrong.</summary>
    public string? WorkflowFault { get; init; }

    /// <summary>What is wrong with it; null if nothing is.</summary>
    public string? Fault =>
        Refused?.Error is { } error ? error
        : Message is null ? "is accepted"
        : !Message.StartsWith("ASL", StringComparison.Ordinal) ? Message
        : Instead is null && Refusal.Workflow is null ? "has no advice that is compiled"
        : (Instead?.Error ?? Instead?.Refusal ?? Instead?.Disagreement ?? WorkflowFault) is { } fault ? $"the advice '{Refusal.Instead ?? Refusal.Workflow}': {fault}"
        : null;
}
