using Stepwise.Json;

namespace Stepwise.Generator.Model;

/// <summary>What a .NET type is in JSON, as System.Text.Json and the Lambda serializers write it.</summary>
internal enum WireKind
{
    /// <summary>Nothing is known: <c>object</c>, <c>JsonElement</c>.</summary>
    Any,
    String,

    /// <summary>A string: lower case when .NET wrote it.</summary>
    Guid,
    Boolean,

    /// <summary><c>byte</c> to <c>int</c> and <c>uint</c>: exact as a double.</summary>
    Integer,

    /// <summary><c>long</c>, <c>ulong</c>: rounded by the service past 2^53.</summary>
    Long,
    Decimal,

    /// <summary><c>float</c>, <c>double</c>.</summary>
    Double,
    DateTimeOffset,
    DateTime,
    DateOnly,
    TimeOnly,

    /// <summary>A string such as <c>00:01:00</c>.</summary>
    TimeSpan,

    /// <summary><c>byte[]</c>: base64 text.</summary>
    Bytes,

    /// <summary><c>char</c>: a string of one.</summary>
    Char,
    Enum,
    Object,
    Array,

    /// <summary>A dictionary: an object with unknown names.</summary>
    Dictionary,

    /// <summary>The token of a task that waits for it.</summary>
    TaskToken,

    /// <summary>The context object.</summary>
    Context,

    /// <summary>The name of a state, what a Choice returns.</summary>
    NextState,

    /// <summary>Written by a converter that is not known here: it can be handed on, not looked into.</summary>
    Opaque,

    /// <summary>The type does not exist or is no JSON value.</summary>
    Unknown,
}

/// <summary>A type on the wire. Equal for equal types, whichever compilation they came from.</summary>
/// <param name="Kind">What it is in JSON.</param>
/// <param name="Name">The C# type with <c>global::</c> names, with the annotations of what is inside it and without its own. It is what makes two types the same.</param>
/// <param name="IsNullable">Whether C# says that it can be null: missing or null on the wire.</param>
/// <param name="Element">The element of an array or the value of a dictionary.</param>
/// <param name="Members">The members of an enum.</param>
/// <param name="Key">The key of a dictionary; null for a string.</param>
/// <param name="Form">What makes this place write the type otherwise than it is written by itself, such as a converter on the property; null where nothing does.</param>
internal sealed record WireType(
    WireKind Kind,
    string Name,
    bool IsNullable = false,
    WireType? Element = null,
    EquatableArray<EnumMember> Members = default,
    WireType? Key = null,
    string? Form = null)
{
    public static readonly WireType Boolean = new(WireKind.Boolean, "bool");
    public static readonly WireType Integer = new(WireKind.Integer, "int");
    public static readonly WireType Double = new(WireKind.Double, "double");
    public static readonly WireType String = new(WireKind.String, "string");
    public static readonly WireType Unknown = new(WireKind.Unknown, "?");

    /// <summary>Whether it is a JSON number.</summary>
    public bool IsNumeric => Kind is WireKind.Integer or WireKind.Long or WireKind.Decimal or WireKind.Double
        || (Kind is WireKind.Enum && !IsTextEnum);

    /// <summary>Whether it is a JSON string.</summary>
    public bool IsText => Kind is WireKind.String or WireKind.Guid or WireKind.DateTimeOffset or WireKind.DateTime or WireKind.DateOnly
        or WireKind.TimeOnly or WireKind.TimeSpan or WireKind.Bytes or WireKind.Char or WireKind.TaskToken || IsTextEnum;

    /// <summary>Whether it is an enum whose converter writes names.</summary>
    public bool IsTextEnum => Kind is WireKind.Enum && Members.Count > 0 && Members[0].WireText is not null;

    /// <summary>What the default of a value type is on the wire; null where that is not known.</summary>
    public JsonValue? Default => Kind switch
    {
        WireKind.Boolean => JsonBoolean.False,
        WireKind.Integer or WireKind.Long or WireKind.Decimal or WireKind.Double => new JsonNumber(0L),
        WireKind.Enum when !IsTextEnum => new JsonNumber(0L),
        WireKind.Enum => Members.FirstOrDefault(static member => member.Value == 0)?.WireText is { } text ? new JsonString(text) : null,
        WireKind.Guid => new JsonString(System.Guid.Empty.ToString("D")),
        WireKind.TimeSpan or WireKind.TimeOnly => new JsonString("00:00:00"),
        WireKind.DateOnly => new JsonString("0001-01-01"),
        WireKind.DateTimeOffset => new JsonString("0001-01-01T00:00:00Z"),
        _ => null,
    };

    public WireType AsNullable() => IsNullable ? this : this with { IsNullable = true };

    public WireType AsNotNullable() => IsNullable ? this with { IsNullable = false } : this;

    /// <summary>Whether a place of this type can read every value of another. Both must be one type, and what may be null inside the other must be nullable inside this one.</summary>
    public bool Accepts(WireType other)
    {
        if (!IsTypeOf(other))
        {
            return false;
        }

        var position = 0;
        foreach (var character in other.Name)
        {
            while (position < Name.Length && Name[position] == '?' && character != '?')
            {
                position++;
            }

            if (position == Name.Length || Name[position] != character)
            {
                return false;
            }

            position++;
        }

        return true;
    }

    /// <summary>Whether two types are one type, written in one way, apart from what may be null inside them.</summary>
    public bool IsTypeOf(WireType other) =>
        Kind == other.Kind && string.Equals(Form, other.Form, StringComparison.Ordinal) && string.Equals(Name.Replace("?", ""), other.Name.Replace("?", ""), StringComparison.Ordinal);

    /// <summary>Returns the type that can read the values of both types, or null if no type can.</summary>
    public WireType? Join(WireType other)
    {
        var joined = Accepts(other) ? this : other.Accepts(this) ? other : null;
        return joined is null || !(IsNullable || other.IsNullable) ? joined : joined.AsNullable();
    }
}

/// <summary>A member of an enum.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Bits">Its number; the bits of one that is beyond <c>long</c>.</param>
/// <param name="WireText">Its text on the wire where the enum has a string converter, else null.</param>
/// <param name="IsBeyondLong">Whether the number is one of <c>ulong</c> only.</param>
internal sealed record EnumMember(string Name, long Bits, string? WireText, bool IsBeyondLong = false)
{
    /// <summary>Its number.</summary>
    public decimal Value => IsBeyondLong ? unchecked((ulong)Bits) : Bits;

    /// <summary>Its form on the wire.</summary>
    public JsonValue Wire => WireText is { } text ? new JsonString(text) : NumberOf(Value);

    /// <summary>The number of an enum: a double where it is beyond <c>long</c>.</summary>
    public static JsonNumber NumberOf(decimal value) => value <= long.MaxValue ? new JsonNumber((long)value) : new JsonNumber((double)value);
}
