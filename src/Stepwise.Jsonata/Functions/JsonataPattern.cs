using System.Text.RegularExpressions;
using Stepwise.Json;
using Stepwise.Jsonata.Runtime;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Functions;

/// <summary>A regular expression, translated for .NET once. It is interpreted at first and compiled when it has been used often; its matches end with the time of the evaluation.</summary>
internal sealed class JsonataPattern
{
    private const int UsesBeforeCompiling = 40;
    private static readonly PictureCache<JsonataPattern> _cache = new(Translate);

    private readonly string _pattern;
    private readonly RegexOptions _options;
    private volatile Timed? _timed;
    private volatile Timed? _late;
    private int _uses;

    private JsonataPattern(string source, string pattern, RegexOptions options, int groupCount)
    {
        Source = source;
        _pattern = pattern;
        _options = options | RegexOptions.CultureInvariant;
        GroupCount = groupCount;
    }

    /// <summary>The pattern as written between the slashes.</summary>
    public string Source { get; }

    /// <summary>How many groups it captures, not counting the match itself.</summary>
    public int GroupCount { get; }

    /// <summary>The translation of a literal; the same literal gives the same object as long as it is in use.</summary>
    /// <exception cref="JsonataException">S0302: the pattern cannot be read.</exception>
    public static JsonataPattern Of(string pattern, string flags) => _cache.Get(flags + "/" + pattern);

    /// <summary>A pattern that is written for .NET already.</summary>
    public static JsonataPattern OfDotNet(string pattern, RegexOptions options, int groupCount) => new(pattern, pattern, options, groupCount);

    /// <summary>The first match that begins at a place or behind it.</summary>
    /// <exception cref="JsonataException">U1001: the time of the evaluation is over.</exception>
    public Match Match(string text, int start, Evaluation evaluation)
    {
        evaluation.Step();
        try
        {
            var match = Regex(evaluation).Match(text, start);
            for (var group = 0; group < match.Groups.Count; group++)
            {
                // .NET loses count in some patterns with references inside of lazy loops.
                if (match.Groups[group] is { Success: true } found && (found.Length < 0 || found.Index + found.Length > text.Length))
                {
                    throw Unmatchable();
                }
            }

            return match;
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw Unmatchable();
        }
        catch (RegexMatchTimeoutException)
        {
            throw Evaluation.TimedOut();
        }
    }

    private JsonataException Unmatchable() => new("U1001", $"The regular expression /{Source}/ is too complex to be matched") { Value = new JsonString(Source) };

    private Regex Regex(Evaluation evaluation)
    {
        var limit = evaluation.Options.TimeLimit;
        if (_uses <= UsesBeforeCompiling && Interlocked.Increment(ref _uses) == UsesBeforeCompiling)
        {
            _timed = new(new(_pattern, _options | RegexOptions.Compiled, TimeoutOf(limit)), limit);
        }

        if (_timed is not { } timed || timed.Limit != limit)
        {
            _timed = timed = new(new(_pattern, _uses >= UsesBeforeCompiling ? _options | RegexOptions.Compiled : _options, TimeoutOf(limit)), limit);
        }

        return limit is { } whole && evaluation.TimeLeft is { } left && left < whole / 2 ? Late(whole, left) : timed.Regex;
    }

    /// <summary>A limit belongs to its object, so where much of the time has gone, another object must do: one with the half of it, the quarter, and so on.</summary>
    private Regex Late(TimeSpan whole, TimeSpan left)
    {
        var limit = whole;
        while (left < limit / 2 && limit > TimeSpan.FromMilliseconds(2))
        {
            limit /= 2;
        }

        if (_late is not { } late || late.Limit != limit)
        {
            _late = late = new(new(_pattern, _options, TimeoutOf(limit)), limit);
        }

        return late.Regex;
    }

    private static TimeSpan TimeoutOf(TimeSpan? limit)
        => limit is not { } time || time.TotalMilliseconds >= int.MaxValue - 1 ? System.Text.RegularExpressions.Regex.InfiniteMatchTimeout : time < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : time;

    private static JsonataPattern Translate(string literal)
    {
        var slash = literal.IndexOf('/');
        var source = literal[(slash + 1)..];
        var pattern = RegexTranslation.Translate(source, literal[..slash], out var groupCount, out var error)
            ?? throw new JsonataException("S0302", $"Invalid regular expression /{source}/: {error}") { Value = new JsonString(source) };
        return new(source, pattern, RegexOptions.None, groupCount);
    }

    private sealed record Timed(Regex Regex, TimeSpan? Limit);
}
