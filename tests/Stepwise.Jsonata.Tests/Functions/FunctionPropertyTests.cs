using CsCheck;
using Stepwise.Json;

namespace Stepwise.Jsonata.Tests.Functions;

public sealed class FunctionPropertyTests
{
    private static readonly JsonataExpression _integers = JsonataExpression.Parse("$parseInteger($formatInteger(n, p), p)");
    private static readonly JsonataExpression _times = JsonataExpression.Parse("$toMillis($fromMillis(n, p, z), p)");
    private static readonly JsonataExpression _isoTimes = JsonataExpression.Parse("$toMillis($fromMillis(n))");

    [Fact]
    public void What_an_integer_picture_writes_it_reads()
        => Gen.Select(Gen.Int[1, 2_000_000], OneOf("0", "#,##0", "000000", "w", "W", "Ww", "w;o", "0;o", "a", "A", "\u0660", "#'##0,00"))

            // JSONata loses digits of a number that is shorter than the place of an irregular separator.
            .Where((number, picture) => picture != "#'##0,00" || number >= 10_000)
            .Sample((number, picture) => Assert.Equal(number, Number(_integers, JsonObject.Create(("n", number), ("p", picture)))));

    [Fact]
    public void Roman_numerals_that_are_written_are_read()
        => Gen.Select(Gen.Int[1, 3999], OneOf("I", "i"))
            .Sample((number, picture) => Assert.Equal(number, Number(_integers, JsonObject.Create(("n", number), ("p", picture)))));

    [Fact]
    public void What_a_date_picture_writes_it_reads()
        => Gen.Select(
            Gen.Long[-30_000_000_000_000, 100_000_000_000_000],
            OneOf(
                "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z]",
                "[D1o] [MNn] [Y0001], [h]:[m01]:[s01] and [f] [PN] [z]",
                "[Yi]-[Mi]-[D#1] [H#1]:[m]:[s]:[f] [Z0101]",
                "[Y]/[M]/[D] [H]-[m]-[s]-[f] [Z0001]"),
            OneOf("+0000", "+0530", "-0800", "+1400"))
            .Sample((milliseconds, picture, zone) =>
            {
                // Numbers up to 99 are years of the twentieth century, and Roman ones have no 0 for midnight or the first millisecond.
                Assert.Equal(milliseconds, Number(_times, JsonObject.Create(("n", milliseconds), ("p", picture), ("z", zone))));
            });

    [Fact]
    public void A_moment_in_ISO_8601_is_read_as_it_was_written()
        => Gen.Long[-62_167_219_200_000, 253_402_300_799_999].Sample(milliseconds => Assert.Equal(milliseconds, Number(_isoTimes, JsonObject.Create(("n", milliseconds)))));

    [Fact]
    public void Bytes_come_back_from_Base64()
        => Same("$base64decode($base64encode(s))", Gen.String[Gen.Char['\0', '\u00ff'], 0, 40]);

    [Fact]
    public void Texts_come_back_from_URLs()
    {
        var text = Gen.OneOf(Gen.Char['\0', '\ud7ff'].Select(c => c.ToString()), Gen.Const("\ud83d\ude00"), Gen.Const("%"), Gen.Const("/")).List[0, 20].Select(string.Concat);
        Same("$decodeUrlComponent($encodeUrlComponent(s))", text);
        Same("$decodeUrl($encodeUrl(s))", text);
    }

    [Fact]
    public void What_is_split_can_be_joined()
        => Same("$join($split(s, ','), ',')", OneOf("a", ",", "bc", "\ud83d\ude00").List[0, 12].Select(string.Concat));

    [Fact]
    public void No_pattern_picture_or_signature_is_answered_by_anything_but_a_result_or_an_error_of_JSONata()
    {
        var expressions = new[]
        {
            "$formatNumber(1234.5, s)", "$formatInteger(1234, s)", "$parseInteger('12', s)", "$fromMillis(0, s)", "$toMillis('12', s)", "$toMillis(s)", "$number(s)", "$base64decode(s)", "$decodeUrl(s)",
            "$replace('aXb', /(X)?/, s)", "$fromMillis(0, '[Z]', s)",
        }.Select(text => JsonataExpression.Parse(text)).ToList();
        Gen.Select(Gen.Int[0, expressions.Count - 1], Gen.String[Gen.Char["[]YMDdFWwXxHhPmsfZzCENn01#,.;%e-*'$<>() \u0661ao"], 0, 14]).Sample((index, text) =>
        {
            try
            {
                expressions[index].Evaluate(JsonObject.Create(("s", text)));
            }
            catch (JsonataException)
            {
                // That is an answer.
            }
        });
        Gen.String[Gen.Char["ab[](){}^$.*+?|\\-,:=!<>k1dDwWsSbBux0 i"], 1, 12].Sample(pattern =>
        {
            try
            {
                JsonataExpression.Parse("$match('ab1 -a\\nb', /" + pattern + "/im)").Evaluate();
            }
            catch (JsonataException)
            {
                // That is an answer.
            }
        });
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static void Same(string expression, Gen<string> texts)
    {
        var parsed = JsonataExpression.Parse(expression);
        texts.Sample(text => Assert.Equal(new JsonString(text), parsed.Evaluate(JsonObject.Create(("s", text)))));
    }

    private static double Number(JsonataExpression expression, JsonValue input) => ((JsonNumber)expression.Evaluate(input)!).ToDouble();
}
