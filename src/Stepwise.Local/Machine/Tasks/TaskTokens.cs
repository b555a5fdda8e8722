using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>The tokens of tasks that wait to be answered. They are made on the loop and may be looked up from any thread.</summary>
internal sealed class TaskTokens(int seed)
{
    private readonly ConcurrentDictionary<string, TaskAttempt?> _attempts = new(StringComparer.Ordinal);
    private readonly Random _random = new(seed);
    private long _count;

    /// <summary>Makes a token: a text of which a program can tell nothing. The same seed makes the same ones.</summary>
    public string New()
    {
        Span<byte> bytes = stackalloc byte[66];
        _random.NextBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, ++_count);
        return "AAAAKgAAAAIAAAAA" + Convert.ToBase64String(bytes);
    }

    /// <summary>A task waits for a token.</summary>
    public void Open(string token, TaskAttempt attempt) => _attempts[token] = attempt;

    /// <summary>A task has ended. Its token is known on, so that an answer that comes too late can be told so.</summary>
    public void Close(string token) => _attempts[token] = null;

    /// <summary>Looks for the task that waits for a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="attempt">The task; null where there is none.</param>
    /// <returns>Whether the task waits, has ended, or never was.</returns>
    public TokenState Find(string token, out TaskAttempt? attempt)
        => !_attempts.TryGetValue(token, out attempt) ? TokenState.Unknown : attempt is null ? TokenState.Closed : TokenState.Open;
}
