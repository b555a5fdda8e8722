using CsCheck;

namespace Stepwise.Json.Tests;

public sealed class PositionTests
{
    /// <summary>Positions are packed; each way of packing, its bounds, and what fits into none.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 2_000_000)]
    [InlineData(1, 0)]
    [InlineData(1, 254)]
    [InlineData(1, 524_286)]
    [InlineData(1, 524_287)]
    [InlineData(1, 600_000)]
    [InlineData(2_046, 16_382)]
    [InlineData(2_047, 16_382)]
    [InlineData(2_047, 16_383)]
    [InlineData(65_534, 100)]
    [InlineData(65_535, 254)]
    [InlineData(65_535, 255)]
    [InlineData(70_000, 1_000)]
    [InlineData(4_194_303, 3)]
    public void Are_exact_however_many_lines_and_columns_there_are(int lineBreaks, int spaces)
    {
        var space = new string('\n', lineBreaks) + new string(' ', spaces);
        JsonPosition At(int column) => new(lineBreaks + 1, spaces + column, lineBreaks + spaces + column - 1);

        var @object = (JsonObject)JsonValue.Parse(space + "{\"a\":\"${}\",\"$\\u007b\":[1,true,null,{},[]]}");
        Assert.Equal(At(1), @object.Position);
        Assert.Equal(At(2), @object.Members[0].NamePosition);
        Assert.Equal(At(6), @object.Members[0].Value.Position);
        Assert.Equal(At(12), @object.Members[1].NamePosition);
        Assert.False(@object.Members[1].NameHasSubstitutions);
        Assert.Contains("$\\u007b", @object.ToJsonTemplate(), StringComparison.Ordinal);
        var array = (JsonArray)@object.Members[1].Value;
        Assert.Equal(At(22), array.Position);
        Assert.Equal([At(23), At(25), At(30), At(35), At(38)], array.Select(item => item.Position));
        Assert.Equal((JsonValue)"${}", @object["a"]);
        Assert.Equal("[1,true,null,{},[]]", array.ToJson());

        Assert.False(JsonValue.TryParse(space + "{\"a\":1,\"a\":2}", out _, out var error));
        Assert.Equal(At(8), error.Position);
    }

    [Fact]
    public void Are_what_counting_says()
        => JsonGen.Value.Select(Gen.Int[0, 2].Select(i => new[] { "\n", "\r", "\r\n" }[i])).Sample(
            (value, lineBreak) =>
            {
                var text = value.ToJson(indented: true).Replace("\n", lineBreak, StringComparison.Ordinal);
                return ValuesIn(JsonValue.Parse(text)).All(found => found is { } position && position == Count(text, position.Offset));
            },
            iter: 500);

    private static IEnumerable<JsonPosition?> ValuesIn(JsonValue value)
    {
        IEnumerable<JsonPosition?> inner = value switch
        {
            JsonArray array => array.SelectMany(ValuesIn),
            JsonObject @object => @object.Members.SelectMany(member => ValuesIn(member.Value).Append(member.NamePosition)),
            _ => [],
        };
        return inner.Append(value.Position);
    }

    private static JsonPosition Count(string text, int offset)
    {
        var before = text[..offset].Replace("\r\n", "\n\n", StringComparison.Ordinal).Replace('\r', '\n');
        var lines = text[..offset].Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Count(c => c == '\n');
        return new(lines + 1, offset - before.LastIndexOf('\n'), offset);
    }
}
