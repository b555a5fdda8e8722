using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Translation;

/// <summary>A text of constants and substitutions, such as <c>arn:aws:sns:${Region}:123456789012:orders</c>. After the deployment it is a constant, so that no expression has to compute it, and the permissions follow from it.</summary>
internal static class SubstitutedText
{
    /// <summary>Returns the text; null if an expression has to compute it.</summary>
    public static JsonString? Of(Expression expression)
    {
        if (expression is not FormatExpression format)
        {
            return null;
        }

        var text = "";
        foreach (var part in format.Parts)
        {
            switch (part)
            {
                case SubstitutionExpression substitution:
                    text += substitution.Text;
                    break;

                // A deployment tool would read these characters, directly before or after a substitution too.
                case ConstantExpression { Value: JsonString { Value: var constant } } when constant.IndexOfAny(['$', '%']) < 0:
                    text += constant;
                    break;
                default:
                    return null;
            }
        }

        return JsonString.WithSubstitutions(text);
    }
}
