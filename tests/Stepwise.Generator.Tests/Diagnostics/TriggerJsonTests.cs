using System.Globalization;

namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>Findings in the JSON of rules and schedules, on the token that is wrong.</summary>
public sealed class TriggerJsonTests
{
    [Theory]
    [InlineData("""{ "source": [|[|]] }""", "at 'source', the array is empty, so nothing would match")]
    [InlineData("""{ "source": ["crm"], "detail": [|{|]} }""", "at 'detail', a field must be an array of the values that match, or an object with fields")]
    [InlineData("""{ "source": ["crm"], "detail": { "id": [|5|] } }""", "at 'id', a field must be an array of the values that match, or an object with fields")]
    [InlineData("""{ "source": [[|[|]"crm"]] }""", "at 'source', each item must be a value or a filter, not an array")]
    [InlineData("""{ "source": [[|{|] "prefix": "a", "suffix": "b" }] }""", "at 'source', a filter has one name, such as {\"prefix\": \"a\"}; write several filters as several items of the array")]
    [InlineData("""{ "source": [{ [|"starts-with"|]: "a" }] }""",
        "there is no filter 'starts-with'; the filters are prefix, suffix, anything-but, numeric, exists, cidr, equals-ignore-case, wildcard")]
    [InlineData("""{ "source": [{ "prefix": [|1|] }] }""", "prefix must be a string or {\"equals-ignore-case\": \"...\"}")]
    [InlineData("""{ "source": [{ "suffix": { "equals-ignore-case": [|null|] } }] }""", "suffix must be a string or {\"equals-ignore-case\": \"...\"}")]
    [InlineData("""{ "source": [{ "equals-ignore-case": [|true|] }] }""", "equals-ignore-case must be a string")]
    [InlineData("""{ "source": [{ "wildcard": [|"a**b"|] }] }""", "a wildcard cannot have two * in a row")]
    [InlineData("""{ "source": [{ "wildcard": [|"a\\b"|] }] }""", "in a wildcard, a backslash must be followed by * or another backslash")]
    [InlineData("""{ "detail": { "on": [{ "exists": [|"yes"|] }] } }""", "exists must be true or false")]
    [InlineData("""{ "detail": { "ip": [{ "cidr": [|"10.0.0.0/33"|] }] } }""", "cidr must be a range of addresses, such as \"10.0.0.0/24\"")]
    [InlineData("""{ "detail": { "ip": [{ "cidr": [|"10.0.0.0"|] }] } }""", "cidr must be a range of addresses, such as \"10.0.0.0/24\"")]
    [InlineData("""{ "source": [{ "anything-but": [|true|] }] }""", "anything-but takes strings, numbers, or one of prefix, suffix, equals-ignore-case, wildcard")]
    [InlineData("""{ "source": [{ "anything-but": ["a", [|1|]] }] }""", "anything-but takes strings or numbers, not both")]
    [InlineData("""{ "source": [{ "anything-but": [|[|]] }] }""", "anything-but needs at least one value")]
    [InlineData("""{ "source": [{ "anything-but": { [|"numeric"|]: [">", 1] } }] }""", "anything-but does not allow the filter 'numeric', only prefix, suffix, equals-ignore-case, wildcard")]
    [InlineData("""{ "source": [{ "anything-but": { "prefix": [|""|] } }] }""", "prefix in anything-but must be a string that is not empty, or an array of such strings")]
    [InlineData("""{ "detail": { "n": [{ "numeric": [[|"!="|], 1] }] } }""", "numeric must begin with =, <, <=, > or >=")]
    [InlineData("""{ "detail": { "n": [{ "numeric": [">", [|"1"|]] }] } }""", "a number must follow >")]
    [InlineData("""{ "detail": { "n": [{ "numeric": ["=", 1, [|"<"|], 5] }] } }""", "numeric ends here: only > or >= can be followed by an upper limit")]
    [InlineData("""{ "detail": { "n": [{ "numeric": [">", 1, [|">="|], 5] }] } }""", "an upper limit must begin with < or <=")]
    [InlineData("""{ "detail": { "n": [{ "numeric": [">", 5, "<=", [|1|]] }] } }""", "the upper limit of a range must be greater than the lower one")]
    [InlineData("""{ "detail": { "n": [{ "numeric": [">", [|6000000000|]] }] } }""", "EventBridge compares numbers from -5,000,000,000 to 5,000,000,000")]
    [InlineData("""{ "$or": [|[|]{ "source": ["a"] }] }""", "$or needs at least two patterns")]
    [InlineData("""{ "$or": [{ "source": ["a"] }, [|"b"|]] }""", "each pattern in $or must be an object with at least one field")]
    [InlineData("""{ "$or": [{ "source": ["a"] }, { "detail": { "n": [{ [|"x"|]: 1 }] } }] }""",
        "there is no filter 'x'; the filters are prefix, suffix, anything-but, numeric, exists, cidr, equals-ignore-case, wildcard")]
    [InlineData("""{ "source": [[|x|]] }""", "line 1, column 14: A value cannot begin with 'x'")]
    [InlineData("""{ "source": ["x"] [|,|]""", "line 1, column 20: The text ends inside an object")]
    [InlineData("""{ "source": ["a"], [|"source"|]: ["b"] }""", "line 1, column 20: The name 'source' occurs twice in this object")]
    public void A_pattern_that_EventBridge_refuses(string pattern, string problem) =>
        Rule("Pattern = \"\"\"" + pattern + "\"\"\", InputPaths = [\"orderId=$.detail.id\"]").Reports("ASL512", "'Pattern' is not valid: " + problem);

    [Theory]
    [InlineData("""{ "source": ["crm", null, 1, true, ""], "detail-type": [{ "prefix": "a" }, { "suffix": { "equals-ignore-case": ".PNG" } }] }""")]
    [InlineData("""{ "detail": { "n": [{ "numeric": [">", 0, "<=", 5] }, { "numeric": ["=", 300] }, { "numeric": ["<", 10] }], "on": [{ "exists": false }] } }""")]
    [InlineData("""{ "detail": { "ip": [{ "cidr": "10.0.0.0/24" }, { "cidr": "2001:db8::/32" }], "path": [{ "wildcard": "a*\\*\\\\*b" }] } }""")]
    [InlineData("""{ "source": [{ "anything-but": ["a", "b"] }, { "anything-but": 1 }, { "anything-but": { "wildcard": ["*a", "b*"] } }, { "anything-but": { "prefix": "i" } }] }""")]
    [InlineData("""{ "source": ["a"], "$or": [{ "detail": { "x": [1] } }, { "detail": { "$or": [{ "y": [1] }, { "z": [{ "exists": true }] }] } }] }""")]
    public void A_pattern_that_EventBridge_takes(string pattern) =>
        Rule("Pattern = \"\"\"" + pattern + "\"\"\", InputPaths = [\"orderId=$.detail.id\"]").IsFine();

    [Theory]
    [InlineData("""
        "{ \"source\": [ { [|\"pre\u0066\"|]: 1 } ] }"
        """)]
    [InlineData("""
        "\u007B \"\x73ource\": [\t{\n [|\"pref\"|]: 1 } ] }"
        """)]
    [InlineData("""
        @"{ ""source"":
            [ { [|""pref""|]: 1 } ] }"
        """)]
    [InlineData(""""
        """{ "source": [ { [|"pref"|]: 1 } ] }"""
        """")]
    [InlineData(""""
        """
          {
            "source": [

              { [|"pref"|]: 1 }
            ]
          }
          """
        """")]
    [InlineData(""""
        "{ \"source\": [" + (@" {" + """ [|"pref"|]: 1""") + " } ] }"
        """")]
    [InlineData(""""
        "{ \"source\": [ { [|\"pr" + "ef\"|]: 1 } ] }"
        """")]
    [InlineData("""
        [|Order.Filter|]
        """)]
    [InlineData("""
        [|"{ " + Order.Members|]
        """)]
    public void The_place_is_found_in_every_kind_of_literal(string literal)
    {
        foreach (var source in new[] { literal, literal.Replace("\n", "\r\n", StringComparison.Ordinal) })
        {
            Rule("Pattern = " + source + ", InputPaths = [\"orderId=$.detail.id\"]")
                .Reports("ASL512", "'Pattern' is not valid: there is no filter 'pref'; the filters are prefix, suffix, anything-but, numeric, exists, cidr, equals-ignore-case, wildcard");
        }
    }

    [Theory]
    [InlineData("""{ "orderId": <id>, "count": [|"<n>"|] }""", "'count' must be a whole number, but this is a string: remove the quotes around <n>")]
    [InlineData("""{ "orderId": <id>, "count": [|"1<n>0"|] }""", "'count' must be a whole number, but this is a string: remove the quotes around <n>")]
    [InlineData("""{ "orderId": <id>, "count": [|<source>|] }""", "'count' must be a whole number, but <source> is a string")]
    [InlineData("""{ "orderId": [|<all>|] }""", "'orderId' must be a string, but <all> is an object")]
    [InlineData("""{ "orderId": <id>, "paid": [|<aws.events.rule-name>|] }""", "'paid' must be a boolean, but <aws.events.rule-name> is a string")]
    [InlineData("""{ "orderId": <id>, "lines": [[|{|] "product": <n> }] }""", "'lines[0].amount' is missing")]
    [InlineData("""{ "orderId": <id>, "lines": [{ "product": "<n>", "amount": [|"<n>"|] }] }""", "'lines[0].amount' must be a number, but this is a string: remove the quotes around <n>")]
    [InlineData("""[|<source>|]""", "the input must be an object, but this is a string")]
    public void A_placeholder_that_cannot_be_what_the_input_has(string template, string problem) =>
        Template(template).Reports("ASL506", "The executions that rule 'imported' starts would fail: " + problem);

    [Theory]
    [InlineData("""{ "orderId": "order-<id>", "count": <n>, "paid": <n>, "lines": <n>, "reference": "<id>" }""")]
    [InlineData("""{ "orderId": <source>, "reference": <n>, "lines": [{ "product": "<id> of <source>", "amount": <n> }] }""")]
    [InlineData("<all>")]
    [InlineData("""{ "orderId": <aws.events.rule-arn> }""")]
    public void A_placeholder_that_can_be_it(string template) => Template(template).IsFine();

    [Theory]
    [InlineData("""{ "orderId": [|<aws.events.rule>|] }""", "InputPaths has no path named 'aws.events.rule'")]
    [InlineData("""{ "orderId": "[|<aws.events.event>|]" }""", "<aws.events.event> is an object: remove the quotes around it")]
    [InlineData("""{ [|"<id>"|] : 1 }""", "a placeholder cannot be part of a property name")]
    [InlineData("""{ "orderId": <id>, [|<n>|] : 1 }""", "a placeholder cannot be part of a property name")]
    [InlineData("""{ "orderId": <id> [|"|]count": 1 }""", "line 1, column 19: An object goes on with ',' or ends with '}', not '\"'")]
    public void A_template_that_EventBridge_refuses(string template, string problem) => Template(template.Replace("[|\"|]count\"", "[|\"count\"|]", StringComparison.Ordinal))
        .Reports("ASL512", "'InputTemplate' is not valid: " + problem);

    [Fact]
    public void A_path_that_is_never_what_the_input_has() =>
        Rule("Pattern = \"{ \\\"source\\\": [\\\"crm\\\"] }\", InputPaths = [\"orderId=$.id\", [|\"count=$.time\"|]]")
            .Reports("ASL506", "The executions that rule 'imported' starts would fail: 'count' is a whole number, and $.time is a string");

    [Theory]
    [InlineData("DateTimeOffset", "2026-13-01T10:00:00Z", "a date and time, such as 2026-01-15T10:00:00Z")]
    [InlineData("DateTimeOffset", "15.01.2026", "a date and time, such as 2026-01-15T10:00:00Z")]
    [InlineData("DateTime", "2026-01-15T25:00:00", "a date and time, such as 2026-01-15T10:00:00Z")]
    [InlineData("DateOnly", "2026-01-15T10:00:00", "a date, such as 2026-01-15")]
    [InlineData("TimeSpan", "an hour", "a time, such as 10:30:00")]
    [InlineData("TimeSpan", "25:00:00", "a time, such as 10:30:00")]
    [InlineData("TimeOnly", "25:00:00", "a time of day, such as 10:30:00")]
    [InlineData("TimeOnly", "1.00:00:00", "a time of day, such as 10:30:00")]
    [InlineData("char", "ab", "one character")]
    public void A_text_of_another_form_than_its_type(string type, string text, string form)
    {
        Typed(type, "[|\"" + text + "\"|]").Reports("ASL506", $"The executions that schedule 'nightly' starts would fail: 'value' must be {form}, but this is '{text}'");
    }

    [Theory]
    [InlineData("DateTimeOffset", "2026-01-15T10:00:00.1234567+02:00")]
    [InlineData("DateTimeOffset", "2026-01-15T10:00Z")]
    [InlineData("DateTime", "2026-01-15")]
    [InlineData("DateTime", "2026-01-15T10:00:00")]
    [InlineData("DateOnly", "2026-01-15")]
    [InlineData("TimeSpan", "1.02:03:04.5000000")]
    [InlineData("TimeOnly", "23:59:59.9")]
    [InlineData("char", "a")]
    public void A_text_of_the_form_of_its_type(string type, string text) => Typed(type, "\"" + text + "\"").IsFine();

    [Theory]
    [InlineData("DateTimeOffset", "<aws.scheduler.scheduled-time>")]
    [InlineData("DateTime", "<aws.scheduler.scheduled-time>")]
    [InlineData("string", "<aws.scheduler.scheduled-time>")]
    [InlineData("string", "<aws.scheduler.schedule-arn>")]
    [InlineData("string", "<aws.scheduler.execution-id>")]
    [InlineData("string", "attempt <aws.scheduler.attempt-number> of <aws.scheduler.execution-id>")]
    [InlineData("string", "<aws.schedule.other>")]
    public void A_context_attribute_of_the_scheduler_has_the_form_of_its_type(string type, string text) => Typed(type, "\"" + text + "\"").IsFine();

    [Theory]
    [InlineData("Guid", "<aws.scheduler.execution-id>", "must be a GUID, such as 00000000-0000-0000-0000-000000000000, but this is '<aws.scheduler.execution-id>'")]
    [InlineData("DateOnly", "<aws.scheduler.scheduled-time>", "must be a date, such as 2026-01-15, but this is '<aws.scheduler.scheduled-time>'")]
    [InlineData("DateTimeOffset", "at <aws.scheduler.scheduled-time>", "must be a date and time, such as 2026-01-15T10:00:00Z, but this is 'at <aws.scheduler.scheduled-time>'")]
    [InlineData("int", "<aws.scheduler.attempt-number>", "must be a whole number, but this is a string")]
    [InlineData("string", "<aws.scheduler.time>", "has <aws.scheduler.time>, which EventBridge Scheduler does not replace. It replaces <aws.scheduler.scheduled-time>, <aws.scheduler.schedule-arn>, <aws.scheduler.execution-id>, <aws.scheduler.attempt-number>")]
    public void A_context_attribute_that_does_not_fit(string type, string text, string problem) =>
        Typed(type, "[|\"" + text + "\"|]").Reports("ASL506", "The executions that schedule 'nightly' starts would fail: 'value' " + problem);

    [Fact]
    public void A_rule_of_EventBridge_has_no_context_attributes() =>
        Rule(""""Schedule = "rate(1 day)", Input = """{ "orderId": "o", "reference": [|"<aws.scheduler.time>"|] }""" """")
            .Reports("ASL506", "The executions that rule 'imported' starts would fail: 'reference' must be a GUID, such as 00000000-0000-0000-0000-000000000000, but this is '<aws.scheduler.time>'");

    private static Marked Typed(string type, string json) => Marked.Source($$""""
        [StateMachine("order")]
        [Schedule("nightly", "rate(1 day)", Input = """{ "value": {{json}} }""")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start({{type}} value);

            [Succeed]
            public static partial void Done();
        }
        """");

    [Fact]
    public void What_is_too_long()
    {
        var many = string.Join(", ", Enumerable.Range(0, 500).Select(static n => "\"value-" + n.ToString(CultureInfo.InvariantCulture) + "\""));
        Rule("Pattern = [|\"\"\"{ \"source\": [" + many + "] }\"\"\"|], InputPaths = [\"orderId=$.detail.id\"]")
            .Reports("ASL512", "'Pattern' is not valid: it has 5,902 characters, and at most 4,096 are allowed");
        Rule("Schedule = \"rate(1 day)\", Input = [|\"\"\"{ \"orderId\": \"" + new string('x', 9000) + "\" }\"\"\"|]")
            .Reports("ASL512", "'Input' is not valid: it has 9,014 characters, and at most 8,192 are allowed");
        Rule("Pattern = \"{ \\\"source\\\": [\\\"crm\\\"] }\", InputPaths = [\"id=$.id\"], InputTemplate = [|\"\"\"{ \"orderId\": \"" + new string('x', 9000) + "\" }\"\"\"|]")
            .Reports("ASL512", "'InputTemplate' is not valid: it has 9,017 characters, and at most 8,192 are allowed");

        // Spaces are not deployed.
        Rule("Schedule = \"rate(1 day)\", Input = \"\"\"{ \"orderId\": " + new string(' ', 9000) + "\"o\" }\"\"\"").IsFine();
    }

    private static Marked Template(string template) => Rule(
        "Pattern = \"{ \\\"source\\\": [\\\"crm\\\"] }\", InputPaths = [\"id=$.detail.id\", \"n=$.detail.n\", \"source=$.source\", \"all=$.detail\"], InputTemplate = \"\"\"" + template + "\"\"\"");

    private static Marked Rule(string arguments) => Marked.Source($$"""
        [StateMachine("order")]
        [EventRule("imported", {{arguments}})]
        public sealed partial class Order
        {
            public const string Members = "\"source\": [ { \"pref\": 1 } ] }";
            public const string Filter = "{ " + Members;

            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId, int? count, bool? paid, Guid? reference, IReadOnlyList<Line>? lines);

            [Succeed]
            public static partial void Done();
        }

        public sealed record Line(string Product, decimal Amount);
        """);
}
