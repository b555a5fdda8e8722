namespace Stepwise.Differential.Graphs;

/// <summary>One <c>[Catch]</c>.</summary>
/// <param name="Argument">The argument of the attribute in C#, or the type argument in angle brackets; null for a catcher of all errors.</param>
/// <param name="Error">The error that it matches; null for all.</param>
/// <param name="Next">The state that it leads to.</param>
/// <param name="ResultName">The name of the value that the error becomes; null for <c>error</c>.</param>
internal sealed record Catcher(string? Argument, string? Error, string Next, string? ResultName)
{
    /// <summary>The value that the error becomes.</summary>
    public string Value => ResultName ?? "error";

    /// <summary>The attribute in C#.</summary>
    public string Text
    {
        get
        {
            var name = Argument is ['<', ..] ? "Catch" + Argument : "Catch";
            var errors = Argument is null or ['<', ..] ? "" : Argument + ", ";
            return $"[{name}({errors}Next = nameof({Next}){(ResultName is null ? "" : $", ResultName = \"{ResultName}\"")})]";
        }
    }

    /// <summary>Whether it matches an error. <c>States.TaskFailed</c> matches all but a timeout.</summary>
    public bool Matches(string error) => Error is null || Error == error || (Error == "States.TaskFailed" && error != "States.Timeout");
}
