using Stepwise.Generator.Expressions;
using Stepwise.Generator.Model;
using Stepwise.Generator.Translation;

namespace Stepwise.Generator.Tests.Translation;

public class JsonataTests
{
    [Theory]
    // Paths and constants
    [InlineData("string", "s.Text", "$s.text")]
    [InlineData("string", "s.Inner.Name", "$s.inner.name")]
    [InlineData("string?", "s.Odd", "$exists($s.`odd name`) ? $s.`odd name` : null")]
    [InlineData("string?", "note", "$exists($note) ? $note : null")]
    [InlineData("string?", "o?.Note", "$exists($o) and $exists($o.note) ? $o.note : null")]
    [InlineData("string", "s.Note!", "$exists($s.note) ? $s.note : null")]
    [InlineData("int", "s.Numbers[0]", "$s.numbers[0]")]
    [InlineData("int", "s.Numbers[^1]", "$s.numbers[-1]")]
    [InlineData("string", "s.Parts[1].Name", "$s.parts[1].name")]
    [InlineData("string", "\"it's\"", "\"it's\"")]
    [InlineData("string", "\"a\\\\b\\n\"", "'a\\\\b\\n'")]
    [InlineData("string", "\"it's \\\"quoted\\\"\"", "\"it's \\\"quoted\\\"\"")]
    [InlineData("string", "Asl.Literal(\"cost: ${x} 5%{y}\")", "'cost: $\\u007bx} 5%\\u007by}'")]
    [InlineData("int", "Limit", "10")]
    [InlineData("double", "-1.5", "-1.5")]
    [InlineData("Color", "Color.Red", "'red'")]
    [InlineData("Level", "Level.Middle", "5")]
    [InlineData("string", "string.Empty", "''")]
    [InlineData("Guid", "Guid.Parse(\"A0000000-0000-0000-0000-00000000000B\")", "'a0000000-0000-0000-0000-00000000000b'")]
    [InlineData("string", "Deployed.Topic(\"campaign-notifications\")", "'${CampaignNotificationsTopicArn}'")]
    // Comparisons
    [InlineData("bool", "s.Text == \"a\"", "$s.text = 'a'")]
    [InlineData("bool", "\"a\" != s.Text", "$s.text != 'a'")]
    [InlineData("bool", "s.Note == \"a\"", "$s.note = 'a'")]
    [InlineData("bool", "s.Note != \"a\"", "$not($s.note = 'a')")]
    [InlineData("bool", "note == \"a\"", "$exists($note) and $note = 'a'")]
    [InlineData("bool", "s.Note == s.Text", "$s.note = $s.text")]
    [InlineData("bool", "s.Note == note", "$exists($s.note) and $s.note != null ? $exists($note) and $s.note = $note : $not($exists($note) and $note != null)")]
    [InlineData("bool", "s.Count > 0", "$s.count > 0")]
    [InlineData("bool", "0 < s.Count", "$s.count > 0")]
    [InlineData("bool", "s.Limit > 0", "$exists($s.limit) and $s.limit != null and $s.limit > 0")]
    [InlineData("bool", "o?.Count > 0", "$exists($o) and $exists($o.count) and $o.count != null and $o.count > 0")]
    [InlineData("bool", "!(s.Limit > 0)", "$not($exists($s.limit) and $s.limit != null and $s.limit > 0)")]
    [InlineData("bool", "!(s.Count > 0)", "$s.count <= 0")]
    [InlineData("bool", "s.Limit != null && s.Limit > 5", "$exists($s.limit) and $s.limit != null and $s.limit > 5")]
    [InlineData("bool", "s.Ok", "$s.ok")]
    [InlineData("bool", "!s.Ok", "$not($s.ok)")]
    [InlineData("bool", "s.Maybe == true", "$s.maybe = true")]
    [InlineData("bool", "s.Maybe != true", "$not($s.maybe = true)")]
    [InlineData("bool", "s.Maybe ?? false", "$s.maybe = true")]
    [InlineData("bool", "s.Maybe ?? true", "$not($s.maybe = false)")]
    [InlineData("bool", "s.Color == Color.Red", "$s.color = 'red'")]
    [InlineData("bool", "s.Color is Color.Red or Color.Blue", "$s.color in ['red', 'Blue']")]
    [InlineData("bool", "s.Color is not (Color.Red or Color.Blue)", "$not($s.color in ['red', 'Blue'])")]
    [InlineData("bool", "s.Level >= Level.Middle", "$s.level >= 5")]
    [InlineData("bool", "s.Named == Level.High", "$s.named = 'High'")]
    [InlineData("bool", "s.Named is Level.Low", "$s.named = 'Low'")]
    [InlineData("bool", "s.Id == id", "$lowercase($s.id) = $lowercase($id)")]
    [InlineData("bool", "s.Other == id", "$exists($s.other) and $s.other != null and $lowercase($s.other) = $lowercase($id)")]
    [InlineData("bool", "s.At < s.Until", "$exists($s.until) and $s.until != null and $toMillis($s.at) < $toMillis($s.until)")]
    [InlineData("bool", "s.At >= new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.FromHours(2))", "$toMillis($s.at) >= $toMillis('2026-01-31T10:00:00Z')")]
    [InlineData("bool", "s.Letter == 'x'", "$s.letter = 'x'")]
    [InlineData("bool", "s.Ok == flag", "$s.ok = $flag")]
    [InlineData("bool", "s.Ok ^ s.Count > 1", "$s.ok != ($s.count > 1)")]
    [InlineData("bool", "string.CompareOrdinal(s.Text, \"m\") < 0", "$s.text < 'm'")]
    [InlineData("bool", "s.Text.Length > 0", "$s.text != ''")]
    [InlineData("bool", "string.Equals(s.Text, note, StringComparison.Ordinal)", "$exists($note) and $s.text = $note")]
    // Null
    [InlineData("bool", "s.Note is null", "$not($exists($s.note) and $s.note != null)")]
    [InlineData("bool", "s.Note != null", "$exists($s.note) and $s.note != null")]
    [InlineData("bool", "limit.HasValue", "$exists($limit) and $limit != null")]
    [InlineData("bool", "limit is { } x && x > s.Count", "$exists($limit) and $limit != null and $limit > $s.count")]
    [InlineData("bool", "string.IsNullOrEmpty(s.Note)", "$not($exists($s.note) and $s.note != null) or $s.note = ''")]
    [InlineData("bool", "string.IsNullOrEmpty(s.Text)", "$s.text = ''")]
    [InlineData("string", "s.Note ?? \"d\"", "$exists($s.note) and $s.note != null ? $s.note : 'd'")]
    [InlineData("bool", "note != null && note != \"a\"", "$exists($note) and $note != null and $note != 'a'")]
    [InlineData("bool", "note == null || note != \"a\"", "$not($exists($note) and $note != null) or $note != 'a'")]
    [InlineData("string", "string.IsNullOrEmpty(note) ? \"none\" : note", "$not($exists($note) and $note != null) or $exists($note) and $note = '' ? 'none' : $note")]
    [InlineData("string", "note ?? s.Note ?? \"d\"", "$exists($note) and $note != null ? $note : $exists($s.note) and $s.note != null ? $s.note : 'd'")]
    [InlineData("string", "s.Note is { } x ? x : \"none\"", "$exists($s.note) and $s.note != null ? $s.note : 'none'")]
    // Logic
    [InlineData("bool", "s.Ok && (flag || s.Count > 1)", "$s.ok and ($flag or $s.count > 1)")]
    [InlineData("bool", "s.Ok && flag || s.Count > 1", "$s.ok and $flag or $s.count > 1")]
    [InlineData("bool", "s.Count is > 0 and < 10", "$s.count > 0 and $s.count < 10")]
    [InlineData("bool", "s.Count is 1 or 2 or 3", "$s.count in [1, 2, 3]")]
    [InlineData("bool", "s is { Ok: true, Inner.Size: > 3 }", "$s.ok and $s.inner.size > 3")]
    [InlineData("bool", "s is { Detail.Size: > 3 }", "$exists($s.detail.size) and $s.detail.size != null and $s.detail.size > 3")]
    [InlineData("bool", "s is { Detail: { Size: 3 } d } && d.Name == \"x\"", "$s.detail.size = 3 and $s.detail.name = 'x'")]
    [InlineData("bool", "o is { Ok: true }", "$exists($o) and $o.ok = true")]
    [InlineData("bool", "o is not { Ok: true }", "$not($exists($o) and $o.ok = true)")]
    [InlineData("bool", "(flag, s.Note) is (true, not null)", "$flag and $exists($s.note) and $s.note != null")]
    [InlineData("bool", "s.Inner is (> 3, _, null, _, true)", "$s.inner.size > 3 and $not($exists($s.inner.note) and $s.inner.note != null) and $s.inner.open")]
    [InlineData("bool", "s.Numbers is []", "$count($s.numbers) = 0")]
    [InlineData("bool", "s.Numbers is [1, .., > 2]", "$count($s.numbers) >= 2 and $s.numbers[0] = 1 and $s.numbers[-1] > 2")]
    [InlineData("bool", "s.Words is [_]", "$exists($s.words) and $s.words != null and $count($s.words) = 1")]
    [InlineData("bool", "words is [\"a\"]", "$exists($words) and $words != null and $count($words) = 1 and $words[0] = 'a'")]
    [InlineData("bool", "s.Note is { Length: > 0 }", "$exists($s.note) and $s.note != null and $s.note != ''")]
    // Text
    [InlineData("bool", "s.Text.StartsWith(\"ab\", StringComparison.Ordinal)", "$substring($s.text, 0, 2) = 'ab'")]
    [InlineData("bool", "s.Text.EndsWith('z')", "$substring($s.text, -1) = 'z'")]
    [InlineData("bool", "s.Text.Contains(\"x\")", "$contains($s.text, 'x')")]
    [InlineData("bool", "s.Note?.Contains(\"x\") == true", "$exists($s.note) and $s.note != null and $contains($s.note, 'x')")]
    [InlineData("bool", "s.Note?.Contains(\"x\") ?? false", "$exists($s.note) and $s.note != null and $contains($s.note, 'x')")]
    [InlineData("string", "$\"{s.Text}-{s.Count}\"", "$s.text & '-' & $s.count")]
    [InlineData("string", "$\"{{{s.Text}}}\"", "'{' & $s.text & '}'")]
    [InlineData("string", "$\"{s.Count}\"", "$string($s.count)")]
    [InlineData("string", "$\"{s.Text}\"", "$s.text")]
    [InlineData("string", "$\"<{s.Note}>\"", "'<' & ($exists($s.note) and $s.note != null ? $s.note : '') & '>'")]
    [InlineData("string", "\"n: \" + n + \"/\" + m", "'n: ' & $n & '/' & $m")]
    [InlineData("string", "\"n: \" + (n + 1)", "'n: ' & ($n + 1)")]
    [InlineData("string", "Prefix + \"-\" + text", "'pre-' & $text")]
    [InlineData("string", "string.Concat(text, \"x\", note)", "$text & 'x' & ($exists($note) and $note != null ? $note : '')")]
    [InlineData("string", "$\"{Deployed.Queue(\"dial-tasks\")}/x${{y\"", "'${DialTasksQueueUrl}' & '/x$\\u007by'")]
    // Arithmetic
    [InlineData("int", "n + m * 2", "$n + $m * 2")]
    [InlineData("int", "(n + m) * 2", "($n + $m) * 2")]
    [InlineData("int", "n - (m - 1)", "$n - ($m - 1)")]
    [InlineData("int", "n / 2", "($quotient := $n / 2; $quotient < 0 ? $ceil($quotient) : $floor($quotient))")]
    [InlineData("int", "n % 3", "$n % 3")]
    [InlineData("double", "s.Ratio / 2", "$s.ratio / 2")]
    [InlineData("int", "n / m", "($dividend := $n; $divisor := $m; $divisor = 0 ? $error('Attempted to divide by zero.') : ($quotient := $dividend / $divisor; $quotient < 0 ? $ceil($quotient) : $floor($quotient)))")]
    [InlineData("int", "-n", "0 - $n")]
    [InlineData("int", "limit ?? 0", "$exists($limit) and $limit != null ? $limit : 0")]
    // Choices
    [InlineData("string", "flag ? \"a\" : n > 1 ? \"b\" : \"c\"", "$flag ? 'a' : $n > 1 ? 'b' : 'c'")]
    [InlineData("string", "(flag ? text : note) ?? \"x\"", "($value := $flag ? $text : $exists($note) ? $note : null; $value != null ? $value : 'x')")]
    [InlineData("string", "s.Color switch { Color.Red => \"r\", Color.Green when flag => \"g\", _ => \"x\" }", "$s.color = 'red' ? 'r' : $s.color = 'Green' and $flag ? 'g' : 'x'")]
    [InlineData("int", "flag switch { true => 1, false => 0 }", "$flag ? 1 : 0")]
    [InlineData("string", "$\"{(flag ? \"a\" : \"b\")}!\"", "($flag ? 'a' : 'b') & '!'")]
    public void Expression(string type, string body, string expected)
    {
        var read = Body.ReadValue(type, body);
        var text = new JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!);
        Assert.Empty(read.Findings);
        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("object", "new { s.Text, Id = id }", """{"text":"{% $s.text %}","id":"{% $id %}"}""")]
    [InlineData("object", "new { s.Text, s.Note }", "\"{% {'text': $s.text, 'note': $s.note} %}\"")]
    [InlineData("object", "new { Note = note, Deep = new { A = 1, note } }", "\"{% {'note': $exists($note) ? $note, 'deep': {'a': 1, 'note': $exists($note) ? $note}} %}\"")]
    [InlineData("object", "new { Deep = new { A = 1, note }, B = true }", """{"deep":"{% {'a': 1, 'note': $exists($note) ? $note} %}","b":true}""")]
    [InlineData("Named", "new Named(\"x\", null)", """{"name":"x","rank":0}""")]
    [InlineData("Named", "new(Asl.Literal(\"x${y}\"), \"n\") { Rank = n }", """{"name":"x$\u007by}","note":"n","rank":"{% $n %}"}""")]
    [InlineData("Plain", "new Plain { Size = n }", """{"size":"{% $n %}","color":"red"}""")]
    [InlineData("object", "new Dictionary<string, object?> { [Deployed.Table(\"orders\")] = note, [\"b\"] = n }", """{"${OrdersTableName}":"{% $exists($note) ? $note : null %}","b":"{% $n %}"}""")]
    [InlineData("object", "flag ? new Dictionary<string, int> { [Deployed.Table(\"orders\")] = n } : null", "\"{% $flag ? {'${OrdersTableName}': $n} : null %}\"")]
    [InlineData("object", "new { A = \"{% x %}\" }", """{"a":"{% '{% x %}' %}"}""")]
    [InlineData("object", "new[] { 1, n, 3 }", """[1,"{% $n %}",3]""")]
    [InlineData("IReadOnlyList<string>", "[text, \"b\"]", """["{% $text %}","b"]""")]
    [InlineData("object", "new List<string> { text }", """["{% $text %}"]""")]
    [InlineData("object", "new Dictionary<string, int> { [\"Key\"] = n, [\"two\"] = 2 }", """{"Key":"{% $n %}","two":2}""")]
    [InlineData("object", "new { Topic = Deployed.Topic(\"t\") }", """{"topic":"${TTopicArn}"}""")]
    [InlineData("object", "flag ? new { A = n } : new { A = 2 }", "\"{% $flag ? {'a': $n} : {'a': 2} %}\"")]
    [InlineData("object", "new { Items = new[] { note } }", """{"items":["{% $exists($note) ? $note : null %}"]}""")]
    [InlineData("object", "new { s.Limit, Lists = new[] { s.Numbers } }", "\"{% {'limit': $s.limit, 'lists': [[$s.numbers]]} %}\"")]
    [InlineData("WorkflowError", "new WorkflowError(null, text)", """{"Error":null,"Cause":"{% $text %}"}""")]
    [InlineData("string?", "null", "null")]
    [InlineData("int", "Asl.Jsonata<int>(\"$length($arg0)\", text)", "\"{% ($arg0 := $text; $length($arg0)) %}\"")]
    [InlineData("object", "new { A = Asl.Jsonata<Guid>(\"$uuid()\") }", """{"a":"{% ($uuid()) %}"}""")]
    public void Template(string type, string body, string expected)
    {
        var read = Body.ReadValue(type, body);
        var json = new JsonataTranslator(static name => "$" + name, read.Report).Template(read.Value!).ToJsonTemplate();
        Assert.Equal([], read.Findings.Where(static finding => !finding.StartsWith("ASL305", StringComparison.Ordinal)));
        Assert.Equal(expected, json);
    }

    [Theory]
    [InlineData("new { TopicArn = Deployed.Topic(\"t\"), Message = s.Inner, Inner = new { SomeName = n } }", """{"TopicArn":"${TTopicArn}","Message":"{% $s.inner %}","Inner":{"SomeName":"{% $n %}"}}""")]
    [InlineData("new { Message = new Named(\"x\", \"y\") { Rank = 1 } }", """{"Message":{"name":"x","note":"y","rank":1}}""")]
    [InlineData("new { Items = new[] { new { Key = text } } }", """{"Items":[{"Key":"{% $text %}"}]}""")]
    [InlineData("new Named(\"x\", \"y\")", """{"Name":"x","Note":"y","Rank":0}""")]
    [InlineData("flag ? new Named(\"x\", text) : new Point(n, 2)", "\"{% $flag ? {'Name': 'x', 'Note': $text, 'Rank': 0} : {'X': $n, 'Y': 2} %}\"")]
    [InlineData("s.Inner", "\"{% {'Size': $s.inner.size, 'Name': $s.inner.name, 'Note': $s.inner.note, 'Next': $s.inner.next, 'Open': $s.inner.open} %}\"")]
    [InlineData("{ var point = new Point(n, 2); return new { Size = point.X, Point = point }; }", """{"Size":"{% ($point := {'x': $n, 'y': 2}; $point.x) %}","Point":{"x":"{% $n %}","y":2}}""")]
    [InlineData("{ var point = new Point(n, 2); return point.X > 1 ? point : new Point(0, 1); }", "\"{% ($point := {'x': $n, 'y': 2}; $point.x > 1 ? {'X': $point.x, 'Y': $point.y} : {'X': 0, 'Y': 1}) %}\"")]
    [InlineData("new Amazon.SQS.Model.SendMessageRequest { QueueUrl = Deployed.Queue(\"q\"), MessageBody = text, DelaySeconds = 5 }", """{"QueueUrl":"${QQueueUrl}","MessageBody":"{% $text %}","DelaySeconds":5}""")]
    [InlineData(
        "new Amazon.SQS.Model.SendMessageRequest { MessageAttributes = { [\"kind\"] = new Amazon.SQS.Model.MessageAttributeValue { DataType = \"String\", StringValue = text } } }",
        """{"MessageAttributes":{"kind":{"DataType":"String","StringValue":"{% $text %}"}}}""")]
    public void Service_arguments_are_written_as_in_csharp(string body, string expected)
    {
        var read = Body.ReadValue("object", body, BodyKind.ServiceArguments);
        Assert.Equal(expected, new JsonataTranslator(static name => "$" + name, read.Report).Template(read.Value!).ToJsonTemplate());
        Assert.Empty(read.Findings);
    }

    [Theory]
    [InlineData("o", "ASL301 «o» 'o' as the arguments, which may be null,: test it first")]
    [InlineData("{ object point = new Point(n, 2); return point; }", "ASL301 «point» 'point' of the type 'object' as the arguments: declare it with the type of the request, whose properties have their names in C#")]
    public void Arguments_whose_names_are_not_known_are_refused(string body, string expected) => Assert.Equal([expected], Body.ReadValue("object?", body, BodyKind.ServiceArguments).Findings);

    [Theory]
    [InlineData("TimeSpan", "TimeSpan.FromMinutes(5)", "300")]
    [InlineData("TimeSpan", "TimeSpan.FromSeconds(n)", "$n")]
    [InlineData("TimeSpan", "TimeSpan.FromHours(s.Count + 1)", "($s.count + 1) * 3600")]
    [InlineData("TimeSpan", "flag ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(n)", "$flag ? 60 : $n")]
    [InlineData("TimeSpan", "n switch { > 3 => TimeSpan.FromMinutes(n), _ => TimeSpan.Zero }", "$n > 3 ? $n * 60 : 0")]
    [InlineData("DateTimeOffset", "s.At", "$s.at")]
    [InlineData("DateTimeOffset", "s.Until ?? s.At", "$exists($s.until) and $s.until != null ? $s.until : $s.at")]
    [InlineData("DateTimeOffset", "DateTimeOffset.Parse(\"2026-01-31T12:00:00+01:00\", CultureInfo.InvariantCulture)", "'2026-01-31T11:00:00Z'")]
    public void Wait(string type, string body, string expected)
    {
        var read = Body.ReadWait(type, body);
        var text = new JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!);
        Assert.Empty(read.Findings);
        Assert.Equal(expected, text);
    }

    [Fact]
    public void A_block_declares_and_returns()
    {
        var read = Body.ReadValue("string", "{ var a = s.Inner; var b = a.Name; return $\"{b}!\"; }");
        Assert.Equal("$s.inner.name & '!'", new JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!));
    }

    [Fact]
    public void Values_of_a_jsonpath_machine_are_read_from_the_state_input()
    {
        var read = Body.ReadValue("object", "new { note, s.Note }");
        Assert.Equal(
            "\"{% {'note': $states.input.note, 'note2': 1} %}\"".Replace(", 'note2': 1", "", StringComparison.Ordinal),
            new JsonataTranslator(static name => "$states.input." + name, read.Report).Template(Body.ReadValue("object", "new { note }").Value!).ToJsonTemplate());
        Assert.Equal(["ASL301 «new { note, s.Note }» an object with two properties of the same name: rename one: their names are equal in JSON"], read.Findings);
    }

    [Fact]
    public void Context_and_token()
    {
        const string Parameters = "WorkflowContext context, TaskToken token";
        var read = Body.ReadValue("object", "new { context.ExecutionName, context.StateEnteredTime, token, Text = $\"{token}!\" }", parameters: Parameters);
        Assert.Equal(
            """{"executionName":"{% $states.context.Execution.Name %}","stateEnteredTime":"{% $states.context.State.EnteredTime %}","token":"{% $states.context.Task.Token %}","text":"{% $states.context.Task.Token & '!' %}"}""",
            new JsonataTranslator(static name => "$" + name, read.Report).Template(read.Value!).ToJsonTemplate());
        Assert.Empty(read.Findings);
    }

    [Fact]
    public void A_name_of_a_block_hides_no_variable()
    {
        var read = Body.ReadValue("int", "n / dividend", parameters: "int n, int dividend");
        Assert.Equal(
            "($dividend2 := $n; $divisor := $dividend; $divisor = 0 ? $error('Attempted to divide by zero.') : ($quotient := $dividend2 / $divisor; $quotient < 0 ? $ceil($quotient) : $floor($quotient)))",
            new JsonataTranslator(static name => "$" + name, read.Report).Translate(read.Value!));
    }
}
