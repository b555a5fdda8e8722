using CsCheck;
using Stepwise.Json;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.StatesLanguage.Tests.Evaluation;

/// <summary>Whatever the text and the value: a result or an <see cref="EvaluationException"/>, and nothing else.</summary>
public sealed class EvaluationFuzzTests
{
    private static readonly string[] _pathPieces =
    [
        "$", "$$", "$x", ".a", ".b", "['a']", "['a','b']", "[0]", "[-1]", "[0,1]", "[1:]", "[:-1]", "[0:2:1]", "[*]", ".*", "..", "..a", "[?(@.a)]", "[?(@.a == 1)]", "[?(!@.b || @.a > 'x')]", "[?(", ")]",
        "@", "@.a", " == ", " && ", "||", "!", "(", ")", "'", "\"", "\\", "/a+/i", "=~", " in ", "[1,'x']", "{}", ".length()", ".sum()", ".keys()", ".index(1)", "null", "1e400", "-", "\u0000", "\ud800", "é", " ",
    ];

    private static readonly string[] _callPieces =
    [
        "States.Format(", "States.StringToJson(", "States.JsonToString(", "States.Array(", "States.ArrayPartition(", "States.ArrayContains(", "States.ArrayRange(", "States.ArrayGetItem(", "States.ArrayLength(",
        "States.ArrayUnique(", "States.Base64Encode(", "States.Base64Decode(", "States.Hash(", "States.JsonMerge(", "States.MathRandom(", "States.MathAdd(", "States.StringSplit(", "States.UUID(",
        ")", ")", ")", ", ", ", ", "$.a", "$.b", "$", "$..a", "'{}'", "'a'", "''", "'\\{\\}'", "'[1,2'", "0", "1", "-2.5", "1e300", "null", "true", "false", "'SHA-256'", "'MD5'",
    ];

    [Fact]
    public void Any_path_is_evaluated_or_refused() => Gen.Select(EvaluationGen.Pieces(_pathPieces), EvaluationGen.Value).Sample(
        (path, value) => Evaluates(scope => JsonPath.Select(path, scope), value), iter: 4000);

    [Fact]
    public void Any_filter_is_evaluated_or_refused() => Gen.Select(EvaluationGen.Pieces(_pathPieces), EvaluationGen.Value).Sample(
        (condition, value) => Evaluates(scope => JsonPath.Select($"$..[?(@.a && {condition})]", scope), value), iter: 4000);

    [Fact]
    public void Any_call_is_evaluated_or_refused() => Gen.Select(EvaluationGen.Pieces(_callPieces), EvaluationGen.Value).Sample(
        (call, value) => Evaluates(scope => Intrinsics.Evaluate(call, scope), value), iter: 4000);

    [Fact]
    public void Any_well_formed_call_is_evaluated_or_refused()
    {
        var function = Pick.From(_callPieces.Where(piece => piece.StartsWith("States.", StringComparison.Ordinal)).ToArray());
        var argument = Pick.From("$.a", "$.b", "$", "$..a", "'{}'", "''", "'SHA-256'", "1", "-2.5", "1e300", "null", "false", "States.Array($.a, 1)", "States.StringToJson('{\"a\":[]}')");
        Gen.Select(function, argument.Array[0, 3], EvaluationGen.Value).Sample(
            (name, arguments, value) => Evaluates(scope => Intrinsics.Evaluate(name + string.Join(", ", arguments) + ")", scope), value), iter: 8000);
    }

    [Fact]
    public void Any_template_is_evaluated_or_refused() => Gen.Select(EvaluationGen.Value, Gen.OneOf(EvaluationGen.Pieces(_pathPieces), EvaluationGen.Pieces(_callPieces)), EvaluationGen.Value).Sample(
        (template, text, value) => Evaluates(scope => PayloadTemplate.Evaluate(JsonObject.Create(("t", template), ("t.$", text), ("u", JsonArray.Create(template, JsonObject.Create(("v.$", text))))), scope), value), iter: 4000);

    [Fact]
    public void Any_place_is_written_or_refused() => Gen.Select(EvaluationGen.Pieces(_pathPieces), EvaluationGen.Value).Sample(
        (path, value) => Evaluates(scope => ReferencePath.Write(path, scope.Input, 1), value) && Evaluates(scope => ReferencePath.Read(path, scope), value), iter: 4000);

    [Fact]
    public void Deep_values_and_texts_are_refused()
    {
        JsonValue deep = JsonArray.Empty;
        for (var i = 0; i < 100_000; i++)
        {
            deep = i % 2 == 0 ? JsonArray.Create(deep) : JsonObject.Create(("a", deep));
        }

        Assert.True(Evaluates(scope => JsonPath.Select("$..a", scope), deep));
        Assert.True(Evaluates(scope => JsonPath.Select("$..[?(@.a =~ /x/)]", scope), deep));
        Assert.True(Evaluates(scope => Intrinsics.Evaluate("States.JsonToString($)", scope), deep));
        Assert.True(Evaluates(scope => Intrinsics.Evaluate("States.Format('{}', $)", scope), deep));
        Assert.True(Evaluates(scope => Intrinsics.Evaluate("States.ArrayContains($, $)", scope), deep));
        Assert.True(Evaluates(scope => Intrinsics.Evaluate("States.ArrayUnique($)", scope), deep));
        Assert.True(Evaluates(scope => PayloadTemplate.Evaluate(deep, scope), JsonNull.Instance));
        Assert.True(Evaluates(scope => JsonPath.Select("$.x" + string.Concat(Enumerable.Repeat("[?(@.a", 50_000)), scope), deep));
        Assert.True(Evaluates(scope => JsonPath.Select("$[?(" + new string('(', 50_000) + "@.a" + new string(')', 50_000) + ")]", scope), JsonArray.Create(1)));
        Assert.True(Evaluates(scope => JsonPath.Select("$" + string.Concat(Enumerable.Repeat("..a", 20_000)), scope), deep));
        Assert.True(Evaluates(scope => ReferencePath.Write("$" + string.Concat(Enumerable.Repeat(".a", 50_000)), scope.Input, 1), JsonObject.Empty));
    }

    [Fact]
    public void A_path_that_finds_too_much_comes_to_an_end()
    {
        JsonValue nested = 0;
        for (var i = 0; i < 100; i++)
        {
            nested = JsonArray.Create(nested, i);
        }

        Assert.Throws<EvaluationException>(() => JsonPath.Select("$" + string.Concat(Enumerable.Repeat("..*", 10)), new(nested)));
    }

    private static bool Evaluates(Func<EvaluationScope, JsonValue> evaluate, JsonValue input)
    {
        try
        {
            return evaluate(new(input) { Variables = new Dictionary<string, JsonValue> { ["x"] = input }, Context = input }) is not null;
        }
        catch (EvaluationException exception)
        {
            return exception.Error.StartsWith("States.", StringComparison.Ordinal);
        }
    }
}
