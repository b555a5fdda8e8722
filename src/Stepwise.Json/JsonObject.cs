using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Stepwise.Json;

/// <summary>A JSON object. Its members keep the order in which they were added or read.</summary>
public sealed class JsonObject : JsonValue
{
    /// <summary>Up to this many members, a linear search is faster than an index.</summary>
    private const int IndexThreshold = 8;

    private readonly JsonMember[] _members;
    private Dictionary<string, int>? _index;

    internal JsonObject(JsonMember[] members, bool hasDuplicateNames, PackedPosition position)
        : base(position.With(hasDuplicateNames))
        => _members = members;

    /// <summary>Creates an object that takes over the members: their names must differ, and the caller must not change the array afterwards.</summary>
    internal JsonObject(JsonMember[] members)
        => _members = members;

    internal JsonMember[] MemberArray => _members;

    /// <summary>An object without members.</summary>
    public static JsonObject Empty { get; } = new([], hasDuplicateNames: false, default);

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Object;

    /// <summary>The number of members.</summary>
    public int Count => _members.Length;

    /// <summary>The members, in their order.</summary>
    public IReadOnlyList<JsonMember> Members => _members;

    /// <summary>Whether a name occurs more than once. Only <see cref="DuplicateNames.Keep"/> allows that.</summary>
    public bool HasDuplicateNames => Flag;

    /// <summary>The value of a member; a null reference if there is no member of that name. A JSON null is <see cref="JsonNull"/>.</summary>
    /// <param name="name">The name, compared ordinally.</param>
    public JsonValue? this[string name] => TryGetValue(name, out var value) ? value : null;

    /// <summary>Creates an object.</summary>
    /// <param name="members">Names and values, in order.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public static JsonObject Create(params (string Name, JsonValue Value)[] members)
    {
        var builder = new Builder();
        foreach (var (name, value) in members)
        {
            builder.Add(name, value);
        }

        return builder.ToObject();
    }

    /// <summary>Gets the value of a member.</summary>
    /// <param name="name">The name, compared ordinally.</param>
    /// <param name="value">The value; a null reference if there is no member of that name.</param>
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
        // The order of members must not change the hash. Values are left out because they may be deep, and names differ often enough.
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

            // Usually both objects have their members in the same order.
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

    /// <summary>Builds a <see cref="JsonObject"/> member by member.</summary>
    [SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "A builder belongs to what it builds.")]
    public sealed class Builder
    {
        private JsonMember[] _members;

        /// <summary>The names, once there are too many for a linear search.</summary>
        private HashSet<string>? _names;

        /// <summary>Creates a builder without members.</summary>
        public Builder()
            : this(0)
        {
        }

        /// <summary>Creates a builder without members that has room for some.</summary>
        /// <param name="capacity">The expected number of members.</param>
        public Builder(int capacity) => _members = capacity == 0 ? [] : new JsonMember[capacity];

        /// <summary>The number of members so far.</summary>
        public int Count { get; private set; }

        /// <summary>Adds a member at the end.</summary>
        /// <param name="name">The name. It is literal in a template.</param>
        /// <param name="value">The value.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentNullException">The name or the value is null.</exception>
        /// <exception cref="ArgumentException">The object already has a member of that name.</exception>
        public Builder Add(string name, JsonValue value) => Add(new JsonMember(name, value));

        /// <summary>Adds a member of another object at the end. Its name keeps its position and its substitutions.</summary>
        /// <param name="member">The member.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentNullException">The name or the value is null.</exception>
        /// <exception cref="ArgumentException">The object already has a member of that name.</exception>
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

        /// <summary>Adds a member at the end, unless its value is a null reference. A JSON null is <see cref="JsonNull"/> and is added.</summary>
        /// <param name="name">The name.</param>
        /// <param name="value">The value, or null.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentException">The object already has a member of that name.</exception>
        public Builder AddIfNotNull(string name, JsonValue? value) => value is null ? this : Add(name, value);

        /// <summary>Creates the object of the members added so far.</summary>
        /// <returns>The object. More members can be added to the builder; they do not change it.</returns>
        public JsonObject ToObject()
        {
            if (Count == 0)
            {
                return Empty;
            }

            // The object can take over a full array: the builder copies it before it adds another member.
            var members = _members;
            if (Count < members.Length)
            {
                members = new JsonMember[Count];
                Array.Copy(_members, members, Count);
            }

            return new(members, hasDuplicateNames: false, default);
        }

        /// <summary>Whether no member has the name yet. If names are indexed, the name is added to the index.</summary>
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
