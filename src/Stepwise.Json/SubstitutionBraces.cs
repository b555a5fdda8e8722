using System.Runtime.CompilerServices;

namespace Stepwise.Json;

/// <summary>
/// The braces of <c>${</c> and <c>%{</c>, which begin substitutions. In nearly every string they are either all bare or all escaped, and one bit of the string says which.
/// For a string that has both, this class keeps the indexes of the escaped braces as long as the string lives.
/// </summary>
internal static class SubstitutionBraces
{
    private static readonly ConditionalWeakTable<JsonString, int[]> _escaped = new();

    /// <summary>The same for the names of members, by the members' values. The reader creates a value for each member, so the key is unique.</summary>
    private static readonly ConditionalWeakTable<JsonValue, int[]> _escapedInNames = new();

    /// <summary>Whether the text has a brace that begins a substitution.</summary>
    public static bool AreIn(string text)
    {
        for (var at = text.IndexOf('{'); at >= 0; at = text.IndexOf('{', at + 1))
        {
            if (IsAt(text, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the brace at an index begins a substitution.</summary>
    public static bool IsAt(string text, int brace) => brace > 0 && text[brace - 1] is '$' or '%';

    public static void KeepEscaped(JsonString text, int[] places) => _escaped.Add(text, places);

    public static void KeepEscapedInName(JsonValue value, int[] places) => _escapedInNames.Add(value, places);

    /// <summary>The indexes of the braces that are escaped although others in the string are bare.</summary>
    public static int[] EscapedIn(JsonString text) => text.Value.IndexOf('{') >= 0 && _escaped.TryGetValue(text, out var places) ? places : [];

    /// <summary>The same for the name of a member.</summary>
    public static int[] EscapedInName(JsonMember member) => member.Name.IndexOf('{') >= 0 && _escapedInNames.TryGetValue(member.Value, out var places) ? places : [];
}
