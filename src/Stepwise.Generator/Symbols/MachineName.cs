using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Symbols;

/// <summary>The name of a workflow, which becomes the name of the state machine.</summary>
internal static class MachineName
{
    /// <summary>The name in <c>[StateMachine]</c>; null if it is not written or not valid. The class then has its own name.</summary>
    public static string? Of(AttributeUse attribute) => attribute.String(attribute.Positional(0, "name")) is { } name && IsValid(name) ? name : null;

    private static bool IsValid(string name)
    {
        foreach (var character in name)
        {
            if (character is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_'))
            {
                return false;
            }
        }

        return name.Length is > 0 and <= Limits.NameLength;
    }
}
