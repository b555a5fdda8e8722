using System.Globalization;
using System.Text;
using Stepwise.Json;

namespace Stepwise.Local.Testing;

/// <summary>Describes in a few lines how an execution ended and why: the message of a test that fails.</summary>
internal sealed class ExecutionReport
{
    private const int LongestValue = 500;
    private readonly LocalExecution _execution;
    private readonly ExecutionTimeline _timeline;
    private readonly Func<string, string?> _placeOf;
    private readonly StringBuilder _text = new();

    private ExecutionReport(LocalExecution execution, Func<string, string?> placeOf)
    {
        _execution = execution;
        _timeline = ExecutionTimeline.From(execution);
        _placeOf = placeOf;
        Write();
    }

    public string Text => _text.ToString();

    /// <summary>The .NET exception that caused the failure. It comes from the listener or the interpreter, or is the last exception of a handler on the path that was taken. Null if no exception caused the failure.</summary>
    public Exception? LastException => _execution.Execution.Outcome.Exception
        ?? _timeline.Visits.Where(visit => visit.Failures.Count > 0).Select(visit => _execution.Execution.ExceptionOf(visit.Name)).LastOrDefault(exception => exception is not null);

    /// <summary>The exception of a test that required success.</summary>
    public LocalExecutionException ToException() => new(Text, _execution, LastException);

    /// <summary>Reads an execution.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="placeOf">Where a state comes from; null for nowhere.</param>
    public static ExecutionReport Of(LocalExecution execution, Func<string, string?> placeOf) => new(execution, placeOf);

    private void Write()
    {
        var status = _execution.Status;
        _text.Append(CultureInfo.InvariantCulture, $"{_execution.StateMachine.Name} {Verb(status)}");
        _text.Append(_execution.Error is { } error ? " with " + error : "");
        _text.Append(CultureInfo.InvariantCulture, $" after {_execution.Elapsed:c} and {_execution.Transitions} transitions.");
        Line("cause", _execution.Cause is { } cause ? Readable(cause, _execution.Error) : null);
        Line("path", _timeline.ToString());
        if (status == WorkflowStatus.Succeeded)
        {
            Line("output", Shortened(_execution.Output));
            return;
        }

        var last = _timeline.Visits.Count > 0 ? _timeline.Visits[^1] : null;
        if (last is not null)
        {
            Line(status == WorkflowStatus.Failed ? "failed in" : "stood in", Title(last));
            Line("its input", Shortened(last.Input));
        }

        foreach (var visit in _timeline.Visits.Where(visit => visit.Failures.Count > 0).TakeLast(3))
        {
            WriteFailures(visit, isLast: ReferenceEquals(visit, last));
        }
    }

    private void WriteFailures(VisitedState visit, bool isLast)
    {
        var failure = visit.Failures[^1];
        var times = string.Join(", ", visit.Failures.Select(item => (item.At - _execution.StartedAt).ToString("c", CultureInfo.InvariantCulture)));
        Line(
            isLast ? "attempts" : "before",
            (isLast ? "" : Title(visit) + ": ")
                + string.Create(CultureInfo.InvariantCulture, $"failed {visit.Failures.Count} of {Math.Max(visit.Attempts, visit.Failures.Count)} times, at {times}, the last time with ")
                + (failure.Error ?? "no error name") + (failure.Cause is { Length: > 0 } cause ? ": " + Readable(cause, failure.Error) : ""));
        if (!isLast)
        {
            Line("its input", Shortened(visit.Input));
        }

        Line("thrown", _execution.Execution.ExceptionOf(visit.Name) is { StackTrace: { } stack } ? Frame(stack) : null);
    }

    private string Title(VisitedState visit) => $"{visit.Name} ({visit.Type})" + (_placeOf(visit.Name) is { } place ? ", " + place : "");

    private void Line(string title, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _text.Append("\n  ").Append((title + ":").PadRight(11)).Append(text);
        }
    }

    /// <summary>What the function said, of the JSON that Lambda makes of an exception; any other cause as it is.</summary>
    private static string Readable(string cause, string? error)
        => Shortened(JsonValue.TryParse(cause, out var value, out _) && value is JsonObject exception && exception["errorMessage"] is JsonString message
            ? (exception["errorType"] is JsonString type && type.Value != error ? type.Value + ": " : "") + message.Value
            : cause);

    private static string? Shortened(JsonValue? value) => value is null ? null : Shortened(value.ToJson());

    private static string Shortened(string text) => text.Length <= LongestValue
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{text[..LongestValue]}... ({text.Length} characters)");

    /// <summary>The first frame of which the place in the source is known; else the first.</summary>
    private static string Frame(string stack)
    {
        var frames = stack.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return frames.FirstOrDefault(frame => frame.Contains(":line ", StringComparison.Ordinal)) ?? frames.FirstOrDefault() ?? "";
    }

    private static string Verb(WorkflowStatus status) => status switch
    {
        WorkflowStatus.Succeeded => "succeeded",
        WorkflowStatus.Failed => "failed",
        WorkflowStatus.TimedOut => "timed out",
        WorkflowStatus.Aborted => "was stopped",
        WorkflowStatus.PendingRedrive => "waits to be redriven",
        _ => "still runs",
    };
}
