using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Stepwise.Json;

/// <summary>A JSON object. Its members keep the order in which they were added or read.</summary>
public sealed class JsonObject : JsonValue
{
    /// <summary>Up to this many members, looking through them is faster than an index.</summary>
    private const int IndexThreshold = 8;

    private readonly JsonMember[] _members;
    private Dictionary<string, int>? _index;

    internal JsonObject(JsonMember[] members, bool hasDuplicateNames, PackedPosition position)
        : base(position.With(hasDuplicateNames))
        => _members = members;

    /// <summary>Makes an object over members that nobody else will change and whose names differ.</summary>
    internal JsonObject(JsonMember[] members)
        => _members = members;

    internal JsonMember[] MemberArray => _members;

    /// <summary>The object without members.</summary>
    public static JsonObject Empty { get; } = new([], hasDuplicateNames: false, default);

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Object;

    /// <summary>The number of members.</summary>
    public int Count => _members.Length;

    /// <summary>The members, in their order.</summary>
    public IReadOnlyList<JsonMember> Members => _members;

    /// <summary>Whether a name occurs more than once, which only <see cref="DuplicateNames.Keep"/> lets through.</summary>
    public bool HasDuplicateNames => Flag;

    /// <summary>The value of a member; null when there is none of that name. A JSON null is <see cref="JsonNull"/>.</summary>
    /// <param name="name">The name, compared ordinally.</param>
    public JsonValue? this[string name] => TryGetValue(name, out var value) ? value : null;

    /// <summary>Makes an object of members.</summary>
    /// <param name="members">Names and values, in order.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public static JsonObject Of(params (string Name, JsonValue Value)[] members)
    {
        var builder = new Builder();
        foreach (var (name, value) in members)
        {
            builder.Add(name, value);
        }

        return builder.ToObject();
    }

    /// <summary>Looks a member up.</summary>
    /// <param name="name">The name, compared ordinally.</param>
    /// <param name="value">Its value; null when there is none.</param>
    /// <returns>Whether there is a member of that name.</returns>
    public bool TryGetValue(string name, [NotNullWhen(true)] out JsonValue? value)
    {
        var index = IndexOf(name);
        value = index < 0 ? null : _members[index].Value;
        return index >= 0;
    }

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is not JsonObject that || that._members.Length != _members.Length)
        {
            return false;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        return ContainsAllOf(that) && (!(HasDuplicateNames || that.HasDuplicateNames) || that.ContainsAllOf(this));
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Order must not matter; values are left out because they may be deep, and names tell objects apart well enough.
        var hash = 37;
        foreach (var member in _members)
        {
            if (!HasDuplicateNames)
            {
                hash = unchecked(hash + StringComparer.Ordinal.GetHashCode(member.Name));
            }
        }

        return unchecked((hash * 31) + _members.Length);
    }

    private bool ContainsAllOf(JsonObject that)
    {
        for (var i = 0; i < that._members.Length; i++)
        {
            var member = that._members[i];

            // Members mostly have the same order on both sides.
            var here = string.Equals(_members[i].Name, member.Name, StringComparison.Ordinal) && !HasDuplicateNames ? i : IndexOf(member.Name);
            var value = that.HasDuplicateNames ? that[member.Name]! : member.Value;
            if (here < 0 || !_members[here].Value.Equals(value))
            {
                return false;
            }
        }

        return true;
    }

    private int IndexOf(string name)
    {
        if (name is null)
        {
            throw new ArgumentNullException(nameof(name));
        }

        if (_members.Length > IndexThreshold)
        {
            return (_index ??= MakeIndex()).TryGetValue(name, out var found) ? found : -1;
        }

        for (var i = _members.Length - 1; i >= 0; i--)
        {
            if (string.Equals(_members[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private Dictionary<string, int> MakeIndex()
    {
        var index = new Dictionary<string, int>(_members.Length, StringComparer.Ordinal);
        for (var i = 0; i < _members.Length; i++)
        {
            index[_members[i].Name] = i;
        }

        return index;
    }

    /// <summary>Collects members for a <see cref="JsonObject"/>.</summary>
    [SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "A builder belongs to what it builds.")]
    public sealed class Builder
    {
        private JsonMember[] _members;

        /// <summary>The names, once they are too many to look through.</summary>
        private HashSet<string>? _names;

        /// <summary>A builder without members.</summary>
        public Builder()
            : this(0)
        {
        }

        /// <summary>A builder without members, for so many of them.</summary>
        /// <param name="capacity">How many members there will probably be.</param>
        public Builder(int capacity) => _members = capacity == 0 ? [] : new JsonMember[capacity];

        /// <summary>The number of members so far.</summary>
        public int Count { get; private set; }

        /// <summary>Adds a member at the end.</summary>
        /// <param name="name">The name. It is literal in a template.</param>
        /// <param name="value">The value.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentNullException">The name or the value is null.</exception>
        /// <exception cref="ArgumentException">There is a member of that name.</exception>
        public Builder Add(string name, JsonValue value) => Add(new JsonMember(name, value));

        /// <summary>Adds a member of another object at the end. Its name keeps its position and its substitutions.</summary>
        /// <param name="member">The member.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentNullException">The name or the value is null.</exception>
        /// <exception cref="ArgumentException">There is a member of that name.</exception>
        public Builder Add(JsonMember member)
        {
            var name = member.Name ?? throw new ArgumentNullException(nameof(member), "The name is null.");
            if (member.Value is null)
            {
                throw new ArgumentNullException(nameof(member), "The value is null; use JsonNull.Instance for a JSON null.");
            }

            if (!IsNew(name))
            {
                throw new ArgumentException($"The object already has a member '{name}'.", nameof(member));
            }

            if (Count == _members.Length)
            {
                Array.Resize(ref _members, Math.Max(4, Count * 2));
            }

            _members[Count++] = member;
            return this;
        }

        /// <summary>Adds a member unless its value is a null reference. (A JSON null is <see cref="JsonNull"/>, and is added.)</summary>
        /// <param name="name">The name.</param>
        /// <param name="value">The value, or null.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentException">There is a member of that name.</exception>
        public Builder AddIfNotNull(string name, JsonValue? value) => value is null ? this : Add(name, value);

        /// <summary>The object of the members added so far.</summary>
        /// <returns>The object; the builder may be used on.</returns>
        public JsonObject ToObject()
        {
            if (Count == 0)
            {
                return Empty;
            }

            // A full array may be handed over: whatever is added later goes into another one.
            var members = _members;
            if (Count < members.Length)
            {
                members = new JsonMember[Count];
                Array.Copy(_members, members, Count);
            }

            return new(members, hasDuplicateNames: false, default);
        }

        /// <summary>Whether no member has the name, which one is to have now.</summary>
        private bool IsNew(string name)
        {
            if (Count < IndexThreshold)
            {
                for (var i = 0; i < Count; i++)
                {
                    if (string.Equals(_members[i].Name, name, StringComparison.Ordinal))
                    {
                        return false;
                    }
                }

                return true;
            }

            if (_names is null)
            {
                _names = new(StringComparer.Ordinal);
                for (var i = 0; i < Count; i++)
                {
                    _names.Add(_members[i].Name);
                }
            }

            return _names.Add(name);
        }
    }
}
