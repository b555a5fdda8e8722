using System.Globalization;
using Stepwise.Json;
using Stepwise.Local.Machine.Tasks;

namespace Stepwise.Local;

/// <summary>The responses of a mocked state to its calls, in order.</summary>
public sealed class StateMock
{
    private readonly List<Response> _responses = [];

    internal StateMock()
    {
    }

    /// <summary>Whether members that AWS adds to responses are added if they are missing.</summary>
    internal bool IsCompleted { get; set; } = true;

    /// <summary>Whether the last response is also the response to all further calls.</summary>
    internal bool RepeatsLast { get; set; } = true;

    /// <summary>The next calls return a result. The last response also stands for all further calls.</summary>
    /// <param name="result">The result of the task as AWS gives it, for <c>lambda:invoke</c> with the envelope; for a task that waits for a token what comes back with it. Members that AWS adds, such as <c>SdkHttpMetadata</c>, are added if they are missing.</param>
    /// <param name="times">How many calls. Default: 1.</param>
    /// <returns>The same object.</returns>
    public StateMock Return(JsonValue result, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Add(new(result), times);
    }

    /// <summary>The next calls fail. The last response also stands for all further calls.</summary>
    /// <param name="error">The error's name.</param>
    /// <param name="cause">The cause; null for none.</param>
    /// <param name="times">How many calls. Default: 1.</param>
    /// <returns>The same object.</returns>
    public StateMock Throw(string error, string? cause = null, int times = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(error);
        return Add(new(null, error, cause), times);
    }

    /// <summary>Adds the response to a range of calls, from 0. The range begins after the calls that have a response.</summary>
    internal void Add(int first, int last, TaskAnswer answer) => _responses.Add(new Response(first, last, answer));

    /// <summary>Returns the response to a call, counted from 0. If the mock has no response for this call, returns null.</summary>
    internal TaskAnswer? For(int call)
    {
        foreach (var response in _responses)
        {
            if (call >= response.First && call <= response.Last)
            {
                return response.Answer;
            }
        }

        return RepeatsLast && _responses is [.., var last] && call > last.Last ? last.Answer : null;
    }

    /// <summary>The calls that have a response, for a message: <c>0, 1-3</c>.</summary>
    internal string Describe() => _responses.Count == 0
        ? "none"
        : string.Join(", ", _responses.Select(item => item.First == item.Last ? Text(item.First) : Text(item.First) + "-" + Text(item.Last)));

    private StateMock Add(TaskAnswer answer, int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        var first = _responses.Count == 0 ? 0 : _responses[^1].Last + 1;
        _responses.Add(new(first, first + times - 1, answer));
        return this;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Response(int First, int Last, TaskAnswer Answer);
}
