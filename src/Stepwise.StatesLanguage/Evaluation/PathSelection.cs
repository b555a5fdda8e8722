using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.StatesLanguage.Paths;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>
/// Finds what a path selects, as AWS's path library (Jayway's JsonPath) does. A definite path finds one value, or fails with the library's message. Any other path finds an array of values, which may be empty.
/// </summary>
internal sealed class PathSelection
{
    /// <summary>The greatest number of values that a path may visit, so that a path such as <c>$..*..*..*</c> ends.</summary>
    private const int MaxVisits = 2_000_000;

    private readonly IReadOnlyList<PathSegment> _segments;
    private readonly JsonValue _root;
    private readonly int _filterDepth;
    private readonly List<JsonValue> _found = [];
    private int _visits;

    private PathSelection(PathExpression path, JsonValue root, int filterDepth)
    {
        _segments = path.Segments;
        _root = root;
        _filterDepth = filterDepth;
    }

    /// <summary>Whether a path is definite: it finds at most one value.</summary>
    public static bool IsDefinite(PathExpression path)
    {
        for (var i = 0; i < path.Segments.Count; i++)
        {
            var isDefinite = path.Segments[i] switch
            {
                MemberSegment or IndexSegment or FunctionSegment => true,
                UnionSegment union => i == path.Segments.Count - 1 && union.Parts.All(part => part is MemberSegment),
                _ => false,
            };
            if (!isDefinite)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Applies a path to a value.</summary>
    /// <param name="path">The path. Its root is ignored.</param>
    /// <param name="root">The value.</param>
    /// <param name="value">The value that the path selects; null if it selects nothing.</param>
    /// <param name="reason">The reason why it selects nothing; null if it selects a value.</param>
    /// <param name="filterDepth">The number of filters that contain the path.</param>
    /// <exception cref="EvaluationException">The path cannot be evaluated for any value, or exceeds a limit.</exception>
    public static bool TrySelect(PathExpression path, JsonValue root, [NotNullWhen(true)] out JsonValue? value, [NotNullWhen(false)] out string? reason, int filterDepth = 0)
    {
        if (TryFollowMembers(path, root, out value))
        {
            reason = null;
            return true;
        }

        var selection = new PathSelection(path, root, filterDepth);
        try
        {
            if (IsDefinite(path))
            {
                reason = selection.Follow(out value);
                return reason is null;
            }

            value = selection.Collect();
            reason = null;
            return true;
        }
        catch (InsufficientExecutionStackException exception)
        {
            throw JsonText.TooDeep(exception);
        }
    }

    /// <summary>Follows a path that has only names, as most paths have. Returns false if the path has other segments or finds nothing.</summary>
    private static bool TryFollowMembers(PathExpression path, JsonValue root, [NotNullWhen(true)] out JsonValue? value)
    {
        value = root;
        for (var i = 0; i < path.Segments.Count; i++)
        {
            if (path.Segments[i] is not MemberSegment member || value is not JsonObject @object || !@object.TryGetValue(member.Name, out value))
            {
                value = null;
                return false;
            }
        }

        return true;
    }

    /// <summary>Follows a definite path. Returns the reason why it finds nothing; null if it finds a value.</summary>
    private string? Follow(out JsonValue? value)
    {
        value = _root;
        for (var i = 0; i < _segments.Count; i++)
        {
            var current = value!;
            value = null;
            switch (_segments[i])
            {
                case MemberSegment member:
                    if (current is not JsonObject @object)
                    {
                        return NoObject(i, current);
                    }

                    if (!@object.TryGetValue(member.Name, out value))
                    {
                        return i == _segments.Count - 1 ? "No results for path: " + PathText.Of(_segments, i + 1) : "Missing property in path " + PathText.Of(_segments, i + 1);
                    }

                    break;
                case IndexSegment index:
                    if (current is not JsonArray array)
                    {
                        return current is JsonNull
                            ? $"The path {PathText.Of(_segments, i)} is null"
                            : $"Filter: {PathText.Of(index)} can only be applied to arrays. Current context is: {JsonText.ToJavaText(current)}";
                    }

                    value = At(array, index.Index);
                    if (value is null)
                    {
                        return "No results for path: " + PathText.Of(_segments, _segments.Count);
                    }

                    break;
                case UnionSegment union:
                    if (current is not JsonObject several)
                    {
                        return NoObject(i, current);
                    }

                    value = Merge(several, union);
                    break;
                case FunctionSegment function:
                    value = PathFunctions.Apply(function, current);
                    break;
            }
        }

        return null;
    }

    private string NoObject(int at, JsonValue current)
        => $"Expected to find an object with property {PathText.Of(_segments[at])} in path {PathText.Of(_segments, at)} but found '{JsonText.JavaClass(current)}'. "
            + "This is not a json object according to the JsonProvider: 'com.jayway.jsonpath.spi.json.JacksonJsonProvider'.";

    private JsonValue Collect()
    {
        // A function at the end of "$..a" gets all values together. After any other path, it is applied to each value.
        if (_segments[0] is DescendantsSegment && _segments[^1] is FunctionSegment function)
        {
            Visit(_root, 0, _segments.Count - 1);
            return PathFunctions.Apply(function, new JsonArray(_found));
        }

        Visit(_root, 0, _segments.Count);
        return new JsonArray(_found);
    }

    /// <summary>Applies the segments from an index on. Values to which a segment does not apply are skipped.</summary>
    private void Visit(JsonValue value, int at, int end)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Count();
        if (at == end)
        {
            _found.Add(value);
            return;
        }

        switch (_segments[at])
        {
            case DescendantsSegment:
                VisitDescendants(value, at + 1, end);
                break;
            case MemberSegment member:
                if (value is JsonObject @object && @object.TryGetValue(member.Name, out var child))
                {
                    Visit(child, at + 1, end);
                }

                break;
            case IndexSegment index:
                if (value is JsonArray array && At(array, index.Index) is { } item)
                {
                    Visit(item, at + 1, end);
                }

                break;
            case UnionSegment union:
                VisitUnion(value, union, at, end);
                break;
            case SliceSegment slice when value is JsonArray items:
                foreach (var index in Indices(slice, items.Count))
                {
                    if (At(items, index) is { } sliced)
                    {
                        Visit(sliced, at + 1, end);
                    }
                }

                break;
            case WildcardSegment:
                foreach (var each in Children(value))
                {
                    Visit(each, at + 1, end);
                }

                break;
            case FilterSegment filter:
                foreach (var candidate in value is JsonArray list ? list : Enumerable.Repeat(value, value is JsonObject ? 1 : 0))
                {
                    if (Holds(filter, candidate))
                    {
                        Visit(candidate, at + 1, end);
                    }
                }

                break;
            case FunctionSegment function:
                Visit(PathFunctions.Apply(function, value), at + 1, end);
                break;
        }
    }

    /// <summary>Applies the next segment to a value and to all values inside it, outer values first.</summary>
    private void VisitDescendants(JsonValue value, int at, int end)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Count();
        if (at < end)
        {
            if (_segments[at] is not FilterSegment filter)
            {
                Visit(value, at, end);
            }
            else if (value is JsonObject && Holds(filter, value))
            {
                // The segment is applied to each object when the object is visited. If it were applied to the items of an array as well, it would find them twice.
                Visit(value, at + 1, end);
            }
        }

        foreach (var child in Children(value))
        {
            if (child is JsonObject or JsonArray)
            {
                VisitDescendants(child, at, end);
            }
        }
    }

    private void VisitUnion(JsonValue value, UnionSegment union, int at, int end)
    {
        if (union.Parts.All(part => part is MemberSegment) && at == _segments.Count - 1)
        {
            if (value is JsonObject @object && union.Parts.Any(part => @object.TryGetValue(((MemberSegment)part).Name, out _)))
            {
                Visit(Merge(@object, union), at + 1, end);
            }

            return;
        }

        foreach (var part in union.Parts)
        {
            var selected = part switch
            {
                MemberSegment member => (value as JsonObject)?[member.Name],
                IndexSegment index => value is JsonArray array ? At(array, index.Index) : null,
                _ => null,
            };
            if (selected is not null)
            {
                Visit(selected, at + 1, end);
            }
        }
    }

    private bool Holds(FilterSegment filter, JsonValue item) => FilterCondition.Of(filter).Holds(item, _root, _filterDepth + 1);

    private void Count()
    {
        if (++_visits > MaxVisits)
        {
            throw new EvaluationException(ErrorNames.Runtime, "The path visits too many values.");
        }
    }

    private static IEnumerable<JsonValue> Children(JsonValue value) => value switch
    {
        JsonArray array => array,
        JsonObject @object => @object.Members.Select(member => member.Value),
        _ => [],
    };

    private static JsonValue? At(JsonArray array, int index)
    {
        var place = index < 0 ? array.Count + (long)index : index;
        return place >= 0 && place < array.Count ? array[(int)place] : null;
    }

    /// <summary>Returns the indexes of a slice. If a slice has two bounds, the library compares them before it converts negative ones.</summary>
    private static IEnumerable<int> Indices(SliceSegment slice, int count)
    {
        long from = slice.Start ?? 0;
        long to = slice.End ?? count;
        if (slice.Start is null)
        {
            to = to < 0 ? count + to : to;
        }
        else if (slice.End is null)
        {
            from = Math.Max(0, from < 0 ? count + from : from);
        }

        from = Math.Max(from, -(long)count);
        to = Math.Min(to, count);
        for (var i = from; i < to; i++)
        {
            yield return (int)i;
        }
    }

    /// <summary>Returns the named members as a new object.</summary>
    private static JsonObject Merge(JsonObject @object, UnionSegment union)
    {
        var merged = new JsonObject.Builder();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in union.Parts)
        {
            if (part is MemberSegment { Name: var name } && names.Add(name) && @object.TryGetValue(name, out var value))
            {
                merged.Add(name, value);
            }
        }

        return merged.ToObject();
    }
}
