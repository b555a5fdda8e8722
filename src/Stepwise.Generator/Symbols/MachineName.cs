using Stepwise.Generator.Text;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Symbols;

/// <summary>The name of a workflow, which becomes the name of the state machine.</summary>
internal static class MachineName
{
    /// <summary>Returns the name in <c>[StateMachine]</c>, or null if it is not written or not valid. The workflow then has the name of its class.</summary>
    public static string? Of(AttributeUse attribute) => attribute.String(attribute.Positional(0, "name")) is { } name && Ascii.IsName(name, Limits.NameLength, "-_") ? name : null;
}
