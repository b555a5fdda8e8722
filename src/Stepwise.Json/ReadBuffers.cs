namespace Stepwise.Json;

/// <summary>The buffers in which the reader collects elements and members until their array or object ends. A thread keeps one instance for the next text.</summary>
internal sealed class ReadBuffers
{
    /// <summary>Larger buffers are not kept for the next text.</summary>
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

    /// <summary>Empties the buffers and keeps them for the next text.</summary>
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

    /// <summary>The innermost array or object that is open.</summary>
    public ref OpenValue Innermost() => ref _open[_openCount - 1];

    public void AddItem(JsonValue item)
    {
        if (_itemCount == _items.Length)
        {
            Array.Resize(ref _items, _itemCount * 2);
        }

        _items[_itemCount++] = item;
    }

    /// <summary>Adds a member whose value has not been read yet.</summary>
    public void AddName(string name, PackedPosition position)
    {
        if (_memberCount == _members.Length)
        {
            Array.Resize(ref _members, _memberCount * 2);
        }

        _members[_memberCount++] = new(name, null!, position);
    }

    /// <summary>Sets the value of the member that was added last.</summary>
    public ref readonly JsonMember SetValue(JsonValue value)
    {
        ref var member = ref _members[_memberCount - 1];
        member = member.With(value);
        return ref member;
    }

    /// <summary>Closes the innermost array and returns its elements.</summary>
    public JsonValue[] CloseArray()
    {
        var first = _open[--_openCount].First;
        var items = new JsonValue[_itemCount - first];
        Array.Copy(_items, first, items, 0, items.Length);
        _mostItems = Math.Max(_mostItems, _itemCount);
        _itemCount = first;
        return items;
    }

    /// <summary>Closes the innermost object and returns its members.</summary>
    public JsonMember[] CloseObject()
    {
        var first = _open[--_openCount].First;
        var members = new JsonMember[_memberCount - first];
        Array.Copy(_members, first, members, 0, members.Length);
        _mostMembers = Math.Max(_mostMembers, _memberCount);
        _memberCount = first;
        return members;
    }

    /// <summary>An array or object that has begun and has not ended yet.</summary>
    public struct OpenValue
    {
        public bool IsObject;

        /// <summary>The index of its first element or member in the buffer.</summary>
        public int First;

        public int Line;

        public int Column;

        public int Offset;

        /// <summary>One bit for each hash of a name, so that most objects are not searched for a name that occurs twice.</summary>
        public ulong NamesSeen;

        public bool MayRepeatName;

        /// <summary>The position of the last name, if it does not fit into the member.</summary>
        public JsonPosition FarName;

        /// <summary>The indexes of the escaped braces in the last name, for <see cref="SubstitutionBraces"/>.</summary>
        public int[]? EscapedInName;

        public readonly PackedPosition Position => PackedPosition.Of(Line, Column, Offset);
    }
}
