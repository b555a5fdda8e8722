using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>Compares values as JSONata does.</summary>
internal static class Comparison
{
    /// <summary>Whether two values are equal. Deep values are compared without exhausting the stack.</summary>
    public static bool AreEqual(JsonValue left, JsonValue right, Evaluation evaluation)
    {
        if (ReferenceEquals(left, right))
        {
            return left is not NonFinite { Value: double.NaN };
        }

        return left switch
        {
            JsonString text => right is JsonString other && string.Equals(text.Value, other.Value, StringComparison.Ordinal),

            // JavaScript has doubles only, so whole numbers above 2^53 that round to the same double are equal.
            JsonNumber number => right is JsonNumber other && number.ToDouble().Equals(other.ToDouble()),
            JsonArray array => right is JsonArray other && AreEqual(array, other, evaluation),
            JsonObject @object => right is JsonObject other && AreEqual(@object, other, evaluation),
            _ => left.Equals(right),
        };
    }

    /// <summary>Compares two strings by their UTF-16 units.</summary>
    public static int Compare(string left, string right) => string.CompareOrdinal(left, right);

    private static bool AreEqual(JsonArray left, JsonArray right, Evaluation evaluation)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        evaluation.Enter();
        var areEqual = true;
        for (var i = 0; i < left.Count && areEqual; i++)
        {
            evaluation.Step();
            areEqual = AreEqual(left[i], right[i], evaluation);
        }

        evaluation.Leave();
        return areEqual;
    }

    private static bool AreEqual(JsonObject left, JsonObject right, Evaluation evaluation)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        evaluation.Enter();
        var areEqual = true;
        foreach (var member in left.MemberArray)
        {
            evaluation.Step();
            if (!right.TryGetValue(member.Name, out var other) || !AreEqual(member.Value, other, evaluation))
            {
                areEqual = false;
                break;
            }
        }

        evaluation.Leave();
        return areEqual;
    }
}
