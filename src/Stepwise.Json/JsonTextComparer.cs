using System.Runtime.CompilerServices;

namespace Stepwise.Json;

/// <summary>
/// Compares values by the text that <see cref="JsonValue.ToJsonTemplate(bool)"/> writes: the order of members and the escapes of <c>${</c> and <c>%{</c> count, positions do not.
/// Use it where a value is the key of a cache of what is written; <see cref="JsonValue.Equals(JsonValue)"/> compares only what values mean.
/// </summary>
public sealed class JsonTextComparer : IEqualityComparer<JsonValue>
{
    private JsonTextComparer()
    {
    }

    /// <summary>The only instance.</summary>
    public static JsonTextComparer Instance { get; } = new();

    /// <summary>Whether both values are written as the same text.</summary>
    /// <param name="x">One value, or null.</param>
    /// <param name="y">The other value, or null.</param>
    /// <returns>Whether the texts are the same. Null equals only null.</returns>
    public bool Equals(JsonValue? x, JsonValue? y)
    {
        if (ReferenceEquals(x, y))
        {
            return true;
        }

        switch (x, y)
        {
            case (JsonString one, JsonString other):
                return AreEqual(one.Value, one.AreBracesBare ? SubstitutionBraces.EscapedIn(one) : null, other.Value, other.AreBracesBare ? SubstitutionBraces.EscapedIn(other) : null);
            case (JsonArray one, JsonArray other):
                RuntimeHelpers.EnsureSufficientExecutionStack();
                return one.Items.SequenceEqual(other.Items, this);
            case (JsonObject one, JsonObject other):
                RuntimeHelpers.EnsureSufficientExecutionStack();
                return HaveEqualMembers(one.MemberArray, other.MemberArray);
            default:
                return x is not null && x.Equals(y);
        }
    }

    /// <summary>A hash code that is equal for values that are written as the same text.</summary>
    /// <param name="obj">The value.</param>
    /// <returns>The hash code of the value, which leaves order and escapes out.</returns>
    public int GetHashCode(JsonValue obj) => (obj ?? throw new ArgumentNullException(nameof(obj))).GetHashCode();

    private bool HaveEqualMembers(JsonMember[] one, JsonMember[] other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        for (var i = 0; i < one.Length; i++)
        {
            if (!AreEqual(one[i].Name, one[i].AreBracesBare ? SubstitutionBraces.EscapedInName(one[i]) : null, other[i].Name, other[i].AreBracesBare ? SubstitutionBraces.EscapedInName(other[i]) : null)
                || !Equals(one[i].Value, other[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two strings have the same text and the same escapes. The indexes of escaped braces are null if all are escaped.</summary>
    private static bool AreEqual(string one, int[]? escapedInOne, string other, int[]? escapedInOther)
    {
        if (!string.Equals(one, other, StringComparison.Ordinal))
        {
            return false;
        }

        return escapedInOne is null || escapedInOther is null
            ? (escapedInOne is null && escapedInOther is null) || !SubstitutionBraces.AreIn(one)
            : escapedInOne.SequenceEqual(escapedInOther);
    }
}
