using System.Text.RegularExpressions;
using Stepwise.Json;
using Stepwise.Jsonata.Runtime;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Functions;

/// <summary>A regular expression, translated for .NET once. It is interpreted at first and compiled after many uses. A match ends when the evaluation's time is over.</summary>
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

    /// <summary>The number of capturing groups, without the match itself.</summary>
    public int GroupCount { get; }

    /// <summary>Returns the translation of a literal, from a cache if possible.</summary>
    /// <exception cref="JsonataException">S0302: the pattern is not valid.</exception>
    public static JsonataPattern Of(string pattern, string flags) => _cache.Get(flags + "/" + pattern);

    /// <summary>Creates a pattern from a .NET regular expression.</summary>
    public static JsonataPattern OfDotNet(string pattern, RegexOptions options, int groupCount) => new(pattern, pattern, options, groupCount);

    /// <summary>Finds the first match that begins at an index or after it.</summary>
    /// <exception cref="JsonataException">U1001: the time of the evaluation is over.</exception>
    public Match Match(string text, int start, Evaluation evaluation)
    {
        evaluation.Step();
        try
        {
            var match = Regex(evaluation).Match(text, start);
            for (var group = 0; group < match.Groups.Count; group++)
            {
                // With references inside lazy loops, .NET sometimes returns groups that are out of range.
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

    /// <summary>A Regex has a fixed timeout. If less than half of the time is left, this returns one with a half, a quarter and so on of the whole timeout.</summary>
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
