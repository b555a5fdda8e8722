using System.Collections;
using System.Runtime.CompilerServices;

namespace Stepwise.Json;

/// <summary>A JSON array.</summary>
public sealed class JsonArray : JsonValue, IReadOnlyList<JsonValue>
{
    private readonly JsonValue[] _items;

    /// <summary>Creates an array of values.</summary>
    /// <param name="items">The elements, in order.</param>
    /// <exception cref="ArgumentNullException">The sequence or an element is null.</exception>
    public JsonArray(IEnumerable<JsonValue> items)
        : this(Checked((items ?? throw new ArgumentNullException(nameof(items))).ToArray()), default(PackedPosition))
    {
    }

    internal JsonArray(JsonValue[] items, PackedPosition position)
        : base(position)
        => _items = items;

    /// <summary>Creates an array that takes over the items: the caller must not change them afterwards.</summary>
    internal JsonArray(JsonValue[] items, JsonArrayTraits traits)
    {
        _items = items;
        Traits = traits;
    }

    /// <summary>What the JSONata evaluator needs to know about the array. Equality ignores it.</summary>
    internal JsonArrayTraits Traits { get; }

    internal JsonValue[] Items => _items;

    /// <summary>An array without elements.</summary>
    public static JsonArray Empty { get; } = new([], default(PackedPosition));

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Array;

    /// <summary>The number of elements.</summary>
    public int Count => _items.Length;

    /// <summary>The element at an index.</summary>
    /// <param name="index">The index, from 0.</param>
    /// <exception cref="IndexOutOfRangeException">The index is negative, or not less than <see cref="Count"/>.</exception>
    public JsonValue this[int index] => _items[index];

    /// <summary>Creates an array of values.</summary>
    /// <param name="items">The elements, in order.</param>
    /// <returns>The array.</returns>
    /// <exception cref="ArgumentNullException">An element is null.</exception>
    public static JsonArray Create(params JsonValue[] items) => items.Length == 0 ? Empty : new(Checked((JsonValue[])items.Clone()), default(PackedPosition));

    /// <inheritdoc/>
    public IEnumerator<JsonValue> GetEnumerator() => ((IEnumerable<JsonValue>)_items).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is not JsonArray array || array._items.Length != _items.Length)
        {
            return false;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var i = 0; i < _items.Length; i++)
        {
            if (!_items[i].Equals(array._items[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var hash = 29;
        foreach (var item in _items)
        {
            hash = unchecked((hash * 31) + item.GetHashCode());
        }

        return hash;
    }

    private static JsonValue[] Checked(JsonValue[] items)
        => Array.IndexOf(items, null) < 0 ? items : throw new ArgumentNullException(nameof(items), "An element is null; use JsonNull.Instance for a JSON null.");
}
