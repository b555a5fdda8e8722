using Stepwise.Json;
using Stepwise.Local.History;

namespace Stepwise.Local.Machine;

/// <summary>Compares two values for an operator of a Choice. If a value is not of the operator's type, the comparison is false.</summary>
internal abstract class ChoiceComparison
{
    /// <summary>Makes the comparison of an operator.</summary>
    /// <param name="name">The operator's name, without <c>Path</c> at the end.</param>
    public static ChoiceComparison Of(string name) => name switch
    {
        "BooleanEquals" => new Booleans(),
        "StringMatches" => new Matches(),
        _ when name.StartsWith("String", StringComparison.Ordinal) => new Texts(RelationOf(name["String".Length..])),
        _ when name.StartsWith("Numeric", StringComparison.Ordinal) => new Numbers(RelationOf(name["Numeric".Length..])),
        _ when name.StartsWith("Timestamp", StringComparison.Ordinal) => new Times(RelationOf(name["Timestamp".Length..])),
        _ => throw new ArgumentException($"There is no operator '{name}'.", nameof(name)),
    };

    /// <summary>Whether the comparison is true.</summary>
    /// <param name="value">The value of the input.</param>
    /// <param name="operand">The value to compare with.</param>
    public abstract bool Holds(JsonValue value, JsonValue operand);

    private static Relation RelationOf(string name) => name switch
    {
        "Equals" => Relation.Equal,
        "LessThan" => Relation.Less,
        "GreaterThan" => Relation.Greater,
        "LessThanEquals" => Relation.LessOrEqual,
        "GreaterThanEquals" => Relation.GreaterOrEqual,
        _ => throw new ArgumentException($"There is no comparison '{name}'.", nameof(name)),
    };

    private static bool IsIn(Relation relation, int order) => relation switch
    {
        Relation.Equal => order == 0,
        Relation.Less => order < 0,
        Relation.Greater => order > 0,
        Relation.LessOrEqual => order <= 0,
        _ => order >= 0,
    };

    private enum Relation
    {
        Equal,
        Less,
        Greater,
        LessOrEqual,
        GreaterOrEqual,
    }

    private sealed class Booleans : ChoiceComparison
    {
        public override bool Holds(JsonValue value, JsonValue operand) => value is JsonBoolean left && operand is JsonBoolean right && left.Value == right.Value;
    }

    private sealed class Texts(Relation relation) : ChoiceComparison
    {
        public override bool Holds(JsonValue value, JsonValue operand)
            => value is JsonString left && operand is JsonString right && IsIn(relation, string.CompareOrdinal(left.Value, right.Value));
    }

    private sealed class Numbers(Relation relation) : ChoiceComparison
    {
        public override bool Holds(JsonValue value, JsonValue operand)
            => value is JsonNumber left && operand is JsonNumber right && IsIn(relation, Order(left, right));

        private static int Order(JsonNumber left, JsonNumber right)
            => left.TryGetInt64(out var first) && right.TryGetInt64(out var second) ? first.CompareTo(second) : left.ToDouble().CompareTo(right.ToDouble());
    }

    private sealed class Times(Relation relation) : ChoiceComparison
    {
        public override bool Holds(JsonValue value, JsonValue operand)
            => value is JsonString left && operand is JsonString right && Timestamp.TryParse(left.Value, out var first) && Timestamp.TryParse(right.Value, out var second) && IsIn(relation, first.CompareTo(second));
    }

    /// <summary>Matches a pattern. <c>*</c> matches any text; <c>\*</c> and <c>\\</c> match the characters <c>*</c> and <c>\</c>.</summary>
    private sealed class Matches : ChoiceComparison
    {
        public override bool Holds(JsonValue value, JsonValue operand) => value is JsonString text && operand is JsonString pattern && IsMatch(text.Value, pattern.Value);

        private static bool IsMatch(string text, string pattern)
        {
            // A greedy match: if it fails, it goes back to the last star and lets the star match one more character.
            int at = 0, part = 0, star = -1, afterStar = 0;
            while (at < text.Length)
            {
                var isEscaped = part + 1 < pattern.Length && pattern[part] == '\\' && pattern[part + 1] is '*' or '\\';
                if (part < pattern.Length && pattern[part] == '*' && !isEscaped)
                {
                    star = ++part;
                    afterStar = at;
                }
                else if (part < pattern.Length && pattern[isEscaped ? part + 1 : part] == text[at])
                {
                    part += isEscaped ? 2 : 1;
                    at++;
                }
                else if (star >= 0)
                {
                    part = star;
                    at = ++afterStar;
                }
                else
                {
                    return false;
                }
            }

            while (part < pattern.Length && pattern[part] == '*')
            {
                part++;
            }

            return part == pattern.Length;
        }
    }
}
