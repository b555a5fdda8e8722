using System.Buffers;
using System.Text;
using CsCheck;

namespace Stepwise.Json.Tests;

public sealed class Utf8Tests
{
    [Fact]
    public void Bytes_read_as_their_text_does()
        => JsonGen.Value.Sample(
            value =>
            {
                var text = value.ToJson(indented: true);
                var fromText = JsonValue.Parse(text);
                var fromBytes = JsonValue.Parse(Encoding.UTF8.GetBytes(text));
                return fromBytes == fromText && fromBytes.Position == fromText.Position && fromBytes.ToJson() == fromText.ToJson();
            },
            iter: 2_000);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_stream_reads_from_its_position_as_its_bytes_do(bool canSeek)
    {
        var text = new JsonArray(Enumerable.Range(0, 20_000).Select(i => (JsonValue)("é" + i))).ToJson();
        using var memory = new MemoryStream([.. "no"u8, 0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]) { Position = 2 };
        using var stream = canSeek ? memory : (Stream)new ForwardStream(memory);
        var value = JsonValue.Parse(stream);
        Assert.Equal(text, value.ToJson());
        Assert.Equal(new JsonPosition(1, 1, 0), value.Position);
        Assert.Equal(memory.Length, memory.Position);
    }

    [Fact]
    public void A_stream_that_is_not_JSON_says_where()
    {
        using var stream = new MemoryStream("[1,\n2"u8.ToArray());
        Assert.Equal(new JsonPosition(2, 2, 5), Assert.Throws<JsonSyntaxException>(() => JsonValue.Parse(stream)).Position);
        using var deep = new MemoryStream("[[]]"u8.ToArray());
        Assert.Throws<JsonSyntaxException>(() => JsonValue.Parse(deep, new() { MaxDepth = 1 }));
        Assert.Throws<JsonSyntaxException>(() => JsonValue.Parse(new MemoryStream()));
        Assert.Throws<ArgumentNullException>(() => JsonValue.Parse((Stream)null!));
    }

    [Fact]
    public void Bytes_written_are_the_text()
        => JsonGen.Value.Select(Gen.Bool).Sample(
            (value, indented) =>
            {
                var expected = Encoding.UTF8.GetBytes(value.ToJson(indented));
                var buffer = new ArrayBufferWriter<byte>();
                value.WriteTo(buffer, indented);
                using var stream = new MemoryStream();
                value.WriteTo(stream, indented);
                return buffer.WrittenSpan.SequenceEqual(expected) && stream.ToArray().AsSpan().SequenceEqual(expected);
            },
            iter: 2_000);

    [Fact]
    public void Long_text_is_written_in_portions_and_whole()
    {
        var value = JsonArray.Create([.. Enumerable.Range(0, 3_000).Select(i => (JsonValue)(new string('x', i % 50) + "\ud83d\ude00é"))]);
        var all = JsonArray.Create(value, new string('\ud7ff', 100_000), value);
        using var stream = new MemoryStream();
        all.WriteTo(stream);
        Assert.Equal(all.ToJson(), Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(all, JsonValue.Parse(stream.ToArray()));
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over_and_not_counted()
    {
        var value = JsonValue.Parse("\ufeff[1]"u8);
        Assert.Equal(JsonArray.Create(1), value);
        Assert.Equal(new JsonPosition(1, 1, 0), value.Position);
        Assert.False(JsonValue.TryParse("\ufeff\ufeff[1]"u8, out _, out _));
    }

    [Fact]
    public void Positions_count_UTF_16_units()
        => Assert.Equal(new JsonPosition(2, 9, 9), ((JsonArray)JsonValue.Parse("\n[\"é\ud83d\ude00\", 1]"u8))[1].Position);

    [Theory]
    [InlineData(new byte[] { 0x22, 0xFF, 0x22 }, 1, 2)]
    [InlineData(new byte[] { 0x5B, 0x0A, 0x22, 0x61, 0xC3, 0x22, 0x5D }, 2, 3)]
    [InlineData(new byte[] { 0x22, 0xED, 0xA0, 0x80, 0x22 }, 1, 2)]
    [InlineData(new byte[] { 0x22, 0xC0, 0x80, 0x22 }, 1, 2)]
    [InlineData(new byte[] { 0x31, 0x0D, 0x0A, 0xF0, 0x9F, 0x98 }, 2, 1)]
    public void Refuses_what_is_not_UTF_8_and_says_where(byte[] bytes, int line, int column)
    {
        Assert.False(JsonValue.TryParse(bytes, out var value, out var error));
        Assert.Null(value);
        Assert.Contains("UTF-8", error.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (error.Position.Line, error.Position.Column));
    }

    [Fact]
    public void Random_bytes_are_read_or_refused_as_another_reader_does()
        => Gen.OneOf(Gen.Byte, Gen.Char["{}[]\",:019.eE+-\\utrfalsen \n\t"].Select(c => (byte)c)).Array[0, 24].Sample(
            bytes => Oracle.Agrees(bytes),
            iter: 20_000);
}
