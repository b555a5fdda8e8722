using System.Runtime.CompilerServices;

namespace Stepwise.Json;

/// <summary>
/// The braces that begin substitutions: <c>${</c> and <c>%{</c>. Nearly every string has either only bare ones or only escaped ones, and one bit says which.
/// For a string whose source text had both, the places of the escaped ones are kept here as long as the string lives.
/// </summary>
internal static class SubstitutionBraces
{
    private static readonly ConditionalWeakTable<JsonString, int[]> _escaped = new();

    /// <summary>For the names of members, by their values: the reader creates a value for each member.</summary>
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

    /// <summary>Whether the brace at a place of the text begins a substitution.</summary>
    public static bool IsAt(string text, int brace) => brace > 0 && text[brace - 1] is '$' or '%';

    public static void KeepEscaped(JsonString text, int[] places) => _escaped.Add(text, places);

    public static void KeepEscapedInName(JsonValue value, int[] places) => _escapedInNames.Add(value, places);

    /// <summary>The places of the braces that are escaped although others in the string are bare.</summary>
    public static int[] EscapedIn(JsonString text) => text.Value.IndexOf('{') >= 0 && _escaped.TryGetValue(text, out var places) ? places : [];

    /// <summary>The same for the name of a member.</summary>
    public static int[] EscapedInName(JsonMember member) => member.Name.IndexOf('{') >= 0 && _escapedInNames.TryGetValue(member.Value, out var places) ? places : [];
}
