using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace Stepwise.Json.Tests;

public sealed class RoundTripTests
{
    [Fact]
    public void What_is_written_reads_back_equal()
        => JsonGen.Value.Sample(
            value =>
            {
                var text = value.ToJsonTemplate();
                var read = JsonValue.Parse(text);
                var readIndented = JsonValue.Parse(value.ToJsonTemplate(indented: true));
                return read == value
                    && JsonTextComparer.Instance.Equals(read, value)
                    && JsonTextComparer.Instance.Equals(readIndented, value)
                    && JsonTextComparer.Instance.GetHashCode(read) == JsonTextComparer.Instance.GetHashCode(value)
                    && read.ToJsonTemplate() == text
                    && readIndented.ToJsonTemplate() == text;
            },
            iter: 5_000);

    [Fact]
    public void Text_without_template_escapes_reads_back_equal()
        => JsonGen.Value.Sample(
            value =>
            {
                var text = value.ToJson();
                var read = JsonValue.Parse(text);
                return read == value && read.ToJson() == text && read.ToJsonTemplate() == text && JsonValue.Parse(value.ToJson(indented: true)).ToJson() == text;
            },
            iter: 3_000);

    [Fact]
    public void The_text_comparer_agrees_with_the_text()
        => Gen.Select(JsonGen.Value, JsonGen.Value).Sample(
            (one, other) =>
            {
                // The first pair mostly differs; the others differ in escapes and in order only.
                AssertAgrees(one, other);
                AssertAgrees(one, JsonValue.Parse(one.ToJson()));
                AssertAgrees(one, Reversed(one));
            },
            iter: 3_000);

    [Fact]
    public void Another_reader_reads_the_same_value_from_the_text()
        => JsonGen.Value.Sample(
            value =>
            {
                using var document = JsonDocument.Parse(value.ToJson(), new() { MaxDepth = 600 });
                Assert.True(Oracle.Same(value, document.RootElement), value.ToJson());
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

    private static void AssertAgrees(JsonValue one, JsonValue other)
        => Assert.Equal(one.ToJsonTemplate() == other.ToJsonTemplate(), JsonTextComparer.Instance.Equals(one, other));

    private static JsonValue Reversed(JsonValue value)
    {
        if (value is not JsonObject @object)
        {
            return value;
        }

        var builder = new JsonObject.Builder();
        foreach (var member in @object.Members.Reverse())
        {
            builder.Add(member);
        }

        return builder.ToObject();
    }

    private static string Digits(string number) => new string(number.Split('e', 'E')[0].Where(char.IsAsciiDigit).ToArray()).Trim('0');
}
