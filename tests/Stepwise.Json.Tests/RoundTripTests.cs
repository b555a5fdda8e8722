using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace Stepwise.Json.Tests;

public sealed class RoundTripTests
{
    [Fact]
    public void What_is_written_reads_back_equal()
        => JsonGen.Value.Sample(value => JsonValue.Parse(value.ToJson()) == value && JsonValue.Parse(value.ToJson(indented: true)) == value, iter: 5_000);

    [Fact]
    public void Reading_and_writing_again_gives_the_same_text_where_nothing_is_a_literal()
        => JsonGen.Value.Sample(
            value =>
            {
                var once = JsonValue.Parse(value.ToJson()).ToJson();
                return JsonValue.Parse(once).ToJson() == once;
            },
            iter: 3_000);

    [Fact]
    public void Another_reader_reads_the_same_value_from_the_text()
        => JsonGen.Value.Sample(
            value =>
            {
                using var document = JsonDocument.Parse(value.ToJson(), new() { MaxDepth = 600 });
                Assert.True(Same(value, document.RootElement), value.ToJson());
            },
            iter: 3_000);

    [Fact]
    public void Equal_values_have_equal_hash_codes()
        => JsonGen.Value.Sample(value => JsonValue.Parse(value.ToJson()).GetHashCode() == value.GetHashCode(), iter: 2_000);

    [Fact]
    public void Doubles_are_written_with_the_fewest_digits_that_give_them_back()
        => JsonGen.Double.Sample(
            number =>
            {
                var text = new JsonNumber(number).ToJson();
                return double.Parse(text, CultureInfo.InvariantCulture) == number
                    && (number == Math.Truncate(number) || Digits(text) == Digits(number.ToString("R", CultureInfo.InvariantCulture)));
            },
            iter: 5_000);

    private static string Digits(string number) => new string(number.Split('e', 'E')[0].Where(char.IsAsciiDigit).ToArray()).Trim('0');

    private static bool Same(JsonValue ours, JsonElement theirs) => ours switch
    {
        JsonNull => theirs.ValueKind == JsonValueKind.Null,
        JsonBoolean boolean => theirs.ValueKind == (boolean.Value ? JsonValueKind.True : JsonValueKind.False),
        JsonNumber number => number.TryGetInt64(out var integer) && theirs.TryGetInt64(out var their) ? integer == their : theirs.GetDouble() == number.ToDouble(),
        JsonString text => HoldsLoneSurrogate(text.Value) || theirs.GetString() == text.Value,
        JsonArray array => theirs.GetArrayLength() == array.Count && array.Zip(theirs.EnumerateArray()).All(pair => Same(pair.First, pair.Second)),
        JsonObject @object => @object.Members.Count == theirs.EnumerateObject().Count()
            && @object.Members.Zip(theirs.EnumerateObject()).All(pair => HoldsLoneSurrogate(pair.First.Name) || (pair.First.Name == pair.Second.Name && Same(pair.First.Value, pair.Second.Value))),
        _ => false,
    };

    private static bool HoldsLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
