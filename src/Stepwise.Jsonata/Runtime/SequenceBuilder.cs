using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>
/// Collects items on the evaluation's stack of items, so that only the result is allocated. Builders nest: a builder that begins later must end earlier,
/// and nothing may be added to a builder while a later one is open.
/// </summary>
internal readonly ref struct SequenceBuilder
{
    private readonly Evaluation _evaluation;
    private readonly int _start;

    public SequenceBuilder(Evaluation evaluation)
    {
        _evaluation = evaluation;
        _start = evaluation.ItemCount;
    }

    /// <summary>The number of items so far.</summary>
    public int Count => _evaluation.ItemCount - _start;

    /// <summary>The items so far. The span is valid until the next item is added.</summary>
    public ReadOnlySpan<JsonValue> Items => _evaluation.ItemsFrom(_start);

    /// <summary>Adds an item without flattening it. Null is not added.</summary>
    public void Add(JsonValue? item)
    {
        if (item is not null)
        {
            _evaluation.Push(item);
        }
    }

    /// <summary>Adds the items of an array, or the value if it is not an array. Null is not added.</summary>
    public void AddFlat(JsonValue? value)
    {
        if (value is JsonArray array)
        {
            _evaluation.Push(array.Items);
        }
        else if (value is not null)
        {
            _evaluation.Push(value);
        }
    }

    /// <summary>Ends the builder and returns a sequence that has not collapsed.</summary>
    public JsonArray ToSequence() => _evaluation.ItemCount == _start ? Sequences.Empty : new(_evaluation.Pop(_start), JsonArrayTraits.Sequence);

    /// <summary>Ends the builder and returns the collapsed sequence: null, the only item, or the sequence.</summary>
    public JsonValue? ToCollapsed() => (_evaluation.ItemCount - _start) switch
    {
        0 => null,
        1 => _evaluation.PopOne(),
        _ => new JsonArray(_evaluation.Pop(_start), JsonArrayTraits.Sequence),
    };

    /// <summary>Ends the builder and returns an array with the given traits.</summary>
    public JsonArray ToArray(JsonArrayTraits traits = JsonArrayTraits.None)
        => _evaluation.ItemCount == _start && traits == JsonArrayTraits.None ? JsonArray.Empty : new(_evaluation.Pop(_start), traits);

    /// <summary>Ends the builder without a result.</summary>
    public void Discard() => _evaluation.Drop(_start);
}
