using System.Text;
using CsCheck;

namespace Stepwise.Json.Tests;

public sealed class FuzzTests
{
    [Fact]
    public void Random_text_is_read_or_refused()
        => Gen.String[Gen.Char["{}[]\",:0123456789.eE+-\\untrfalsb \n\r\t\u0000x$%"], 0, 40].Sample(ReadsOrRefuses, iter: 50_000);

    [Fact]
    public void Random_bytes_are_read_or_refused()
        => Gen.Byte.Array[0, 64].Sample(bytes => ReadsOrRefuses(Encoding.UTF8.GetString(bytes)), iter: 20_000);

    [Fact]
    public void Mutated_JSON_is_read_or_refused()
        => Gen.Select(JsonGen.Value, Gen.Int[0, int.MaxValue], Gen.Char["{}[]\",:0\\u-. x"], Gen.Int[0, 2]).Sample(
            (value, place, c, how) =>
            {
                var text = value.ToJson();
                var at = place % text.Length;
                return ReadsOrRefuses(how switch
                {
                    0 => text.Remove(at, 1),
                    1 => text.Insert(at, c.ToString()),
                    _ => text[..at],
                });
            },
            iter: 20_000);

    [Fact]
    public void Mutated_JSON_has_the_verdict_of_another_reader_and_the_same_values()
        => Gen.Select(JsonGen.Value, Gen.Select(Gen.Int[0, int.MaxValue], Gen.Char["{}[]\",:0123456789.eE+-\\u/ \n\t\u0001xé"], Gen.Int[0, 3]).Array[0, 3]).Sample(
            (value, mutations) =>
            {
                var text = value.ToJson(indented: mutations.Length % 2 == 0);
                foreach (var (place, c, how) in mutations)
                {
                    var at = place % Math.Max(1, text.Length);
                    text = how switch
                    {
                        _ when text.Length == 0 => text,
                        0 => text.Remove(at, 1),
                        1 => text.Insert(at, c.ToString()),
                        2 => string.Concat(text.AsSpan(0, at), c.ToString(), text.AsSpan(at + 1)),
                        _ => text.Insert(at, text[(at / 2)..at]),
                    };
                }

                // What tears a surrogate pair is no UTF-8, and not a question for two readers of bytes.
                return text.Any(char.IsSurrogate) || Oracle.Agrees(text);
            },
            iter: 20_000);

    [Fact]
    public void Numbers_have_the_verdict_and_the_value_of_another_reader()
        => Gen.String[Gen.Char["0123456789.eE+-"], 1, 24].Sample(text => Oracle.Agrees(text), iter: 20_000);

    /// <summary>Nothing is thrown, exactly one of value and error is there, the error lies within the text, and what was read survives writing.</summary>
    private static bool ReadsOrRefuses(string text)
    {
        if (JsonValue.TryParse(text, out var value, out var error))
        {
            return error is null && JsonValue.Parse(value.ToJson()) == value;
        }

        return value is null && error.Position.Offset >= 0 && error.Position.Offset <= text.Length && error.Position is { Line: > 0, Column: > 0 };
    }
}
