using System.Diagnostics.CodeAnalysis;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>A path, a template, an intrinsic function or an expression fails. It carries what AWS reports.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "An error of a state has a name.")]
internal sealed class EvaluationException : Exception
{
    /// <summary>An error of a state.</summary>
    /// <param name="error">The error's name.</param>
    /// <param name="reason">AWS's text.</param>
    /// <param name="location">The field whose expression fails; null where AWS names none.</param>
    /// <param name="inner">What was behind it.</param>
    public EvaluationException(string error, string reason, string? location = null, Exception? inner = null)
        : base(reason, inner)
    {
        Error = error;
        Location = location;
    }

    /// <summary>The error's name, such as <c>States.Runtime</c>.</summary>
    public string Error { get; }

    /// <summary>The field, such as <c>Output/total</c>, as the event <c>EvaluationFailed</c> names it; null for JSONPath.</summary>
    public string? Location { get; }

    /// <summary>The cause as AWS writes it in the history of an execution.</summary>
    /// <param name="state">The name of the state.</param>
    /// <param name="enteredEventId">The id of the event with which the state was entered.</param>
    /// <returns>The text.</returns>
    public string CauseIn(string state, long enteredEventId)
        => FormattableString.Invariant($"An error occurred while executing the state '{state}' (entered at the event id #{enteredEventId}). {Message}");
}
