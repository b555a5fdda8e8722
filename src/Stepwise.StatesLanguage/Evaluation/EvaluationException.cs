using System.Diagnostics.CodeAnalysis;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Thrown if a path, a template, an intrinsic function or an expression fails. It has the error name and the cause that AWS reports.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "An error of a state has a name.")]
internal sealed class EvaluationException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="error">The name of the error.</param>
    /// <param name="reason">AWS's text.</param>
    /// <param name="location">The field whose expression fails; null if AWS does not name a field.</param>
    /// <param name="inner">The exception that caused this one, or null.</param>
    public EvaluationException(string error, string reason, string? location = null, Exception? inner = null)
        : base(reason, inner)
    {
        Error = error;
        Location = location;
    }

    /// <summary>The name of the error, such as <c>States.Runtime</c>.</summary>
    public string Error { get; }

    /// <summary>The field, such as <c>Output/total</c>, as the event <c>EvaluationFailed</c> names it; null for JSONPath.</summary>
    public string? Location { get; }

    /// <summary>Returns the cause as AWS writes it in the history of an execution.</summary>
    /// <param name="state">The name of the state.</param>
    /// <param name="enteredEventId">The id of the event that says that the state was entered.</param>
    /// <returns>The text.</returns>
    public string CauseIn(string state, long enteredEventId)
        => FormattableString.Invariant($"An error occurred while executing the state '{state}' (entered at the event id #{enteredEventId}). {Message}");
}
