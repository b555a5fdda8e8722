using Stepwise.Generator.Expressions;
using Stepwise.Generator.Translation;

namespace Stepwise.Generator.Tests.Translation;

public class JsonPathTests
{
    [Theory]
    [InlineData("s.Text == \"a\"", "$.s.text StringEquals \"a\"")]
    [InlineData("s.Text != \"a\"", "Not $.s.text StringEquals \"a\"")]
    [InlineData("s.Note == \"a\"", "And[$.s.note IsPresent; $.s.note StringEquals \"a\"]")]
    [InlineData("s.Note != \"a\"", "Not And[$.s.note IsPresent; $.s.note StringEquals \"a\"]")]
    [InlineData("s.Text == text", "$.s.text StringEqualsPath \"$.text\"")]
    [InlineData("s.Note == text", "And[$.s.note IsPresent; Not $.s.note IsNull; $.s.note StringEqualsPath \"$.text\"]")]
    [InlineData("s.Note == note", "Or[And[Or[Not $.s.note IsPresent; $.s.note IsNull]; Or[Not $.note IsPresent; $.note IsNull]]; And[$.s.note IsPresent; Not $.s.note IsNull; $.note IsPresent; Not $.note IsNull; $.s.note StringEqualsPath \"$.note\"]]")]
    [InlineData("s.Count > 0", "$.s.count NumericGreaterThan 0")]
    [InlineData("0 >= s.Count", "$.s.count NumericLessThanEquals 0")]
    [InlineData("s.Limit > 0", "And[$.s.limit IsPresent; $.s.limit NumericGreaterThan 0]")]
    [InlineData("o?.Count > 0", "And[$.o.count IsPresent; $.o.count NumericGreaterThan 0]")]
    [InlineData("s.Limit != null && s.Limit > 5", "And[$.s.limit IsPresent; Not $.s.limit IsNull; $.s.limit NumericGreaterThan 5]")]
    [InlineData("s.Ok", "$.s.ok BooleanEquals")]
    [InlineData("!s.Ok", "$.s.ok BooleanEquals false")]
    [InlineData("s.Maybe == true", "And[$.s.maybe IsPresent; $.s.maybe BooleanEquals]")]
    [InlineData("s.Maybe ?? true", "Not And[$.s.maybe IsPresent; $.s.maybe BooleanEquals false]")]
    [InlineData("(s.Limit ?? 3) > n", "Or[And[$.s.limit IsPresent; Not $.s.limit IsNull; $.s.limit NumericGreaterThanPath \"$.n\"]; And[Or[Not $.s.limit IsPresent; $.s.limit IsNull]; $.n NumericLessThan 3]]")]
    [InlineData("(s.Limit ?? 3) > 1", "Or[And[$.s.limit IsPresent; Not $.s.limit IsNull; $.s.limit NumericGreaterThan 1]; Not $.s.limit IsPresent; $.s.limit IsNull]")]
    [InlineData("s.Color == Color.Red", "$.s.color StringEquals \"red\"")]
    [InlineData("s.Color is Color.Red or Color.Blue", "Or[$.s.color StringEquals \"red\"; $.s.color StringEquals \"Blue\"]")]
    [InlineData("s.Level == Level.Middle", "$.s.level NumericEquals 5")]
    [InlineData("s.At < s.Until", "And[$.s.until IsPresent; Not $.s.until IsNull; $.s.at TimestampLessThanPath \"$.s.until\"]")]
    [InlineData("s.At >= DateTimeOffset.UnixEpoch", "$.s.at TimestampGreaterThanEquals \"1970-01-01T00:00:00Z\"")]
    [InlineData("s.Day >= new DateOnly(2026, 1, 31)", "$.s.day StringGreaterThanEquals \"2026-01-31\"")]
    [InlineData("limit.GetValueOrDefault() > 1", "And[$.limit IsPresent; Not $.limit IsNull; $.limit NumericGreaterThan 1]")]
    [InlineData("(maybe & flag) == true", "And[$.flag BooleanEquals; $.maybe IsPresent; $.maybe BooleanEquals]")]
    [InlineData("n.CompareTo(m) < 0", "$.n NumericLessThanPath \"$.m\"")]
    [InlineData("s.At.AddDays(1) < s.At", null, "ASL302 «AddDays» a function of values in a comparison: set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("delay > TimeSpan.Zero", null, "ASL302 «delay > TimeSpan.Zero» a comparison of TimeSpans, which are text in JSON,: set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("s.Note is null", "Or[Not $.s.note IsPresent; $.s.note IsNull]")]
    [InlineData("s.Note is not null", "And[$.s.note IsPresent; Not $.s.note IsNull]")]
    [InlineData("string.IsNullOrEmpty(s.Note)", "Or[Not $.s.note IsPresent; $.s.note IsNull; And[$.s.note IsPresent; $.s.note StringEquals \"\"]]")]
    [InlineData("s.Text.StartsWith(\"a*\\\\\", StringComparison.Ordinal)", "$.s.text StringMatches \"a\\\\*\\\\\\\\*\"")]
    [InlineData("s.Text.EndsWith('z')", "$.s.text StringMatches \"*z\"")]
    [InlineData("s.Note?.Contains(\"x\") == true", "And[$.s.note IsPresent; Not $.s.note IsNull; $.s.note StringMatches \"*x*\"]")]
    [InlineData("s.Odd == \"x\"", "And[$.s['odd name'] IsPresent; $.s['odd name'] StringEquals \"x\"]")]
    [InlineData("s.Numbers[0] == 1", "$.s.numbers[0] NumericEquals 1")]
    [InlineData("s.Ok && flag && n > 1", "And[$.s.ok BooleanEquals; $.flag BooleanEquals; $.n NumericGreaterThan 1]")]
    [InlineData("s.Ok || flag || n > 1", "Or[$.s.ok BooleanEquals; $.flag BooleanEquals; $.n NumericGreaterThan 1]")]
    [InlineData("flag ? n > 1 : m > 1", "Or[And[$.flag BooleanEquals; $.n NumericGreaterThan 1]; And[$.flag BooleanEquals false; $.m NumericGreaterThan 1]]")]
    [InlineData("s.Ok == flag", "$.s.ok BooleanEqualsPath \"$.flag\"")]
    [InlineData("s.Ok == (n > 1)", "Or[And[$.s.ok BooleanEquals; $.n NumericGreaterThan 1]; And[$.s.ok BooleanEquals false; $.n NumericLessThanEquals 1]]")]
    [InlineData("o is { Ok: true, Inner.Name: \"x\" }", "And[$.o.ok IsPresent; $.o.ok BooleanEquals; $.o.inner.name IsPresent; $.o.inner.name StringEquals \"x\"]")]
    [InlineData("o is not { Ok: true }", "Not And[$.o.ok IsPresent; $.o.ok BooleanEquals]")]
    [InlineData("o is { Ok: false } or null", "Or[And[$.o.ok IsPresent; $.o.ok BooleanEquals false]; Not $.o IsPresent; $.o IsNull]")]
    [InlineData("s.Text == Deployed.Queue(\"q\")", "$.s.text StringEquals \"${QQueueUrl}\"")]
    // What needs JSONata
    [InlineData("s.Id == id", null, "ASL302 «s.Id == id» a comparison of Guids, whose letters may be of either case,: set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("s.Numbers is []", null, "ASL302 «[]» the number of elements: set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("s.Count > n + 1", null, "ASL302 «n + 1» a sum in a comparison: set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("$\"{text}x\" == s.Text", null, "ASL302 «$\"{text}x\"» a composed text in a comparison: set QueryLanguage = QueryLanguage.Jsonata on this state")]
    public void Condition(string body, string? expected, string? finding = null)
    {
        var read = Body.ReadValue("bool", body);
        var rule = new JsonPathTranslator(static name => "$." + name, read.Report).Condition(read.Value!);
        Assert.Equal(finding is null ? [] : [finding], read.Findings);
        if (expected is not null)
        {
            Assert.Equal(expected, TestText.Shorten(rule));
        }
    }

    [Theory]
    [InlineData("new { s.Text, Deep = new { N = n, Fixed = \"a\" } }", """{"text.$":"$.s.text","deep":{"n.$":"$.n","fixed":"a"}}""")]
    [InlineData("new { T = $\"it's {{{s.Text}}} \\\\ {n}\" }", """{"t.$":"States.Format('it\\'s \\{{}\\} \\\\ {}', $.s.text, $.n)"}""")]
    [InlineData("new { T = $\"{Deployed.Queue(\"q\")}/{Asl.Literal(\"${x}\")}/{n}\" }", """{"t.$":"States.Format('${QQueueUrl}/$\\{x\\}/{}', $.n)"}""")]
    [InlineData("new { T = n + 1, U = n - 2, V = n + m }", """{"t.$":"States.MathAdd($.n, 1)","u.$":"States.MathAdd($.n, -2)","v.$":"States.MathAdd($.n, $.m)"}""")]
    [InlineData("new { T = Asl.Literal(\"$ {x} ${y}\") }", """{"t":"$ {x} $\u007by}"}""")]
    [InlineData("new { T = new[] { 1, n } , U = new[] { \"a\", \"b\" }, V = new[] { new { n } } }", """{"t.$":"States.Array(1, $.n)","u":["a","b"],"v":[{"n.$":"$.n"}]}""")]
    [InlineData("new { Q = Deployed.Queue(\"q\"), Z = (string?)null }", """{"q":"${QQueueUrl}"}""")]
    [InlineData("new Dictionary<string, int> { [Deployed.Table(\"orders\")] = n, [Deployed.Value(\"Count\")] = 2 }", """{"${OrdersTableName}.$":"$.n","${Count}":2}""")]
    [InlineData("new Dictionary<string, int> { [\"a\"] = n, [\"b c\"] = 2 }", """{"a.$":"$.n","b c":2}""")]
    [InlineData("new { s.Parts[0].Name, Last = s.Numbers[^1] }", """{"name.$":"$.s.parts[0].name","last.$":"$.s.numbers[-1]"}""")]
    [InlineData("new { note }", null, "ASL303 «note» 'note': make it non-nullable if it is always set, or set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("new { T = $\"{s.Detail?.Note}!\" }", null, "ASL303 «Note» 's.Detail.Note': make it non-nullable if it is always set, or set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("new { T = note! }", null, "ASL303 «note» 'note': make it non-nullable if it is always set, or set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("new { T = note ?? \"x\" }", null, "ASL302 «note ?? \"x\"» '??': set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("new { T = flag ? 1 : 2 }", null, "ASL302 «flag ? 1 : 2» a value that depends on a condition: set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("new { T = n > 1 }", null, "ASL302 «n > 1» a condition as a value: decide it in a [Choice], or set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("new { T = n * 2 }", null, "ASL302 «n * 2» a multiplication: set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("new { T = n - m }", null, "ASL302 «n - m» a subtraction of a value that is not a constant: set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("new { T = s.Ratio + 1 }", null, "ASL302 «s.Ratio + 1» arithmetic with fractions: set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("new { T = s.Numbers.Count }", "{\"t.$\":\"States.ArrayLength($.s.numbers)\"}")]
    [InlineData("new Dictionary<string, int> { [\"a.$\"] = n }", null, "ASL302 «n» the name 'a.$', whose suffix has a special meaning,: set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("text", null, "ASL302 «text» a template that is not a new object: set QueryLanguage = QueryLanguage.Jsonata on this state")]
    public void Template(string body, string? expected, string? finding = null)
    {
        var read = Body.ReadValue("object", body);
        var template = new JsonPathTranslator(static name => "$." + name, read.Report).TemplateObject(read.Value!);
        Assert.Equal(finding is null ? [] : [finding], read.Findings);
        if (expected is not null)
        {
            Assert.Equal(expected, template.ToJsonTemplate());
        }
    }

    [Fact]
    public void Members_that_are_always_present_and_not_null_need_no_guard()
    {
        var read = Body.ReadValue(
            "object", "new { Message = $\"{error.Error}: {error.Cause} in {context.ExecutionId}\", error.Cause }", BodyKind.ServiceArguments, "WorkflowError error, WorkflowContext context");
        Assert.Equal(
            """{"Message.$":"States.Format('{}: {} in {}', $.error.Error, $.error.Cause, $$.Execution.Id)","Cause.$":"$.error.Cause"}""",
            new JsonPathTranslator(static name => "$." + name, read.Report, static _ => true).TemplateObject(read.Value!).ToJsonTemplate());
        Assert.Empty(read.Findings);
    }

    [Theory]
    [InlineData("error.Error == \"x\"", "$.error.Error StringEquals \"x\"")]
    [InlineData("error.Cause is null", "$.error.Cause IsNull")]
    [InlineData("error.Cause is not null", "Not $.error.Cause IsNull")]
    public void Members_that_are_always_present_can_be_null(string body, string expected)
    {
        var read = Body.ReadValue("bool", body, parameters: "WorkflowError error");
        Assert.Equal(expected, TestText.Shorten(new JsonPathTranslator(static name => "$." + name, read.Report).Condition(read.Value!)));
        Assert.Empty(read.Findings);
    }

    [Theory]
    [InlineData("TimeSpan", "TimeSpan.FromSeconds(s.Count)", "$.s.count")]
    [InlineData("TimeSpan", "delay", null, "ASL302 «delay» a TimeSpan, which is text in JSON,: read a number of seconds with TimeSpan.FromSeconds, or set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("TimeSpan", "TimeSpan.FromMinutes(n)", null, "ASL302 «TimeSpan.FromMinutes(n)» a multiplication: read a number of seconds with TimeSpan.FromSeconds, or set QueryLanguage = QueryLanguage.Jsonata on this state")]
    [InlineData("DateTimeOffset", "s.At", "$.s.at")]
    public void Wait(string type, string body, string? expected, string? finding = null)
    {
        var read = Body.ReadWait(type, body);
        var translator = new JsonPathTranslator(static name => "$." + name, read.Report);
        Assert.Equal(expected, translator.Path(read.Value!) ?? translator.Intrinsic(read.Value!));
        Assert.Equal(finding is null ? [] : [finding], read.Findings);
    }
}
