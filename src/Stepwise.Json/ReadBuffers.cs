namespace Stepwise.Json;

/// <summary>What a reader collects in, until it knows how long an array or object is. A thread keeps one for the next text.</summary>
internal sealed class ReadBuffers
{
    /// <summary>Larger buffers are left to the garbage collector.</summary>
    private const int LargestKept = 4096;

    [ThreadStatic]
    private static ReadBuffers? _free;

    private JsonValue[] _items = new JsonValue[64];
    private JsonMember[] _members = new JsonMember[64];
    private OpenValue[] _open = new OpenValue[16];
    private int _openCount;
    private int _itemCount;
    private int _memberCount;
    private int _mostItems;
    private int _mostMembers;

    public NameTable Names { get; } = new();

    public int OpenCount => _openCount;

    public static ReadBuffers Take()
    {
        var buffers = _free ?? new();
        _free = null;
        return buffers;
    }

    /// <summary>Leaves the buffers for the next text, empty.</summary>
    public void GiveBack()
    {
        _mostItems = Math.Max(_mostItems, _itemCount);
        _mostMembers = Math.Max(_mostMembers, _memberCount);
        if (_items.Length > LargestKept || _members.Length > LargestKept)
        {
            return;
        }

        Array.Clear(_items, 0, _mostItems);
        Array.Clear(_members, 0, _mostMembers);
        _openCount = _itemCount = _memberCount = _mostItems = _mostMembers = 0;
        _free = this;
    }

    public ref OpenValue Open(bool isObject, int line, int column, int offset)
    {
        if (_openCount == _open.Length)
        {
            Array.Resize(ref _open, _openCount * 2);
        }

        ref var open = ref _open[_openCount++];
        open = new() { IsObject = isObject, First = isObject ? _memberCount : _itemCount, Line = line, Column = column, Offset = offset };
        return ref open;
    }

    /// <summary>The array or object opened last of those not closed.</summary>
    public ref OpenValue Innermost() => ref _open[_openCount - 1];

    public void AddItem(JsonValue item)
    {
        if (_itemCount == _items.Length)
        {
            Array.Resize(ref _items, _itemCount * 2);
        }

        _items[_itemCount++] = item;
    }

    /// <summary>Adds a member whose value is not yet read.</summary>
    public void AddName(string name, PackedPosition position)
    {
        if (_memberCount == _members.Length)
        {
            Array.Resize(ref _members, _memberCount * 2);
        }

        _members[_memberCount++] = new(name, null!, position);
    }

    /// <summary>Gives the member added last its value.</summary>
    public ref readonly JsonMember SetValue(JsonValue value)
    {
        ref var member = ref _members[_memberCount - 1];
        member = member.With(value);
        return ref member;
    }

    /// <summary>The elements of the innermost array, which is closed.</summary>
    public JsonValue[] CloseArray()
    {
        var first = _open[--_openCount].First;
        var items = new JsonValue[_itemCount - first];
        Array.Copy(_items, first, items, 0, items.Length);
        _mostItems = Math.Max(_mostItems, _itemCount);
        _itemCount = first;
        return items;
    }

    /// <summary>The members of the innermost object, which is closed.</summary>
    public JsonMember[] CloseObject()
    {
        var first = _open[--_openCount].First;
        var members = new JsonMember[_memberCount - first];
        Array.Copy(_members, first, members, 0, members.Length);
        _mostMembers = Math.Max(_mostMembers, _memberCount);
        _memberCount = first;
        return members;
    }

    /// <summary>An array or object that has begun and not ended.</summary>
    public struct OpenValue
    {
        public bool IsObject;

        /// <summary>Where its elements begin among all those that wait.</summary>
        public int First;

        public int Line;

        public int Column;

        public int Offset;

        /// <summary>One bit for each hash of a name, so that most objects need no closer look for a name that occurs twice.</summary>
        public ulong NamesSeen;

        public bool MayRepeatName;

        /// <summary>The position of the name read last, where it does not fit into the member.</summary>
        public JsonPosition FarName;

        /// <summary>The places of the escaped braces in the name read last, for <see cref="SubstitutionBraces"/>.</summary>
        public int[]? EscapedInName;

        public readonly PackedPosition Position => PackedPosition.Of(Line, Column, Offset);
    }
}
