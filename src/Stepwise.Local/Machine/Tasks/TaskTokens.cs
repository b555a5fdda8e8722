using System.Buffers.Binary;
using System.Collections.Concurrent;
using Stepwise.Json;
using Stepwise.Local.Timing;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>The tokens of tasks that wait for an answer. Tokens are made on the loop and can be found from any thread.</summary>
internal sealed class TaskTokens(EventLoop loop, int seed)
{
    private readonly ConcurrentDictionary<string, TaskAttempt?> _attempts = new(StringComparer.Ordinal);
    private readonly Random _random = new(seed);
    private long _count;

    /// <summary>Makes a token. It is opaque text. The same seed gives the same tokens.</summary>
    public string New()
    {
        Span<byte> bytes = stackalloc byte[66];
        _random.NextBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, ++_count);
        return "AAAAKgAAAAIAAAAA" + Convert.ToBase64String(bytes);
    }

    /// <summary>Adds a task that waits for an answer.</summary>
    public void Open(string token, TaskAttempt attempt) => _attempts[token] = attempt;

    /// <summary>Records that a task has ended. Its token is kept, so that a late answer gets the right error.</summary>
    public void Close(string token) => _attempts[token] = null;

    /// <summary>Finds the task that waits for a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="attempt">The task, or null if no task waits for this token.</param>
    /// <returns>Whether the task waits, has ended, or never existed.</returns>
    public TokenState Find(string token, out TaskAttempt? attempt)
        => !_attempts.TryGetValue(token, out attempt) ? TokenState.Unknown : attempt is null ? TokenState.Closed : TokenState.Open;

    /// <summary>Ends the task that waits for a token with success. May be called from any thread.</summary>
    /// <param name="token">The token.</param>
    /// <param name="output">The task's result.</param>
    /// <exception cref="ArgumentException">The output has more than 256 KiB.</exception>
    /// <exception cref="InvalidOperationException">No task waits for the token.</exception>
    public void Succeed(string token, JsonValue output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (PayloadSize.Exceeds(output))
        {
            throw new ArgumentException($"The output has more than {PayloadSize.Limit} bytes, which AWS refuses. Put large data into S3 and send its address.", nameof(output));
        }

        Answer(token, new(output));
    }

    /// <summary>Ends the task that waits for a token with a failure. May be called from any thread.</summary>
    /// <param name="token">The token.</param>
    /// <param name="error">The error's name; null for none.</param>
    /// <param name="cause">The cause; null for none.</param>
    /// <exception cref="InvalidOperationException">No task waits for the token.</exception>
    public void Fail(string token, string? error, string? cause) => Answer(token, new(null, error, cause));

    /// <summary>Records a heartbeat for a token. May be called from any thread.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="InvalidOperationException">No task waits for the token.</exception>
    public void Beat(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        loop.Post(Waiting(token).Beat);
    }

    private void Answer(string token, TaskAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(token);
        var attempt = Waiting(token);
        if (!attempt.TryClaim())
        {
            throw Ended();
        }

        loop.Post(() => attempt.AnswerWith(answer));
    }

    private TaskAttempt Waiting(string token) => Find(token, out var attempt) switch
    {
        TokenState.Open => attempt!,
        TokenState.Closed => throw Ended(),
        _ => throw new InvalidOperationException("No task waits for this token: it was not given out by these executions (AWS: InvalidToken). Tokens come from the context object ($$.Task.Token), TaskRequest.TaskToken or GetActivityTaskAsync."),
    };

    private static InvalidOperationException Ended()
        => new("The task that waited for this token has ended: it was answered, it timed out, or its execution ended (AWS: TaskTimedOut).");
}
