using CsCheck;
using Stepwise.Json;

namespace Stepwise.StatesLanguage.Tests.Evaluation;

/// <summary>Values and texts for property tests.</summary>
internal static class EvaluationGen
{
    private static readonly Gen<string> _name = Pick.From("a", "b", "c", "d", "first-name", "0", "");

    /// <summary>Values in which names and small numbers occur often, so that paths find something.</summary>
    public static Gen<JsonValue> Value { get; } = Gen.Recursive<JsonValue>((depth, inner) => depth > 4
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (2, inner.Array[0, 4].Select(items => (JsonValue)JsonArray.Create(items))),
            (3, Gen.Select(_name, inner).Array[0, 4].Select(members => (JsonValue)JsonObject.Create(members.DistinctBy(member => member.Item1).Select(member => (member.Item1, member.Item2)).ToArray())))));

    private static Gen<JsonValue> Scalar => Gen.OneOf(
        Gen.Int[-3, 12].Select(number => (JsonValue)number),
        Gen.Double[-1e9, 1e9].Select(number => (JsonValue)number),
        Gen.String[0, 6].Select(text => (JsonValue)text),
        Gen.Bool.Select(value => (JsonValue)value),
        Gen.Const((JsonValue)JsonNull.Instance));

    /// <summary>A text put together of pieces.</summary>
    public static Gen<string> Pieces(params string[] pieces) => Pick.From(pieces).Array[0, 14].Select(string.Concat);

    /// <summary>A member of an object.</summary>
    public static JsonValue? Member(this JsonValue value, string name) => ((JsonObject)value)[name];
}
