using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Operations;

/// <summary>Pairs in braces: builds an object from the items of a sequence, and groups items with the same key.</summary>
internal sealed class Grouping
{
    private readonly (Operation Key, Operation Value)[] _pairs;
    private readonly string?[] _constantKeys;
    private readonly int _position;
    private readonly bool _isPlain;

    public Grouping((Operation Key, Operation Value)[] pairs, int position)
    {
        _pairs = pairs;
        _position = position;
        _constantKeys = [.. pairs.Select(p => p.Key is ConstantOperation { Value: JsonString key } ? key.Value : null)];
        _isPlain = !_constantKeys.Contains(null) && _constantKeys.Distinct(StringComparer.Ordinal).Count() == pairs.Length;
    }

    /// <summary>Builds the object.</summary>
    /// <param name="input">The items: a sequence, a stream of tuples, one value, or null.</param>
    /// <param name="frame">The variables.</param>
    /// <param name="evaluation">The evaluation.</param>
    public JsonValue Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        if (input is not JsonArray array)
        {
            return _isPlain ? Construct(input, frame, evaluation) : Group(input, null, frame, evaluation);
        }

        if ((array.Traits & PathTuple.StreamTrait) != 0)
        {
            return GroupTuples(array, frame, evaluation);
        }

        return array.Count switch
        {
            0 => Group(null, null, frame, evaluation),
            1 when _isPlain => Construct(array.Items[0], frame, evaluation),
            _ => Group(null, array.Items, frame, evaluation),
        };
    }

    /// <summary>Builds an object from one item if all keys are constants.</summary>
    private JsonObject Construct(JsonValue? item, Frame frame, Evaluation evaluation)
    {
        if (_pairs.Length == 0)
        {
            return JsonObject.Empty;
        }

        var members = new JsonMember[_pairs.Length];
        var count = 0;
        for (var i = 0; i < members.Length; i++)
        {
            if (_pairs[i].Value.Evaluate(item, frame, evaluation) is { } value)
            {
                members[count++] = new JsonMember(_constantKeys[i]!, evaluation.Storable(value));
            }
        }

        if (count < members.Length)
        {
            Array.Resize(ref members, count);
        }

        return new JsonObject(members);
    }

    private JsonObject Group(JsonValue? single, JsonValue[]? items, Frame frame, Evaluation evaluation)
    {
        var groups = new Groups(_pairs.Length, _position);
        for (var i = 0; i < (items?.Length ?? 1); i++)
        {
            evaluation.Step();
            var item = items is null ? single : items[i];
            for (var pair = 0; pair < _pairs.Length; pair++)
            {
                if (Key(pair, item, frame, evaluation) is { } key)
                {
                    groups.Add(key, pair, item);
                }
            }
        }

        return ToObject(groups, evaluation, (group, operation) => operation.Evaluate(group.Data(evaluation), frame, evaluation));
    }

    private JsonObject GroupTuples(JsonArray stream, Frame frame, Evaluation evaluation)
    {
        var groups = new Groups(_pairs.Length, _position);
        foreach (PathTuple tuple in stream.Items)
        {
            evaluation.Step();
            var inner = tuple.Enter(frame);
            for (var pair = 0; pair < _pairs.Length; pair++)
            {
                if (Key(pair, tuple.Item, inner, evaluation) is { } key)
                {
                    groups.Add(key, pair, tuple);
                }
            }
        }

        if (stream.Count == 0)
        {
            return Group(null, null, new Frame(frame, new JsonValue?[StreamSlotCount]), evaluation);
        }

        return ToObject(groups, evaluation, (group, operation) =>
        {
            var merged = group.MergeTuples(evaluation);
            return operation.Evaluate(merged.Item, merged.Enter(frame), evaluation);
        });
    }

    /// <summary>The number of variables in the path's tuples.</summary>
    public int StreamSlotCount { get; init; }

    private string? Key(int pair, JsonValue? item, Frame frame, Evaluation evaluation)
        => _constantKeys[pair] ?? _pairs[pair].Key.Evaluate(item, frame, evaluation) switch
        {
            JsonString text => text.Value,
            null => null,
            var other => throw new JsonataException("T1003") { Position = _position, Value = other },
        };

    private JsonObject ToObject(Groups groups, Evaluation evaluation, Func<Groups.Entry, Operation, JsonValue?> evaluate)
    {
        var members = new List<JsonMember>(groups.Entries.Count);
        foreach (var group in groups.Entries)
        {
            if (evaluate(group, _pairs[group.Pair].Value) is { } value)
            {
                members.Add(new JsonMember(group.Key, evaluation.Storable(value)));
            }
        }

        return members.Count == 0 ? JsonObject.Empty : new JsonObject([.. members]);
    }

    private sealed class Groups(int pairs, int position)
    {
        private readonly Dictionary<string, Entry> _byKey = new(StringComparer.Ordinal);

        public List<Entry> Entries { get; } = new(pairs);

        public void Add(string key, int pair, JsonValue? item)
        {
            if (!_byKey.TryGetValue(key, out var entry))
            {
                entry = new(key, pair, item);
                _byKey.Add(key, entry);
                Entries.Add(entry);
            }
            else if (entry.Pair != pair)
            {
                throw new JsonataException("D1009") { Position = position, Value = new JsonString(key) };
            }
            else
            {
                entry.Append(item);
            }
        }

        internal sealed class Entry(string key, int pair, JsonValue? first)
        {
            private List<JsonValue>? _more;

            public string Key => key;

            public int Pair => pair;

            public void Append(JsonValue? item)
            {
                if (item is not null)
                {
                    (_more ??= []).Add(item);
                }
            }

            /// <summary>The only item, or an array of all items in which arrays are flattened.</summary>
            public JsonValue? Data(Evaluation evaluation)
            {
                if (_more is null || first is null)
                {
                    return first;
                }

                var builder = new SequenceBuilder(evaluation);
                builder.AddFlat(first);
                foreach (var item in _more)
                {
                    builder.AddFlat(item);
                }

                return builder.ToArray();
            }

            /// <summary>Merges all tuples into one. Each of its variables has the values of that variable in all tuples.</summary>
            public PathTuple MergeTuples(Evaluation evaluation)
            {
                var tuple = (PathTuple)first!;
                if (_more is null)
                {
                    return tuple;
                }

                var slots = new JsonValue?[tuple.Slots.Length];
                for (var slot = 0; slot < slots.Length; slot++)
                {
                    slots[slot] = Merge(evaluation, tuple.Slots[slot], _more.Select(t => ((PathTuple)t).Slots[slot]));
                }

                return new PathTuple(Merge(evaluation, tuple.Item, _more.Select(t => ((PathTuple)t).Item)), slots, tuple.Scope);
            }

            private static JsonValue? Merge(Evaluation evaluation, JsonValue? value, IEnumerable<JsonValue?> more)
            {
                var builder = new SequenceBuilder(evaluation);
                var count = value is null ? 0 : 1;
                builder.AddFlat(value);
                foreach (var other in more)
                {
                    evaluation.Step();
                    if (other is null)
                    {
                        continue;
                    }

                    builder.AddFlat(other);
                    value ??= other;
                    count++;
                }

                if (count < 2)
                {
                    builder.Discard();
                    return value;
                }

                return builder.ToArray();
            }
        }
    }
}

/// <summary><c>{"a": b}</c>.</summary>
internal sealed class ObjectOperation(Grouping grouping) : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => grouping.Evaluate(input, frame, evaluation);
}

/// <summary>A group after an expression that is not a path.</summary>
internal sealed class GroupOperation(Operation inner, Grouping grouping) : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
        => grouping.Evaluate(inner.EvaluateRaw(input, frame, evaluation), frame, evaluation);
}
