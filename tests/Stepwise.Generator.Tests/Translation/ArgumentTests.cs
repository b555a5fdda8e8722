namespace Stepwise.Generator.Tests.Translation;

/// <summary>Arguments (D17, D18), divisions by zero (D21), and operators and constants whose meaning C# and JSON do not share (D28).</summary>
public sealed class ArgumentTests
{
    private const string Parameters = "string t, string s, int n, int m, double d, double? e, DateTimeOffset at";

    private static readonly string[] _inputs =
    [
        """{"t":"a","s":"b","n":1,"m":2,"d":2.5,"e":4,"at":"2026-02-01T00:00:00Z"}""",
        """{"t":"b","s":"a","n":-3,"m":0,"d":0,"at":"2026-02-01T00:05:07Z"}""",
        """{"t":"","s":"x","n":0,"m":0,"d":-2.5,"e":0,"at":"2026-01-02T00:00:00Z"}""",
    ];

    [Fact]
    public void Named_arguments_go_to_their_parameters() => new Agreement("", Parameters).Holds(
        [
            ("bool", "string.CompareOrdinal(strB: t, strA: s) < 0"),
            ("bool", "string.CompareOrdinal(strA: s, strB: t) > 0"),
            ("string", "string.Concat(str1: t, str0: s)"),
            ("string", "string.Concat(str2: \"z\", str1: t, str0: s)"),
            ("bool", "string.Equals(comparisonType: System.StringComparison.Ordinal, b: t, a: s)"),
            ("bool", "at == new DateTimeOffset(year: 2026, day: 1, month: 2, hour: 0, minute: 0, second: 0, offset: TimeSpan.Zero)"),
            ("bool", "at == new DateTimeOffset(offset: TimeSpan.Zero, year: 2026, day: 1, month: 2, hour: 0, second: 7, minute: 5)"),
            ("bool", "DateTimeOffset.Parse(formatProvider: null, input: \"2026-01-31T12:00:00Z\") > new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.FromHours(minutes: 30, hours: 5))"),
        ],
        _inputs);

    [Theory]
    [InlineData("TimeSpan.FromHours(5, 30)", "2026-01-31T06:30:00Z")]
    [InlineData("TimeSpan.FromHours(minutes: 30, hours: 5)", "2026-01-31T06:30:00Z")]
    [InlineData("TimeSpan.FromHours(5.5)", "2026-01-31T06:30:00Z")]
    [InlineData("TimeSpan.FromHours(-9, -30)", "2026-01-31T21:30:00Z")]
    [InlineData("TimeSpan.FromMinutes(345)", "2026-01-31T06:15:00Z")]
    [InlineData("TimeSpan.FromDays(0, 2)", "2026-01-31T10:00:00Z")]
    public void An_offset_has_all_its_parts(string offset, string expected) =>
        Assert.Equal("\"" + expected + "\"", Translated(Body.ReadValue("DateTimeOffset", "new DateTimeOffset(2026, 1, 31, 12, 0, 0, " + offset + ")")).Replace('\'', '"'));

    [Theory]
    [InlineData("TimeSpan.FromMinutes(1, 30)", "90")]
    [InlineData("TimeSpan.FromHours(minutes: 1, hours: 2)", "7260")]
    [InlineData("TimeSpan.FromSeconds(1, milliseconds: 2000)", "3")]
    [InlineData("TimeSpan.FromMinutes(1.5)", "90")]
    [InlineData("TimeSpan.FromSeconds(n)", "$n")]
    public void A_wait_has_all_its_parts(string duration, string expected) => Assert.Equal(expected, Translated(Body.ReadWait("TimeSpan", duration)));

    [Theory]
    [InlineData("TimeSpan.FromSeconds(n, 500)", "ASL301 «500» 'TimeSpan.FromSeconds(n, 500)': pass one number")]
    [InlineData("TimeSpan.FromSeconds(1, 500)", "ASL301 «1» 'TimeSpan.FromSeconds(1, 500)': a Wait takes whole seconds, 0 to 99,999,999")]
    [InlineData("TimeSpan.FromSeconds(-1)", "ASL301 «-1» 'TimeSpan.FromSeconds(-1)': a Wait takes whole seconds, 0 to 99,999,999")]
    public void A_wait_of_another_duration_is_refused(string duration, string expected) => Assert.Equal([expected], Body.ReadWait("TimeSpan", duration).Findings);

    [Fact]
    public void A_wait_that_is_nested_too_deeply_is_refused()
    {
        var nested = "TimeSpan.FromSeconds(n)";
        for (var i = 0; i < 250; i++)
        {
            nested = "m > " + i + " ? (" + nested + ") : TimeSpan.Zero";
        }

        var findings = Body.ReadWait("TimeSpan", nested).Findings;
        Assert.NotEmpty(findings);
        Assert.All(findings, static finding => Assert.Contains("an expression that is nested this deeply", finding, StringComparison.Ordinal));
    }

    [Fact]
    public void A_wait_takes_the_default_of_a_duration_that_may_be_missing()
    {
        var read = Body.ReadWait("TimeSpan", "pause ?? TimeSpan.FromMinutes(1)", "TimeSpan? pause");
        Assert.Empty(read.Findings);
        var results = Jsonata.Evaluate([Translated(read)], [new() { ["pause"] = "00:00:05" }, new() { ["pause"] = null }, [], new() { ["pause"] = "-00:00:05" }])[0]!.AsArray();
        Assert.Equal(["""{"value":5}""", """{"value":60}""", """{"value":60}""", """{"error":"D3137 A negative wait."}"""], results.Select(static result => result!.ToJsonString()));
    }

    [Fact]
    public void A_division_of_doubles_by_zero_has_no_value() => new Agreement("", Parameters).Holds(
        [
            ("bool", "(m == 0 ? 0 : d / m) > 1"),
            ("bool", "(m != 0 && n > 0 ? d / m : 0) > 1"),
            ("bool", "(!(m > 0) ? 0 : d / m) > 1"),
            ("bool", "d / 2 > 1"),
            ("bool", "m != 0 && d / m > 1"),
            ("bool", "m <= 0 || d / m > 1 || d % m > 1"),
            ("bool", "m is > 0 && n != 0 && d / m + d / n > 1"),
            ("bool", "n / m > 0"),
            ("bool", "n > 0 || n / m > 0"),
        ],
        _inputs);

    [Theory]
    [InlineData("bool", "d / m > 1", "d / m", "m")]
    [InlineData("bool", "d / m is > 1", "d / m", "m")]
    [InlineData("bool", "1 + d % d < 1", "d % d", "d")]
    [InlineData("bool", "(m >= 0 ? d / m : 1) == 1", "d / m", "m")]
    [InlineData("bool", "(m == 0 ? d / m : 1) == 1", "d / m", "m")]
    [InlineData("bool", "(m != 0 ? d / m + 1 / d : 1) == 1", "1 / d", "d")]
    [InlineData("double", "1 / (d / m)", "d / m", "m")]
    [InlineData("bool", "(m != 0 ? 1 / d / m : 1) == 1", "1 / d", "d")]
    [InlineData("bool", "m != 0 && 1 / d / m == 1", "1 / d", "d")]
    [InlineData("bool", "m >= 0 && d / m > 1", "d / m", "m")]
    [InlineData("bool", "(m != 0 || n > 0) && d / m > 1", "d / m", "m")]
    [InlineData("bool", "m == 0 || n > 0 ? d / m > 1 : true", "d / m", "m")]
    [InlineData("bool", "(m != 0 && n > 0) || d / m > 1", "d / m", "m")]
    [InlineData("bool", "d / m is > 1 or < -1", "d / m", "m")]
    [InlineData("bool", "e / m == null", "e / m", "m")]
    [InlineData("bool", "e / m is null", "e / m", "m")]
    [InlineData("bool", "(e / m).HasValue", "e / m", "m")]
    public void A_quotient_that_may_be_infinite_is_not_tested(string type, string body, string quotient, string divisor) => Assert.Equal(
        ["ASL301 «" + quotient + "» a calculation or a test with a quotient that is infinite where '" + divisor
            + "' is 0,: test the divisor first, as in '(x == 0 ? 0 : y / x) > 1', or compute the quotient in a [Pass] of its own"],
        Body.ReadValue(type, body, parameters: Parameters).Findings);

    [Theory]
    [InlineData("{ var q = d / m; return q > 1; }")]
    [InlineData("{ var q = d / m; return m == 0 || q > 1; }")]
    public void A_quotient_that_may_be_infinite_is_no_local_variable(string body) =>
        Assert.Contains("ASL301 «d / m» a calculation or a test with a quotient that is infinite where 'm' is 0,", Assert.Single(Body.ReadValue("bool", body, parameters: Parameters).Findings), StringComparison.Ordinal);

    [Theory]
    [InlineData("t == \"\\ud83d\"", "\"\\ud83d\"", "half of a surrogate pair: write whole characters")]
    [InlineData("t == $\"{s}\\ud83d\"", "\\ud83d", "half of a surrogate pair: write whole characters")]
    public void Half_of_a_surrogate_pair_is_refused(string body, string token, string expected) =>
        Assert.Equal(["ASL301 «" + token + "» " + expected], Body.ReadValue("bool", body, parameters: Parameters).Findings);

    [Theory]
    [InlineData("bool", "id.Equals(t)")]
    [InlineData("bool", "t.Equals(id)")]
    [InlineData("bool", "at.Equals(t)")]
    [InlineData("bool", "t.Equals(at)")]
    [InlineData("bool", "t.Equals(letter)")]
    [InlineData("bool", "t.Equals('a')")]
    public void Equals_of_another_type_is_refused(string type, string body) => Assert.Equal(
        ["ASL301 «Equals» '" + body + "', which compares values of two types and is always false,: compare values of one type"],
        Body.ReadValue(type, body, parameters: "Guid id, string t, DateTimeOffset at, char letter").Findings);

    [Fact]
    public void Equals_of_one_type_compares() => new Agreement("", Parameters + ", Guid id, Guid? other").Holds(
        [
            ("bool", "id.Equals(other)"),
            ("bool", "id.Equals(null)"),
            ("bool", "t.Equals((object)s)"),
            ("bool", "at.Equals(at)"),
        ],
        [.. _inputs.Select(static input => input.Replace("{", "{\"id\":\"00000000-0000-0000-0000-000000000001\",\"other\":\"00000000-0000-0000-0000-000000000001\",", StringComparison.Ordinal))]);

    [Theory]
    [InlineData("string", "$\"{t}{18446744073709551615UL}\"", "18446744073709551615UL")]
    [InlineData("string", "t + 9223372036854775808UL", "9223372036854775808UL")]
    [InlineData("ulong", "ulong.MaxValue", "ulong.MaxValue")]
    public void A_constant_beyond_long_is_refused(string type, string body, string constant) => Assert.Equal(
        ["ASL301 «" + constant + "» '" + constant + "', which is greater than long.MaxValue,: write a smaller number, or write it as text"],
        Body.ReadValue(type, body, parameters: "string t").Findings);

    [Theory]
    [InlineData("string", "at.ToString(\"O\")", "ASL301 «ToString» the method call 'at.ToString(\"O\")': let a function format the time")]
    public void A_refusal_gives_the_real_way_out(string type, string body, string expected) =>
        Assert.Equal([expected], Body.ReadValue(type, body, parameters: "DateTimeOffset at").Findings);

    private static string Translated(Body read)
    {
        Assert.Empty(read.Findings);
        return new Stepwise.Generator.Translation.JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!);
    }
}
