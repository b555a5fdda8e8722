using Stepwise.Generator.Kinds;

namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>Each finding of this kind at least once: its place and its text.</summary>
public sealed class DeploymentDiagnosticsTests
{
    private const string Fits = """Input = "{ \"orderId\": \"o\" }" """;

    [Fact]
    public void ASL503_A_rule_cannot_run_at_one_time() =>
        Class($$"""[EventRule("launch", Schedule = [|"at(2026-01-15T10:00:00)"|], {{Fits}})]""")
            .Reports("ASL503", "'at(2026-01-15T10:00:00)' works only in EventBridge Scheduler, but the rule 'launch' allows only rate() and cron(). Use [Schedule], or [DynamicSchedules] for times that are known at run time");

    [Theory]
    [InlineData("Rate(1 minute)", "it must be in lower case: write rate(1 minute)")]
    [InlineData("rate(1 minutes)", "the unit must agree with the number: write rate(1 minute)")]
    [InlineData("rate(5 minute)", "the unit must agree with the number: write rate(5 minutes)")]
    [InlineData("rate(0 minutes)", "rate() takes a whole number from 1 and a unit, such as rate(5 minutes)")]
    [InlineData("rate(30 seconds)", "the unit of rate() must be minutes, hours or days")]
    [InlineData("cron(0 9 * * *)", "cron() takes six fields (minutes, hours, day of month, month, day of week, year), but here are 5")]
    [InlineData("cron(0 9 * * * *)", "exactly one of day of month and day of week must be ?, such as in cron(0 9 ? * MON-FRI *)")]
    public void ASL504_EventBridge_cannot_read_the_schedule(string expression, string reason)
    {
        Class($$"""[EventRule("poll", Schedule = [|"{{expression}}"|], {{Fits}})]""").Reports("ASL504", $"EventBridge cannot read '{expression}': {reason}");
        Class($$"""[Schedule("poll", [|"{{expression}}"|], {{Fits}})]""").Reports("ASL504", $"EventBridge cannot read '{expression}': {reason}");
    }

    [Theory]
    [InlineData("every minute")]
    [InlineData("hourly(5)")]
    public void ASL504_The_suggested_forms_are_those_that_the_trigger_allows(string expression)
    {
        Class($$"""[EventRule("poll", Schedule = [|"{{expression}}"|], {{Fits}})]""")
            .Reports("ASL504", $"EventBridge cannot read '{expression}': write rate(5 minutes) or cron(0 9 ? * MON-FRI *)");
        Class($$"""[Schedule("poll", [|"{{expression}}"|], {{Fits}})]""")
            .Reports("ASL504", $"EventBridge cannot read '{expression}': write rate(5 minutes), cron(0 9 ? * MON-FRI *) or at(2026-01-15T10:00:00)");
    }

    [Fact]
    public void ASL504_A_single_time_has_no_zone() =>
        Class($$"""[Schedule("poll", [|"at(2026-01-15T10:00:00Z)"|], {{Fits}})]""")
            .Reports("ASL504", "EventBridge cannot read 'at(2026-01-15T10:00:00Z)': at() takes a date and a time without a time zone, such as at(2026-01-15T10:00:00)");

    [Theory]
    [InlineData("rate(1 minute)")]
    [InlineData("rate(5 minutes)")]
    [InlineData("rate(7 days)")]
    [InlineData("cron(0 9 ? * MON-FRI *)")]
    [InlineData("cron(0/15 8-18 1 * ? 2026)")]
    [InlineData("at(2026-01-15T10:00:00)")]
    public void A_valid_schedule_is_fine(string expression) => Class($$"""[Schedule("poll", "{{expression}}", TimeZone = "Europe/Berlin", {{Fits}})]""").IsFine();

    [Fact]
    public void ASL505_A_scheduled_event_has_no_detail() =>
        Class("""[EventRule("poll", Schedule = "rate(1 minute)", InputPaths = new[] { [|"orderId=$.detail.orderId"|] })]""")
            .Reports("ASL505", "'$.detail.orderId' finds nothing: the rule 'poll' runs on a schedule, and the detail of a scheduled event is empty. Set a constant Input, or a Pattern instead of the Schedule");

    [Theory]
    [InlineData("cron(60 9 ? * MON-FRI *)", "60", "minutes cannot be '60': it must be 0-59, with , - * /")]
    [InlineData("cron(0 24 ? * MON-FRI *)", "24", "hours cannot be '24': it must be 0-23, with , - * /")]
    [InlineData("cron(0 9,25 ? * MON-FRI *)", "9,25", "hours cannot be '9,25' because of '25': it must be 0-23, with , - * /")]
    [InlineData("cron(0 9 32 * ? *)", "32", "day of month cannot be '32': it must be 1-31, with , - * / ? L W")]
    [InlineData("cron(0 9 W * ? *)", "W", "day of month cannot be 'W': it must be 1-31, with , - * / ? L W")]
    [InlineData("cron(0 9 ? 13 MON *)", "13", "month cannot be '13': it must be 1-12 or JAN-DEC, with , - * /")]
    [InlineData("cron(0 9 ? JANUARY MON *)", "JANUARY", "month cannot be 'JANUARY': it must be 1-12 or JAN-DEC, with , - * /")]
    [InlineData("cron(0 9 ? * 0 *)", "0 *)", "day of week cannot be '0': it must be 1-7 or SUN-SAT, with , - * / ? L #")]
    [InlineData("cron(0 9 ? * MON#6 *)", "MON#6", "day of week cannot be 'MON#6': it must be 1-7 or SUN-SAT, with , - * / ? L #")]
    [InlineData("cron(0 9 ? * 3#1,6#3 *)", "3#1,6#3", "day of week cannot be '3#1,6#3': a day with # must be the only value")]
    [InlineData("cron(0 9 ? * MON 1969)", "1969", "year cannot be '1969': it must be 1970-2199, with , - * /")]
    [InlineData("cron(0/0 9 ? * MON *)", "0/0", "minutes cannot be '0/0': it must be 0-59, with , - * /")]
    [InlineData("cron(5, 9 ? * MON *)", "5,", "minutes cannot be '5,' because a value is missing in the list: it must be 0-59, with , - * /")]
    [InlineData("cron(? 9 ? * MON *)", "?", "minutes cannot be '?': it must be 0-59, with , - * /")]
    public void ASL504_A_field_of_cron_is_out_of_its_range(string expression, string field, string problem)
    {
        var wrong = problem.Substring(problem.IndexOf('\'', StringComparison.Ordinal) + 1);
        wrong = wrong.Substring(0, wrong.IndexOf('\'', StringComparison.Ordinal));
        var start = expression.IndexOf(field, StringComparison.Ordinal);
        start = field == "0 *)" ? expression.LastIndexOf(field, StringComparison.Ordinal) : start;
        var marked = expression.Insert(start + wrong.Length, "|]").Insert(start, "[|");
        Class($$"""[EventRule("poll", Schedule = "{{marked}}", {{Fits}})]""").Reports("ASL504", $"EventBridge cannot read '{expression}': the field {problem}");
    }

    [Theory]
    [InlineData("cron(0 9 L * ? *)")]
    [InlineData("cron(0 9 LW * ? *)")]
    [InlineData("cron(0 9 3W * ? *)")]
    [InlineData("cron(0 9 ? JAN,jul 6L 2026-2199)")]
    [InlineData("cron(0 9 ? 1-12/3 3#2 *)")]
    [InlineData("cron(0/5 8-17 ? * mon-FRI 1970)")]
    [InlineData("cron(*/15 0,12 1-31 * ? *)")]
    [InlineData("cron(59 23 31 12 ? 2199)")]
    public void What_a_field_of_cron_takes_is_fine(string expression) => Class($$"""[Schedule("poll", "{{expression}}", {{Fits}})]""").IsFine();

    [Fact]
    public void ASL504_An_expression_is_too_long() =>
        Class($$"""[Schedule("poll", [|"cron({{string.Join(',', Enumerable.Repeat("10", 90))}} 9 ? * MON *)"|], {{Fits}})]""")
            .Reports("ASL504", $"EventBridge cannot read 'cron({string.Join(',', Enumerable.Repeat("10", 90))} 9 ? * MON *)': it has 287 characters, and at most 256 are allowed");

    [Theory]
    [InlineData("""[|{|] }""", "'orderId' is missing")]
    [InlineData("""[|[|]]""", "the input must be an object, but this is an array")]
    [InlineData("""{ "orderId": [|1|] }""", "'orderId' must be a string, but this is a number")]
    [InlineData("""{ "orderId": [|null|] }""", "'orderId' cannot be null")]
    [InlineData("""{ "orderId": "o", "count": [|1.5|] }""", "'count' must be a whole number, but this is 1.5")]
    [InlineData("""{ "orderId": "o", "reference": [|"r"|] }""", "'reference' must be a GUID, such as 00000000-0000-0000-0000-000000000000, but this is 'r'")]
    [InlineData("""{ "orderId": "o", "lines": [{ "product": "p", "amount": [|true|] }] }""", "'lines[0].amount' must be a number, but this is a boolean")]
    [InlineData("""{ "orderId": "o", "lines": [[|{|] "product": "p" }] }""", "'lines[0].amount' is missing")]
    [InlineData("""{ "orderId": "o", "colour": [|"blue"|] }""", "'colour' must be one of Red, Green, but this is 'blue'")]
    public void ASL506_The_input_does_not_fit_the_contract(string json, string problem) =>
        Class("[Schedule(\"nightly\", \"rate(1 day)\", Input = " + Literal(json) + ")]").Reports("ASL506", "The executions that schedule 'nightly' starts would fail: " + problem);

    [Fact]
    public void ASL506_An_event_is_no_input_by_itself() =>
        Class("""[[|EventRule|]("imported", Pattern = "{ \"source\": [\"crm\"] }")]""")
            .Reports("ASL506", "The executions that rule 'imported' starts would fail: it has no Input, so the event is the input, and an event has no 'orderId'");

    [Fact]
    public void ASL506_A_path_is_missing() =>
        Class("""[EventRule("imported", Pattern = "{ \"source\": [\"crm\"] }", [|InputPaths|] = ["count=$.detail.count"])]""")
            .Reports("ASL506", "The executions that rule 'imported' starts would fail: 'orderId' is missing");

    [Fact]
    public void ASL507_The_input_has_no_such_property()
    {
        Class("""[Schedule("nightly", "rate(1 day)", Input = "{ \"orderId\": \"o\", [|\"OrderId\"|]: \"o\" }")]""")
            .Reports("ASL507", "No state reads 'OrderId' in the input of schedule 'nightly'. The input of the workflow has: orderId, count, reference, lines, colour");
        Class("""[EventRule("imported", Pattern = "{ \"source\": [\"crm\"] }", InputPaths = ["orderId=$.detail.id", [|"total=$.detail.total"|]])]""")
            .Reports("ASL507", "No state reads 'total' in the input of rule 'imported'. The input of the workflow has: orderId, count, reference, lines, colour");
    }

    [Theory]
    [InlineData("AlarmMetric.ExecutionsFailed, PeriodSeconds = [|45|]", "'PeriodSeconds' cannot be 45: CloudWatch counts in periods of 10, 20, 30 or a multiple of 60 seconds")]
    [InlineData("AlarmMetric.ExecutionsFailed, EvaluationPeriods = [|0|]", "'EvaluationPeriods' cannot be 0: it must be at least 1")]
    [InlineData("AlarmMetric.ExecutionsFailed, Threshold = [|0|]", "'Threshold' cannot be 0: it must be at least 1")]
    [InlineData("AlarmMetric.ExecutionsFailed, EvaluationPeriods = [|289|]",
        "'EvaluationPeriods' cannot be 289: all periods together must be at most 86,400 seconds, one day, because a period is shorter than an hour")]
    [InlineData("AlarmMetric.ExecutionsFailed, PeriodSeconds = 3600, EvaluationPeriods = [|169|]", "'EvaluationPeriods' cannot be 169: all periods together must be at most 604,800 seconds, seven days")]
    [InlineData("AlarmMetric.ExecutionsFailed, PeriodSeconds = [|604860|]", "'PeriodSeconds' cannot be 604860: all periods together must be at most 604,800 seconds, seven days")]
    [InlineData("AlarmMetric.ExecutionTime, ThresholdSeconds = [|0|]", "'ThresholdSeconds' cannot be 0: it must be at least 1")]
    [InlineData("AlarmMetric.ExecutionsFailed, PeriodSeconds = [|0|]", "'PeriodSeconds' cannot be 0: CloudWatch counts in periods of 10, 20, 30 or a multiple of 60 seconds")]
    [InlineData("[|AlarmMetric.ExecutionTime|]", "'ThresholdSeconds' cannot be left out: ExecutionTime is a time, and only you know which one is too long")]
    public void ASL508_CloudWatch_cannot_make_the_alarm(string arguments, string message) => Class("[Alarm(" + arguments + ")]").Reports("ASL508", message);

    [Theory]
    [InlineData("EvaluationPeriods = 288")]
    [InlineData("PeriodSeconds = 3600, EvaluationPeriods = 168")]
    [InlineData("PeriodSeconds = 604800")]
    [InlineData("PeriodSeconds = 10")]
    [InlineData("Topic = \"arn:aws:sns:eu-central-1:123456789012:on-call\"")]
    public void An_alarm_that_CloudWatch_makes(string arguments) => Class("[Alarm(AlarmMetric.ExecutionsFailed, " + arguments + ")]").IsFine();

    [Fact]
    public void ASL509_The_threshold_is_not_for_this_metric()
    {
        Class("[Alarm(AlarmMetric.ExecutionsAborted, [|ThresholdSeconds|] = 60)]").Reports("ASL509", "'ThresholdSeconds' has no effect: ExecutionsAborted is measured as a number of executions: set Threshold");
        Class("[Alarm(AlarmMetric.ExecutionTime, ThresholdSeconds = 60, [|Threshold|] = 2)]").Reports("ASL509", "'Threshold' has no effect: ExecutionTime is measured as a time: set ThresholdSeconds");
    }

    [Fact]
    public void ASL510_Personal_data_goes_to_the_log() => Marked.Source(
        """
        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        [Logging(ExecutionLogLevel.All, [|IncludeExecutionData|] = true)]
        public sealed partial class Order
        {
            [Start(Next = nameof(Load))]
            public static partial void Start(string campaignName, string emailAddress, int phoneCount);

            [LambdaTask("load", Next = nameof(Done))]
            public static partial Task<Loaded> Load(string emailAddress);

            [Succeed]
            public static partial void Done();

            [Fail("OrderFailed")]
            public static partial void Failed();
        }

        public sealed record Loaded(IReadOnlyList<Customer> Customers, string Name);

        public sealed record Customer(string Name, DateOnly DateOfBirth, string? Ssn, bool PhoneVerified);
        """)
        .Reports("ASL510", "IncludeExecutionData writes values that look like personal data to CloudWatch Logs: emailAddress, Customer.Name, Customer.DateOfBirth, Customer.Ssn. "
            + "Remove it, or protect the log group and limit its retention as such data requires");

    [Theory]
    [InlineData("PhoneNumber", "X", true)]
    [InlineData("eMail", "X", true)]
    [InlineData("customer_email", "X", true)]
    [InlineData("FirstName", "X", true)]
    [InlineData("ContactName", "X", true)]
    [InlineData("Name", "Customer", true)]
    [InlineData("Name", "Campaign", false)]
    [InlineData("CampaignName", "X", false)]
    [InlineData("FileName", "Customer", false)]
    [InlineData("EmailTemplate", "X", false)]
    [InlineData("AddressId", "X", false)]
    [InlineData("EmailTemplateName", "X", false)]
    [InlineData("EmailSubject", "Customer", false)]
    [InlineData("MobileAppVersion", "X", false)]
    [InlineData("ZipFile", "X", false)]
    [InlineData("ZipCode", "X", true)]
    [InlineData("TemplateEmail", "X", true)]
    [InlineData("Microphone", "X", false)]
    [InlineData("Assn", "X", false)]
    [InlineData("Rename", "Customer", false)]
    public void Personal_data_is_found_by_words(string name, string owner, bool expected) => Assert.Equal(expected, PersonalData.IsPersonal(name, owner));

    [Fact]
    public void ASL511_A_rule_has_one_trigger_and_one_input()
    {
        Class($$"""[[|EventRule|]("imported", {{Fits}})]""").Reports("ASL511", "The rule 'imported' has neither Schedule nor Pattern, so it would never run: set one of them");
        Class($$"""[EventRule("imported", Schedule = "rate(1 day)", [|Pattern|] = "{ \"source\": [\"crm\"] }", {{Fits}})]""")
            .Reports("ASL511", "The rule 'imported' has both Schedule and Pattern: split it into two rules");
        Class($$"""[EventRule("imported", Pattern = "{ \"source\": [\"crm\"] }", {{Fits}}, [|InputPaths|] = ["orderId=$.detail.id"])]""")
            .Reports("ASL511", "The rule 'imported' has both Input and InputPaths: move the constants to InputTemplate");
        Class($$"""[EventRule("imported", Pattern = "{ \"source\": [\"crm\"] }", {{Fits}}, [|InputTemplate|] = "{}")]""")
            .Reports("ASL511", "The rule 'imported' has an InputTemplate without InputPaths: set Input for a constant");
    }

    [Fact]
    public void ASL512_EventBridge_cannot_read_the_JSON()
    {
        Class($$"""[EventRule("imported", Pattern = "{ \"source\": [|\"crm\"|] }", {{Fits}})]""")
            .Reports("ASL512", "'Pattern' is not valid: at 'source', a field must be an array of the values that match, or an object with fields");
        Class($$"""[EventRule("imported", Pattern = "[|{|]}", {{Fits}})]""")
            .Reports("ASL512", "'Pattern' is not valid: it must be an object with at least one field, such as {\"source\": [\"crm\"]}");
        Class("""[EventRule("imported", Pattern = "{ \"source\": [\"crm\"] }", InputPaths = ["orderId=$.detail.id"], InputTemplate = "{ \"orderId\": [|<order>|] }")]""")
            .Reports("ASL512", "'InputTemplate' is not valid: InputPaths has no path named 'order'");
    }

    [Fact]
    public void A_template_is_checked_like_a_constant()
    {
        Class("""[EventRule("imported", Pattern = "{ \"source\": [\"crm\"] }", InputPaths = ["id=$.detail.id"], InputTemplate = "{ \"orderId\": \"o-<id>\", \"count\": 1 }")]""").IsFine();
        Class("""[EventRule("imported", Pattern = "{ \"source\": [\"crm\"] }", InputPaths = ["id=$.detail.id"], InputTemplate = "[|{|] \"count\": 1 }")]""")
            .Reports("ASL506", "The executions that rule 'imported' starts would fail: 'orderId' is missing");
    }

    [Theory]
    [InlineData("""[Encryption("key", DataKeyReuseSeconds = [|30|])]""", "'DataKeyReuseSeconds' cannot be 30: it must be 60 to 900")]
    [InlineData("""[DynamicSchedules([|"a group"|])]""", "'group' cannot be \"a group\": use 1 to 64 of A-Z, a-z, 0-9, -, _ and a dot")]
    [InlineData("""[Logging(ExecutionLogLevel.Error, LogGroupPrefix = [|"/aws/a b/"|])]""",
        "'LogGroupPrefix' cannot be \"/aws/a b/\": use 1 to 432 of the characters A-Z a-z 0-9 _ . / # -, such as \"/aws/stepfunctions/\"; the name of the deployed machine is appended to it")]
    [InlineData("""[Publish(Alias = [|"12"|])]""", "'Alias' cannot be \"12\": use 1 to 80 of A-Z, a-z, 0-9, -, _ and a dot, and not only digits")]
    [InlineData("""[Schedule("n", "rate(1 day)", TimeZone = [|"W. Europe Standard Time"|], Input = "{ \"orderId\": \"o\" }")]""",
        "'TimeZone' cannot be \"W. Europe Standard Time\": it must be an IANA name, such as \"Europe/Berlin\" or \"UTC\"")]
    [InlineData("""[EventRule("n", Pattern = "{ \"source\": [\"crm\"] }", InputPaths = ["orderId=$.detail.id", [|"count"|]])]""",
        "'InputPaths' cannot be \"count\": it must be a property of the input and a path into the event, such as \"campaignId=$.detail.campaignId\"")]
    [InlineData("""[EventRule("n", Pattern = "{ \"source\": [\"crm\"] }", InputPaths = ["orderId=$.id", "count=[|$.detail['id']|]"])]""",
        "'InputPaths' cannot be \"count=$.detail['id']\": brackets must contain an index or *, such as $.resources[0]; write a name after a dot")]
    [InlineData("""[EventRule("n", Pattern = "{ \"source\": [\"crm\"] }", InputPaths = ["orderId=$.id", "count = [|$.orderId|]"])]""",
        "'InputPaths' cannot be \"count = $.orderId\": an event has no field 'orderId', only version, id, detail-type, source, account, time, region, resources, detail; the data of its sender is in $.detail")]
    [InlineData("""[EventRule("n", Pattern = "{ \"source\": [\"crm\"] }", InputPaths = ["orderId=$.detail.id", "[|AWSid|]=$.id"])]""",
        "'InputPaths' cannot be \"AWSid=$.id\": a name does not begin with AWS")]
    [InlineData("""[EventRule("n", Pattern = "{ \"source\": [\"crm\"] }", InputPaths = ["orderId=$.detail.id", "count=[|==|]"])]""",
        "'InputPaths' cannot be \"count===\": a path must begin with $, such as $.detail.campaignId")]
    [InlineData("""[EventRule("n", Pattern = "{ \"source\": [\"crm\"] }", InputPaths = ["orderId=$.detail.id", "count=[|detail.count|]"])]""",
        "'InputPaths' cannot be \"count=detail.count\": a path must begin with $, such as $.detail.campaignId")]
    [InlineData("""[EventRule("n", Pattern = "{ \"source\": [\"crm\"] }", InputPaths = ["orderId=$.id", "count=[|$.detail..id|]"])]""",
        "'InputPaths' cannot be \"count=$.detail..id\": a name must follow the dot")]
    [InlineData("""[Alarm(AlarmMetric.ExecutionsFailed, Topic = [|"on call"|])]""",
        "'Topic' cannot be \"on call\": it must be the name of a standard SNS topic, 1 to 256 of A-Z, a-z, 0-9, - and _, such as \"campaign-notifications\", or its ARN")]
    [InlineData("""[Alarm(AlarmMetric.ExecutionsFailed, Topic = [|"arn:aws:sqs:eu-central-1:123456789012:q"|])]""",
        "'Topic' cannot be \"arn:aws:sqs:eu-central-1:123456789012:q\": it must be the name of a standard SNS topic, 1 to 256 of A-Z, a-z, 0-9, - and _, such as \"campaign-notifications\", or its ARN")]
    public void ASL016_Other_values_are_checked_too(string attribute, string message) => Class(attribute).Reports("ASL016", message);

    [Fact]
    public void ASL515_A_time_zone_is_not_in_the_database()
    {
        Class($$"""[Schedule("n", "rate(1 day)", TimeZone = [|"Europe/Berlim"|], {{Fits}})]""").Reports("ASL515", "There is no time zone 'Europe/Berlim' in the IANA database: did you mean 'Europe/Berlin'?");
        Class($$"""[Schedule("n", "rate(1 day)", TimeZone = [|"Mars/OlympusMons"|], {{Fits}})]""").Reports("ASL515", "There is no time zone 'Mars/OlympusMons' in the IANA database: write a name such as 'Europe/Berlin'");
        foreach (var zone in new[] { "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "EST5EDT", "Asia/Kolkata" })
        {
            Class($$"""[Schedule("n", "rate(1 day)", TimeZone = "{{zone}}", {{Fits}})]""").Reports("ASL515", "");
        }
    }

    [Fact]
    public void ASL016_Two_schedules_have_one_name() =>
        Class($$"""
            [Schedule("nightly", "rate(1 day)", {{Fits}})]
            [Schedule([|"nightly"|], "rate(2 days)", {{Fits}})]
            """).Reports("ASL016", "'name' cannot be \"nightly\": another [Schedule] has that name");

    private static string Literal(string json) => "\"" + json.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static Marked Class(string attributes) => Marked.Source($$"""
        [StateMachine("order")]
        {{attributes}}
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId, int? count, Guid? reference, IReadOnlyList<Line>? lines, Colour? colour);

            [Succeed]
            public static partial void Done();
        }

        public sealed record Line(string Product, decimal Amount);

        [System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter))]
        public enum Colour { Red, Green }
        """);
}
