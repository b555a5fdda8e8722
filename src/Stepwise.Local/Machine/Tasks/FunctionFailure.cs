using Stepwise.Json;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>Turns the exception of a handler into the failure of a task, as Lambda's .NET runtime reports exceptions.</summary>
internal static class FunctionFailure
{
    private const int MaxDepth = 8;
    private static readonly string _caller = $"at {typeof(TaskAttempt).FullName}.";

    /// <summary>Makes the failure.</summary>
    /// <param name="exception">What the handler threw.</param>
    /// <returns>The error and the cause of the exception, if it has them. Otherwise the name of its type, and JSON text with type, message and stack trace.</returns>
    public static TaskFailedException Of(Exception exception)
        => exception as TaskFailedException ?? new(exception.GetType().Name, Report(exception, 0).ToJson());

    private static JsonObject Report(Exception exception, int depth)
    {
        var report = new JsonObject.Builder()
            .Add("errorType", exception.GetType().Name)
            .Add("errorMessage", exception.Message)
            .Add("stackTrace", new JsonArray(StackOf(exception).Select(line => new JsonString(line))));
        if (exception.InnerException is { } inner && depth < MaxDepth)
        {
            report.Add("cause", Report(inner, depth + 1));
        }

        return report.ToObject();
    }

    /// <summary>The part of the stack trace that belongs to the handler. The calls that led to the handler are not part of the function.</summary>
    private static IEnumerable<string> StackOf(Exception exception)
        => (exception.StackTrace ?? "")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(line => !line.StartsWith(_caller, StringComparison.Ordinal))
            .Where(line => !line.StartsWith("--- End of stack trace", StringComparison.Ordinal));
}
