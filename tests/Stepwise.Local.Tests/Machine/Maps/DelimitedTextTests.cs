using CsCheck;
using Stepwise.Local.Machine.Maps;

namespace Stepwise.Local.Tests.Machine.Maps;

public sealed class DelimitedTextTests
{
    [Theory]
    [InlineData("a,b\nc,d\n", "a|b;c|d")]
    [InlineData("a,b\r\nc,d", "a|b;c|d")]
    [InlineData("\"a,b\",c", "a,b|c")]
    [InlineData("\"say \"\"hi\"\"\",x", "say \"hi\"|x")]
    [InlineData("\"two\nlines\",x\ny", "two\nlines|x;y")]
    [InlineData("a\\,b,c", "a,b|c")]
    [InlineData("a\\\\b,\\\"c", "a\\b|\"c")]
    [InlineData("a\\nb", "anb")]
    [InlineData("\"in \\\"quotes\\\" and \\, too\",x", "in \"quotes\" and , too|x")]
    [InlineData("{\"\"MyKey\"\":\"\"MyValue\"\"},\"[1,2]\"", "{\"MyKey\":\"MyValue\"}|[1,2]")]
    [InlineData("5\" pipe,x", "5\" pipe|x")]
    [InlineData("C:\\\\Program Files\\\\MyApp.exe,65", "C:\\Program Files\\MyApp.exe|65")]
    [InlineData("a,,c", "a||c")]
    [InlineData("a,b,", "a|b|")]
    [InlineData(",,", "||")]
    [InlineData("a\n\n\nb\n", "a;b")]
    [InlineData("   \n", "   ")]
    [InlineData("\"\"", "")]
    [InlineData("", null)]
    [InlineData("\n\n", null)]
    public void Records_are_read_in_the_dialect_of_step_functions(string text, string? expected)
    {
        var reader = new DelimitedText(text, ',');
        var records = new List<string>();
        while (reader.Read() is { } record)
        {
            records.Add(string.Join('|', record));
        }

        Assert.Equal(expected, records.Count == 0 ? null : string.Join(';', records));
    }

    [Fact]
    public void A_quoted_field_without_an_end_is_refused_with_its_line()
    {
        var reader = new DelimitedText("a,b\n\"x\ny\",1\n\"open,2\n3", ',');
        Assert.NotNull(reader.Read());
        Assert.Equal(1, reader.Line);
        Assert.NotNull(reader.Read());
        Assert.Equal(2, reader.Line);

        Assert.Equal("The quoted field in the record that begins on line 4 does not end.", Assert.Throws<FormatException>(reader.Read).Message);
    }

    [Fact]
    public void Whatever_is_written_quoted_is_read_again()
    {
        var field = Gen.String[Gen.Char["a ,\"\\\n\ré|"], 0, 8];
        field.List[1, 5].List[1, 5].Sample(records =>
        {
            var text = string.Concat(records.Select(record => string.Join(',', record.Select(Quoted)) + "\n"));
            var reader = new DelimitedText(text, ',');
            foreach (var record in records)
            {
                Assert.Equal(record, reader.Read());
            }

            Assert.Null(reader.Read());
        });

        static string Quoted(string value) => "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
