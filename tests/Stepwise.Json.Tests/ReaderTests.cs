namespace Stepwise.Json.Tests;

public sealed class ReaderTests
{
    [Theory]
    [InlineData("", 1, 1, "ends where a value")]
    [InlineData("  \n  ", 2, 3, "ends where a value")]
    [InlineData("{", 1, 2, "inside an object")]
    [InlineData("[1,", 1, 4, "ends where a value")]
    [InlineData("[1 2]", 1, 4, "not '2'")]
    [InlineData("[1,]", 1, 4, "cannot begin with ']'")]
    [InlineData("{\"a\" 1}", 1, 6, "':'")]
    [InlineData("{\"a\":1,}", 1, 8, "double quotes")]
    [InlineData("{a:1}", 1, 2, "double quotes")]
    [InlineData("{\"a\":1}\r\nx", 2, 1, "follows")]
    [InlineData("\"a\nb\"", 1, 3, "line ends inside")]
    [InlineData("\"a\tb\"", 1, 3, "U+0009")]
    [InlineData("\"\\x\"", 1, 2, "no escape")]
    [InlineData("\"\\u12\"", 1, 2, "hexadecimal")]
    [InlineData("\"abc", 1, 5, "inside a string")]
    [InlineData("\"abc\\", 1, 6, "inside a string")]
    [InlineData("01", 1, 1, "begin with 0")]
    [InlineData("-", 1, 2, "digit")]
    [InlineData("1.", 1, 3, "decimal point")]
    [InlineData("1e+", 1, 4, "exponent")]
    [InlineData("1e999", 1, 1, "too large")]
    [InlineData("tru", 1, 1, "cannot begin with 't'")]
    [InlineData("nullx", 1, 5, "follows")]
    [InlineData("+1", 1, 1, "cannot begin with '+'")]
    [InlineData("NaN", 1, 1, "cannot begin with 'N'")]
    [InlineData("'a'", 1, 1, "cannot begin with '''")]
    [InlineData("[1] // no", 1, 5, "follows")]
    [InlineData("\ufeff1", 1, 1, "U+FEFF")]
    public void Refuses_what_is_not_JSON_and_says_where(string text, int line, int column, string part)
    {
        Assert.False(JsonValue.TryParse(text, out var value, out var error));
        Assert.Null(value);
        Assert.Equal((line, column), (error.Position.Line, error.Position.Column));
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        var exception = Assert.Throws<JsonSyntaxException>(() => JsonValue.Parse(text));
        Assert.Equal(error.Position, exception.Position);
    }

    [Fact]
    public void Knows_where_values_and_names_begin()
    {
        var root = (JsonObject)JsonValue.Parse("{\n  \"a\": [true,\r\n  null]}");
        Assert.Equal(new JsonPosition(1, 1, 0), root.Position);
        Assert.Equal(new JsonPosition(2, 3, 4), root.Members[0].NamePosition);
        var array = (JsonArray)root["a"]!;
        Assert.Equal(new JsonPosition(2, 8, 9), array.Position);
        Assert.Equal(new JsonPosition(3, 3, 19), array[1].Position);
    }

    [Fact]
    public void Values_that_were_not_read_have_no_position()
    {
        Assert.Null(JsonObject.Create(("a", 1)).Position);
        Assert.Null(JsonObject.Create(("a", 1)).Members[0].NamePosition);
    }

    [Theory]
    [InlineData("{\"a\":1,\n\"a\":2}", 2, 1)]
    [InlineData("[{\"x\":{\"a\":1,\"b\":2,\"a\":3}}]", 1, 20)]
    [InlineData("{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"b\":1}", 1, 56)]
    [InlineData("{\"a\":1,\"\\u0061\":2}", 1, 8)]
    public void Refuses_a_name_that_occurs_twice_at_the_second(string text, int line, int column)
    {
        Assert.False(JsonValue.TryParse(text, out _, out var error));
        Assert.Contains("twice", error.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (error.Position.Line, error.Position.Column));
    }

    [Fact]
    public void Keeps_names_that_occur_twice_when_asked()
    {
        var root = (JsonObject)JsonValue.Parse("{\"a\":1,\"a\":2}", new() { DuplicateNames = DuplicateNames.Keep });
        Assert.True(root.HasDuplicateNames);
        Assert.Equal(2, root.Count);
        Assert.Equal((JsonValue)2, root["a"]);
        Assert.Equal("{\"a\":1,\"a\":2}", root.ToJson());
    }

    [Fact]
    public void Stops_at_the_depth_limit_and_not_before()
    {
        Assert.True(JsonValue.TryParse(new string('[', 512) + new string(']', 512), out _, out _));
        Assert.False(JsonValue.TryParse(new string('[', 513) + new string(']', 513), out _, out var error));
        Assert.Equal(513, error.Position.Column);
        Assert.Contains("512", error.Message, StringComparison.Ordinal);
        Assert.False(JsonValue.TryParse("[[1]]", new() { MaxDepth = 1 }, out _, out _));
        Assert.False(JsonValue.TryParse(string.Concat(Enumerable.Repeat("{\"a\":[", 1_000_000)), new() { MaxDepth = int.MaxValue }, out _, out _));
    }

    [Fact]
    public void Reads_on_a_small_stack()
    {
        var text = string.Concat(Enumerable.Repeat("{\"a\":[", 256)) + string.Concat(Enumerable.Repeat("]}", 256));
        JsonValue? value = null;
        var thread = new Thread(() => value = JsonValue.TryParse(text, out var read, out _) ? read : null, 64 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(text, value?.ToJson());
    }

    [Theory]
    [InlineData("\"\\u007b\"", "{", false, "\"{\"")]
    [InlineData("\"$\\u007bA}\"", "${A}", false, "\"$\\u007bA}\"")]
    [InlineData("\"%\\u007Bif}\"", "%{if}", false, "\"%\\u007bif}\"")]
    [InlineData("\"\\u0024{A}\"", "${A}", false, "\"$\\u007bA}\"")]
    [InlineData("\"${A}\"", "${A}", true, "\"${A}\"")]
    [InlineData("\"\\n%{if}\"", "\n%{if}", true, "\"\\n%{if}\"")]
    [InlineData("\"${A} $\\u007bB} ${C}\"", "${A} ${B} ${C}", true, "\"${A} $\\u007bB} ${C}\"")]
    [InlineData("\"\\u0024{A} %{B}\"", "${A} %{B}", true, "\"$\\u007bA} %{B}\"")]
    [InlineData("\"\\ud83d\\ude00\\/\\b\\f\\n\\r\\t\\\\\\\"\"", "\ud83d\ude00/\b\f\n\r\t\\\"", false, "\"\ud83d\ude00/\\b\\f\\n\\r\\t\\\\\\\"\"")]
    public void Reads_escapes_and_remembers_which_substitutions_are_escaped(string json, string text, bool hasSubstitutions, string template)
    {
        var value = (JsonString)JsonValue.Parse(json);
        Assert.Equal(text, value.Value);
        Assert.Equal(hasSubstitutions, value.HasSubstitutions);
        Assert.Equal(template, value.ToJsonTemplate());

        var @object = (JsonObject)JsonValue.Parse("{" + json + ":" + json + "," + json.Insert(1, "x") + ":1}");
        Assert.Equal(hasSubstitutions, @object.Members[0].NameHasSubstitutions);
        Assert.Equal("{" + template + ":" + template + "," + template.Insert(1, "x") + ":1}", @object.ToJsonTemplate());
    }

    [Theory]
    [InlineData("2.0", "2", true)]
    [InlineData("-0", "0", true)]
    [InlineData("1E2", "100", true)]
    [InlineData("9223372036854775807", "9223372036854775807", true)]
    [InlineData("-9223372036854775808", "-9223372036854775808", true)]
    [InlineData("9223372036854775808", "9223372036854776000", false)]
    [InlineData("1000000000000000000000", "1e+21", false)]
    [InlineData("100000000000000000000", "100000000000000000000", false)]
    [InlineData("0.000001", "0.000001", false)]
    [InlineData("0.0000001", "1e-7", false)]
    [InlineData("123.456e-10", "1.23456e-8", false)]
    [InlineData("5e-324", "5e-324", false)]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308", false)]
    [InlineData("0.1", "0.1", false)]
    [InlineData("-1.5", "-1.5", false)]
    public void Reads_numbers_exactly_and_writes_them_short(string text, string written, bool isInteger)
    {
        var number = (JsonNumber)JsonValue.Parse(text);
        Assert.Equal(isInteger, number.TryGetInt64(out _));
        Assert.Equal(written, number.ToJson());
    }
}
