using Stepwise.Generator.Model;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>Instants, TimeSpans, dates and times of day. What they give is compared with C# in Stepwise.Differential; these tests show what is emitted.</summary>
public sealed class TimeTests
{
    private const string Parameters = "DateTimeOffset at, DateTimeOffset due, DateTimeOffset? until, TimeSpan span, TimeSpan? pause, DateOnly day, TimeOnly time, int n, double d, long l";

    [Theory]
    [InlineData("DateTimeOffset", "at.AddDays(7)", "$fromMillis($toMillis($at) + 604800000)")]
    [InlineData("DateTimeOffset", "at.AddHours(n)", "$fromMillis($toMillis($at) + $n * 3600000)")]
    [InlineData("DateTimeOffset", "at + TimeSpan.FromMinutes(5)", "$fromMillis($toMillis($at) + 300000)")]
    [InlineData("bool", "at.AddDays(1) < due", "$toMillis($at) + 86400000 < $toMillis($due)")]
    [InlineData("bool", "due - at > TimeSpan.FromMinutes(5)", "$toMillis($due) - $toMillis($at) > 300000")]
    [InlineData("bool", "until - at > TimeSpan.Zero", "$exists($until) and $until != null and $toMillis($until) - $toMillis($at) > 0")]
    [InlineData("double", "(due - at).TotalSeconds", "($toMillis($due) - $toMillis($at)) / 1000")]
    [InlineData("bool", "at > DateTimeOffset.MinValue", "$toMillis($at) > $toMillis('0001-01-01T00:00:00Z')")]
    [InlineData("DateTimeOffset", "DateTimeOffset.FromUnixTimeSeconds(l)", "$fromMillis($l * 1000)")]
    [InlineData("long", "at.ToUnixTimeMilliseconds()", "$toMillis($at)")]
    [InlineData("long", "at.ToUnixTimeSeconds()", "$floor($toMillis($at) / 1000)")]
    [InlineData("int", "at.ToUniversalTime().Hour", "$number($substring($fromMillis($toMillis($at)), 11, 2))")]
    [InlineData("bool", "{ var wait = due - at; return wait > TimeSpan.Zero && wait < TimeSpan.FromHours(1); }", "($wait := $toMillis($due) - $toMillis($at); $wait > 0 and $wait < 3600000)")]
    [InlineData("TimeSpan", "TimeSpan.FromMinutes(90)", "'01:30:00'")]
    [InlineData("TimeSpan", "new TimeSpan(1, 2, 3, 4)", "'1.02:03:04'")]
    [InlineData("bool", "day < new DateOnly(2026, 1, 31)", "$day < '2026-01-31'")]
    [InlineData("DateOnly", "day.AddDays(n)", "$substring($fromMillis($toMillis($day & 'T00:00:00Z') + $n * 86400000), 0, 10)")]
    [InlineData("int", "day.Year", "$number($substring($day, 0, 4))")]
    [InlineData("bool", "time >= new TimeOnly(9, 30)", "$time >= '09:30:00'")]
    public void Emitted(string type, string body, string expected)
    {
        var read = Body.ReadValue(type, body, parameters: Parameters);
        Assert.Empty(read.Findings);
        Assert.Equal(expected, new Stepwise.Generator.Translation.JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!));
    }

    [Theory]
    [InlineData("DateTimeOffset", "DateTimeOffset.UtcNow", "ASL301 «UtcNow» the property 'DateTimeOffset.UtcNow': take a WorkflowContext and read its StateEnteredTime or ExecutionStartTime")]
    [InlineData("DateTimeOffset", "at.AddMonths(1)", "ASL301 «AddMonths» the method call 'at.AddMonths(1)': add days, or let a function compute the date")]
    [InlineData("DateTimeOffset", "at.AddDays(d)", "ASL301 «d» 'd', which may have a fraction,: use an integer of a smaller unit, such as milliseconds")]
    [InlineData("DateTimeOffset", "at.AddMilliseconds(0.5)", "ASL301 «0.5» '0.5', which is not a whole number of milliseconds,: write a number of milliseconds")]
    [InlineData("int", "at.Hour", "ASL301 «Hour» 'Hour' in the offset of the value, which the definition does not keep,: read it in UTC, as in 'x.ToUniversalTime().Hour'")]
    [InlineData("int", "at.DayOfYear", "ASL301 «DayOfYear» the property 'DateTimeOffset.DayOfYear': let a function compute it and return it as a property of its own")]
    [InlineData("TimeSpan", "span * d", "ASL301 «d» a TimeSpan times a number that may have a fraction: multiply by an integer")]
    [InlineData("TimeSpan", "span / 2", "ASL301 «/» the operator of 'span / 2': let a function compute the time")]
    [InlineData("TimeOnly", "time.AddHours(1)", "ASL301 «AddHours» the method call 'time.AddHours(1)': let a function compute the time")]
    [InlineData("DateOnly", "new DateOnly(2026, 2, 30)", "ASL301 «DateOnly» 'new DateOnly(2026, 2, 30)': there is no such time")]
    [InlineData("TimeSpan", "new TimeSpan(n, 0, 0)", "ASL301 «TimeSpan» 'new TimeSpan(n, 0, 0)': write constants, as in 'new TimeSpan(1, 30, 0)', or TimeSpan.FromMinutes(x)")]
    public void Refused(string type, string body, string expected)
    {
        var read = Body.ReadValue(type, body, parameters: Parameters);
        Assert.Equal([expected], read.Findings);
        Assert.IsType<InvalidExpression>(read.Value);
    }

    [Theory]
    [InlineData("due - at", "$floor(($toMillis($due) - $toMillis($at)) / 1000)")]
    [InlineData("TimeSpan.FromMinutes(n)", "$n * 60")]
    [InlineData("new TimeSpan(0, 1, 30)", "90")]
    public void Waited(string body, string expected)
    {
        var read = Body.ReadWait("TimeSpan", body, Parameters);
        Assert.Empty(read.Findings);
        Assert.Equal(expected, new Stepwise.Generator.Translation.JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!));
    }
}
