using Stepwise.Generator.Model;
using Stepwise.Generator.Translation;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Kinds;

/// <summary>What a kind needs from the machine to build a state.</summary>
/// <param name="Language">Fills the fields that depend on the query language.</param>
/// <param name="Resilience">The retriers and catchers that are in force.</param>
/// <param name="Machines">The machines that the state runs, built.</param>
/// <param name="FindName">Finds the name in the definition of a member of the class; null for a member that is not a state.</param>
/// <param name="Report">Takes the diagnostics.</param>
internal sealed record StateContext(
    IQueryLanguage Language,
    ResilienceModel Resilience,
    IReadOnlyList<Asl.StateMachine> Machines,
    Func<string, string?> FindName,
    Action<DiagnosticInfo> Report)
{
    /// <summary>The name in the definition of a state that is referred to; null without a reference.</summary>
    public string? NameOf(StateReference? reference) => reference is null ? null : FindName(reference.Member) ?? reference.Member;

    /// <summary>Returns the retriers of the state, or null if it has no retrier.</summary>
    public IReadOnlyList<Asl.Retrier>? Retriers() => Resilience.Retry.IsEmpty
        ? null
        : [.. Resilience.Retry.Select(static retry => new Asl.Retrier
        {
            ErrorEquals = Names(retry.Errors),
            IntervalSeconds = retry.IntervalSeconds,
            MaxAttempts = retry.MaxAttempts,
            BackoffRate = retry.BackoffRate,
            MaxDelaySeconds = retry.MaxDelaySeconds,
            JitterStrategy = retry.FullJitter is { } full ? full ? "FULL" : "NONE" : null,
        })];

    /// <summary>Returns the catchers of the state, or null if it has no catcher.</summary>
    public IReadOnlyList<Asl.Catcher>? Catchers() => Resilience.Catch.IsEmpty
        ? null
        : [.. Resilience.Catch.Select(catcher => Language.WithError(
            new Asl.Catcher { ErrorEquals = Names(catcher.Errors), Next = NameOf(catcher.Next) ?? "" },
            catcher.ResultName))];

    private static List<string> Names(EquatableArray<ErrorName> errors) => [.. errors.Select(static error => error.Name)];
}
