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

    private static string Digits(string number) => new string(number.Split('e', 'E')[0].Where(char.IsAsciiDigit).ToArray()).Trim('0');
}
