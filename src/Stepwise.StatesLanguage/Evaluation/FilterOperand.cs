using System.Text.RegularExpressions;
using Stepwise.Json;
using Stepwise.StatesLanguage.Paths;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>An operand of a comparison. Exactly one of <c>Constant</c>, <c>Path</c> and <c>Pattern</c> is not null.</summary>
/// <param name="Constant">A constant.</param>
/// <param name="Path">A path.</param>
/// <param name="IsFromItem">Whether the path starts at the item, <c>@</c>, and not at the root.</param>
/// <param name="Pattern">A regular expression.</param>
internal sealed record FilterOperand(JsonValue? Constant, PathExpression? Path = null, bool IsFromItem = false, Regex? Pattern = null)
{
    /// <summary>Returns the value of the operand; null if its path finds nothing.</summary>
    public JsonValue? Evaluate(JsonValue item, JsonValue root, int depth)
    {
        if (Path is null)
        {
            return Constant;
        }

        return PathSelection.TrySelect(Path, IsFromItem ? item : root, out var value, out _, depth) ? value : null;
    }
}
