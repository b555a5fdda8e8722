using System.Text.RegularExpressions;
using Stepwise.Json;
using Stepwise.StatesLanguage.Paths;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>A side of a comparison: exactly one of the members is not null.</summary>
/// <param name="Constant">A constant.</param>
/// <param name="Path">A path.</param>
/// <param name="IsFromItem">Whether the path starts at the item, <c>@</c>, and not at the root.</param>
/// <param name="Pattern">A regular expression.</param>
internal sealed record FilterOperand(JsonValue? Constant, PathExpression? Path = null, bool IsFromItem = false, Regex? Pattern = null)
{
    /// <summary>The operand's value; null where its path leads nowhere.</summary>
    public JsonValue? Evaluate(JsonValue item, JsonValue root, int depth)
    {
        if (Path is null)
        {
            return Constant;
        }

        return PathSelection.TrySelect(Path, IsFromItem ? item : root, out var value, out _, depth) ? value : null;
    }
}
