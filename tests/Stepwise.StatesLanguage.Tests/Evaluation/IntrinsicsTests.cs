using System.Text;
using CsCheck;
using Stepwise.Json;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.StatesLanguage.Tests.Evaluation;

public sealed class IntrinsicsTests
{
    private static readonly EvaluationScope _scope = new(JsonValue.Parse("""
        {"name":"Ada","list":[1,2,2,3],"empty":[],"object":{"Arg1":1,"Arg2":[true,null,"x"]},"template":"Hello, {}.","json":"{\"a\":1}","half":2.5,"large":12345678.5,"small":0.0001}
        """));

    [Theory]
    [InlineData("States.Format('Hello, {}.', $.name)", "\"Hello, Ada.\"")]
    [InlineData("States.Format($.template, $.name)", "\"Hello, Ada.\"")]
    [InlineData(@"States.Format('it\'s \{{}\} \\ {}', 1, null)", "\"it's {1} \\\\ null\"")]
    [InlineData("States.Format('{}', $.object)", "\"{Arg1=1, Arg2=[true, null, x]}\"")]
    [InlineData("States.Format('{} {} {}', $.half, $.large, $.small)", "\"2.5 1.23456785E7 1.0E-4\"")]
    [InlineData("States.Format('{')", "\"{\"")]
    [InlineData("States.StringToJson($.json)", """{"a":1}""")]
    [InlineData("States.StringToJson('')", "null")]
    [InlineData("States.JsonToString($.object)", """
        "{\"Arg1\":1,\"Arg2\":[true,null,\"x\"]}"
        """)]
    [InlineData("States.Array(1, 'a', null, $.empty)", """[1,"a",null,[]]""")]
    [InlineData("States.ArrayPartition($.list, 3)", "[[1,2,2],[3]]")]
    [InlineData("States.ArrayPartition($.list, 2.5)", "[[1,2,2],[3]]")]
    [InlineData("States.ArrayContains($.list, 3)", "true")]
    [InlineData("States.ArrayContains($.list, '3')", "false")]
    [InlineData("States.ArrayRange(1, 9, 2)", "[1,3,5,7,9]")]
    [InlineData("States.ArrayRange(3, 1, -1)", "[3,2,1]")]
    [InlineData("States.ArrayRange(3, 1, 1)", "[]")]
    [InlineData("States.ArrayGetItem($.list, 3)", "3")]
    [InlineData("States.ArrayLength($.list)", "4")]
    [InlineData("States.ArrayUnique($.list)", "[1,2,3]")]
    [InlineData("States.Base64Encode('Data to encode')", "\"RGF0YSB0byBlbmNvZGU=\"")]
    [InlineData("States.Base64Decode('RGF0YSB0byBlbmNvZGU')", "\"Data to encode\"")]
    [InlineData("States.Hash('input data', 'SHA-1')", "\"aaff4a450a104cd177d28d18d74485e8cae074b7\"")]
    [InlineData("States.JsonMerge(States.StringToJson('{\"a\":1,\"b\":{\"c\":1}}'), States.StringToJson('{\"b\":{\"d\":2},\"e\":3}'), false)", """{"a":1,"b":{"d":2},"e":3}""")]
    [InlineData("States.MathAdd(1.5, -2.5)", "0")]
    [InlineData("States.StringSplit('1,2;;3+4', ',;+')", """["1","2","3","4"]""")]
    [InlineData("States.StringSplit('ab', '')", """["ab"]""")]
    public void Functions_compute(string call, string expected) => Assert.Equal(JsonValue.Parse(expected), Intrinsics.Evaluate(call, _scope));

    [Theory]
    [InlineData("States.Format('{} {}', 1)")]
    [InlineData("States.Format('{}', 1, 2)")]
    [InlineData("States.Format($.list)")]
    [InlineData("States.StringToJson('{')")]
    [InlineData("States.StringToJson($.list)")]
    [InlineData("States.ArrayPartition($.list, 0)")]
    [InlineData("States.ArrayPartition($.list, 0.4)")]
    [InlineData("States.ArrayPartition($.name, 1)")]
    [InlineData("States.ArrayContains($.name, 1)")]
    [InlineData("States.ArrayRange(1, 1001, 1)")]
    [InlineData("States.ArrayRange(1, 2, 0)")]
    [InlineData("States.ArrayGetItem($.list, 4)")]
    [InlineData("States.ArrayGetItem($.list, -1)")]
    [InlineData("States.ArrayLength($.object)")]
    [InlineData("States.Base64Decode('***')")]
    [InlineData("States.Base64Decode('RGF0 YSB0')")]
    [InlineData("States.Hash('a', 'SHA-3')")]
    [InlineData("States.JsonMerge($.object, $.object, true)")]
    [InlineData("States.JsonMerge($.object, $.list, false)")]
    [InlineData("States.MathRandom(2, 2)")]
    [InlineData("States.MathAdd(2147483648, 1)")]
    [InlineData("States.MathAdd($.name, 1)")]
    public void What_a_function_does_not_take_fails(string call)
    {
        var exception = Assert.Throws<EvaluationException>(() => Intrinsics.Evaluate(call, _scope));
        Assert.Equal("States.IntrinsicFailure", exception.Error);
        Assert.StartsWith($"The function '{call}' had the following error: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_argument_that_leads_nowhere_is_named()
    {
        var scope = new EvaluationScope(JsonValue.Parse("""{"other":1}""")) { InputText = """{ "other": 1 }""" };
        var exception = Assert.Throws<EvaluationException>(() => Intrinsics.Evaluate("States.Array(States.Array($.a))", scope));
        Assert.Equal("States.Runtime", exception.Error);
        Assert.Equal("The function 'States.Array(States.Array($.a))' had the following error: The JsonPath argument for the field '$.a' could not be found in the input '{ \"other\": 1 }'", exception.Message);
    }

    [Fact]
    public void Random_numbers_lie_in_their_range_and_are_the_same_for_a_seed()
    {
        var numbers = Enumerable.Range(0, 1000).Select(_ => ((JsonNumber)Intrinsics.Evaluate("States.MathRandom(-2, 3)", _scope)).ToDouble()).ToList();
        Assert.Equal([-2, -1, 0, 1, 2], numbers.Distinct().Order());
        Assert.Equal(Intrinsics.Evaluate("States.MathRandom(0, 1000000, 7)", _scope), Intrinsics.Evaluate("States.MathRandom(0, 1000000, 7)", _scope));
        Assert.NotEqual(Intrinsics.Evaluate("States.MathRandom(0, 1000000, 7)", _scope), Intrinsics.Evaluate("States.MathRandom(0, 1000000, 8)", _scope));
    }

    [Fact]
    public void A_UUID_is_one_of_version_4()
        => Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", ((JsonString)Intrinsics.Evaluate("States.UUID()", _scope)).Value);

    [Fact]
    public void Text_survives_encoding_and_decoding() => Gen.String[0, 200].Where(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text).Sample(text =>
    {
        var scope = new EvaluationScope(JsonObject.Create(("text", text)));
        return Intrinsics.Evaluate("States.Base64Decode(States.Base64Encode($.text))", scope) == text;
    });

    [Fact]
    public void Values_survive_being_text() => EvaluationGen.Value.Sample(value => Intrinsics.Evaluate("States.StringToJson(States.JsonToString($))", new(value)) == value);

    [Fact]
    public void Parts_of_an_array_make_it_up() => Gen.Select(EvaluationGen.Value.Array[0, 20], Gen.Int[1, 25]).Sample((items, size) =>
    {
        var scope = new EvaluationScope(JsonObject.Create(("items", JsonArray.Create(items)), ("size", size)));
        var parts = ((JsonArray)Intrinsics.Evaluate("States.ArrayPartition($.items, $.size)", scope)).Cast<JsonArray>().ToList();
        return new JsonArray(parts.SelectMany(part => part)) == scope.Input.Member("items")
            && parts.Take(parts.Count - 1).All(part => part.Count == size) && parts.TakeLast(1).All(part => part.Count >= 1 && part.Count <= size);
    });

    [Fact]
    public void What_is_written_to_a_path_is_read_from_it() => Gen.Select(EvaluationGen.Value, EvaluationGen.Value, Pick.From("a", "b", "c").Array[0, 4]).Sample((input, value, names) =>
    {
        var path = "$" + string.Concat(names.Select(name => "." + name));
        try
        {
            return JsonPath.Select(path, new(ReferencePath.Write(path, input, value))) == value;
        }
        catch (EvaluationException exception)
        {
            return exception.Error == "States.ReferencePathConflict";
        }
    });
}
