namespace Stepwise.Generator.Tests.Incremental;

/// <summary>A file: where it is, what is in it, and with which symbols it is parsed.</summary>
internal sealed record SampleFile(string Path, string Text, params string[] Symbols);

/// <summary>An edit of one file: a text is replaced by another one, or the file as a whole is changed.</summary>
/// <param name="Name">What is edited.</param>
/// <param name="File">The key of the file.</param>
/// <param name="Changes">Whether what is generated changes.</param>
/// <param name="Apply">The edit; it returns the file as it is where it does not fit.</param>
internal sealed record SampleEdit(string Name, string File, bool Changes, Func<SampleFile, SampleFile> Apply)
{
    public override string ToString() => Name;
}

/// <summary>Two workflows that use every attribute, with their types in other files, and edits of everything that what is generated can depend on.</summary>
internal static class EditedSample
{
    public static IReadOnlyDictionary<string, SampleFile> Files { get; } = new SortedDictionary<string, SampleFile>(StringComparer.Ordinal)
    {
        ["A"] = new("/p/A.cs", Workflow),
        ["B"] = new("/p/B.cs", SecondPart),
        ["C"] = new("/p/C.cs", Contracts),
        ["D"] = new("/p/D.cs", OtherWorkflow),
        ["E"] = new("/p/E.cs", Built),
        ["M"] = new("/p/M.cs", Methods),
        ["N"] = new("/p/N.cs", MethodsOfMethods),
        ["U"] = new("/p/U.cs", Unrelated),
    };

    public static IReadOnlyList<SampleEdit> Edits { get; } =
    [
        // Elsewhere, and of no effect.
        Replace("a body elsewhere", "U", false, "x = 1", "x = 2"),
        Replace("a comment elsewhere", "U", false, "var x", "/* a thought */ var x"),
        Replace("a declaration elsewhere", "U", false, "class Unrelated", "class Renamed"),
        Replace("a type that hides nothing", "U", false, "namespace Elsewhere", "namespace App { public static class Hidden { } }\nnamespace Elsewhere"),
        Replace("a body in a record", "C", false, "=> Count * 2", "=> Count * 3"),
        Replace("an initial value of a field", "C", false, "Unused = 1", "Unused = 2"),

        // The class's own attributes and bodies.
        Replace("a timeout", "A", true, "TimeoutSeconds = 604_800", "TimeoutSeconds = 604_801"),
        Replace("the query language", "A", true, "QueryLanguage = QueryLanguage.JsonPath", "QueryLanguage = QueryLanguage.Jsonata"),
        Replace("a naming", "A", true, "[StateMachine(\"first\",", "[StateMachine(\"first\", JsonNaming = JsonNaming.SnakeCase,"),
        Replace("a retry", "A", true, "MaxAttempts = 3", "MaxAttempts = 4"),
        Replace("a catch", "A", true, "[Catch(Next", "[Catch(\"States.Timeout\", Next"),
        Replace("logging", "A", true, "RetentionDays = 7", "RetentionDays = 14"),
        Replace("tracing", "A", true, ", Tracing]", "]"),
        Replace("a resource", "A", true, "bucket/*", "bucket/a/*"),
        Replace("a wait", "A", true, "[Wait(60,", "[Wait(61,"),
        Replace("the cause of a failure", "A", true, "Cause = \"It failed\"", "Cause = \"It has failed\""),
        Replace("a body", "A", true, "?? \"d\"", "?? \"dd\""),
        Replace("a body that means the same", "A", false, "?? \"d\"", "?? (\"d\")"),
        Replace("a comment in the class", "A", false, "// A thought.", "// Another thought."),
        Replace("the documentation of the class", "A", true, "Runs the first.", "Runs first."),
        Replace("the documentation of a state", "A", true, "Checks it.", "Looks at it."),
        Replace("a moved class", "A", false, "namespace App.Machines;", "namespace App.Machines;\n\n\n"),
        Replace("a parameter", "A", true, "Start(string id, ", "Start(string id, int urgency, "),
        Replace("a state's name", "A", true, "StateName = \"Check it\"", "StateName = \"Check it well\""),
        Replace("a transition", "A", true, "Next = nameof(Listed))] // Fill", "Next = nameof(Later))] // Fill"),

        // Raw JSON: its white space is not written, all else is.
        Replace("the order of members in a raw state", "A", true, """ "Comment": "as it stands", "Next": "Later" """, """ "Next": "Later", "Comment": "as it stands" """),
        Replace("a substitution in a raw state that becomes text", "A", true, "as it stands", "as it $\\u007bstands}"),
        Replace("a substitution in a raw state", "A", true, "as it stands", "as it ${Stands}"),
        Replace("white space in a raw state", "A", false, "\"Comment\": \"as", "\"Comment\":   \"as"),
        Replace("a value in a raw task", "A", true, "\"MaxBuckets\": 3", "\"MaxBuckets\": 4"),
        Replace("the order of arguments of a raw task", "A", true, "\"MaxBuckets\": 3, \"Prefix\": \"${Foo}\"", "\"Prefix\": \"${Foo}\", \"MaxBuckets\": 3"),
        Replace("a substitution in a raw task that becomes text", "A", true, "${Foo}", "$\\u007bFoo}"),

        // Triggers and other attributes of deployment.
        Replace("the input of a schedule", "D", true, "\"orderId\": \"nightly\"", "\"orderId\": \"daily\""),
        Replace("the order of members in the input of a schedule", "D", true, "\"orderId\": \"nightly\", \"note\": \"n\"", "\"note\": \"n\", \"orderId\": \"nightly\""),
        Replace("a time zone", "D", true, "Europe/Berlin", "Europe/Paris"),
        Replace("a rule's schedule", "D", true, "rate(1 minute)", "rate(2 minutes)"),
        Replace("a rule that is enabled", "D", true, "Enabled = false", "Enabled = true"),
        Replace("a pattern", "D", true, "[\"crm\"]", "[\"erp\"]"),
        Replace("the order of fields in a pattern", "D", true, "\"source\": [\"shop\"], \"detail-type\": [\"order\"]", "\"detail-type\": [\"order\"], \"source\": [\"shop\"]"),
        Replace("an input path", "D", true, "note=$.detail.note", "note=$.detail.text"),
        Replace("a template", "D", true, "\"note\": \"changed\"", "\"note\": \"altered\""),
        Replace("an alarm", "D", true, "ThresholdSeconds = 90", "ThresholdSeconds = 91"),
        Replace("a topic", "D", true, "Topic = \"on-call\"", "Topic = \"on-duty\""),
        Replace("a key", "D", true, "[Encryption(\"order-data\")]", "[Encryption(\"orders\")]"),
        Replace("a group of schedules", "D", true, "DynamicSchedules(\"orders\")", "DynamicSchedules(\"groups\")"),
        Replace("an alias", "D", true, "Alias = \"live\"", "Alias = \"stable\""),

        // The second part of the class.
        Replace("a state in the second part", "B", true, "Seconds.Nap", "Seconds.Sleep"),
        Replace("an attribute of the second part", "B", true, "public sealed partial", "[Publish(Alias = \"live\")] public sealed partial"),
        Replace("a nested type that hides another one", "B", true, "private static int unused;", "public static class Limits { public const int Seconds = 9; public const int Most = 7; }"),
        Whole("a part that comes first", "B", true, static file => file with { Path = "/p/0.cs" }),

        // Types and constants in other files.
        Replace("a constant in an attribute", "C", true, "int Seconds = 30", "int Seconds = 31"),
        Replace("a constant in a body", "C", true, "Most = 2", "Most = 3"),
        Replace("a field that is not constant", "C", false, "Unread = 1", "Unread = 2"),
        Replace("a property of a base type", "C", true, "string? Extra", "int Extra"),
        Replace("a base type", "C", true, " : Base;", ";"),
        Replace("a name on the wire", "C", true, "record Result(int Count", "record Result([property: JsonPropertyName(\"nn\")] int Count"),
        Replace("a converter of an enum", "C", true, "[JsonConverter(typeof(JsonStringEnumConverter<Kind>))] ", ""),
        Replace("a name of a member of an enum", "C", true, "One, Two", "[JsonStringEnumMemberName(\"first\")] One, Two"),
        Replace("a nullable annotation", "C", true, "string? Other", "string Other"),
        Replace("the documentation of a property", "C", true, "How many.", "How very many."),
        Replace("the documentation of a property in the other form", "C", true, "Its kind.", "What it is."),
        Replace("an initial value that appears", "E", true, "public string Plain { get; set; }", "public string Plain { get; set; } = \"z\";"),
        Replace("an initial value that changes", "E", false, "Filled { get; set; } = \"\"", "Filled { get; set; } = \"z\""),
        Replace("a field that becomes a property", "C", true, "public int Held;", "public int Held => 1;"),
        Replace("a body of a property of a type that is built", "E", false, "Number * 2", "Number * 3"),
        Replace("a constructor that gets a statement", "E", true, "public Box() { }", "public Box() { Number = 5; }"),
        Replace("a property that is computed", "E", true, "public string Plain { get; set; }", "public string Plain => \"\";"),
        Replace("a property that gets a body", "E", true, "public string Plain { get; set; }", "public string Plain { get { return \"\"; } set { } }"),
        Replace("a nullable context that ends in a body", "C", true, "var nothing = 0;", "\n#nullable disable annotations\n"),
        Replace("a nullable context that ends", "C", true, "public class Lists", "\n#nullable disable annotations\npublic class Lists"),
        Whole("a header that says that the file is generated", "C", true, static file => file with { Text = "// <auto-generated/>\n" + file.Text }),
        Whole("a header in the other form", "C", true, static file => file with { Text = "/* <autogenerated> */\n" + file.Text }),
        Whole("a header that says nothing", "C", false, static file => file with { Text = "// A licence.\n" + file.Text }),
        Whole("a symbol", "C", true, static file => file with { Symbols = ["WITH_MORE"] }),
        Whole("a file that is generated", "C", true, static file => file with { Path = "/p/C.stepwise.g.cs" }),

        // Methods and initial values that bodies use.
        Replace("a body of a method that a body calls", "M", true, "order.Other ?? ", "order.Note ?? "),
        Replace("a body of a method that a method calls", "N", true, "text + \"!\"", "text + \"?\""),
        Replace("an initial value that a method reads", "M", true, "Prefix = \"e\"", "Prefix = \"f\""),
        Replace("a static constructor that assigns", "M", true, "var nothing = 1;", "Prefix = \"g\";"),
        Replace("a body of a method that nothing calls", "M", false, "=> 1", "=> 2"),

        // What a name means.
        Replace("an alias for all files", "U", true, "namespace Elsewhere", "global using Result = System.Text.StringBuilder;\nnamespace Elsewhere"),
        Replace("a using for all files", "U", false, "namespace Elsewhere", "global using Z;\nnamespace Z { public class Q { } }\nnamespace Elsewhere"),
        Replace("a type that hides another one", "U", true, "namespace Elsewhere", "namespace App.Machines { public record Result(int Other); }\nnamespace Elsewhere"),
        Replace("a statement at the top", "U", false, "namespace Elsewhere", "System.Console.WriteLine();\nnamespace Elsewhere"),
    ];

    private const string Workflow = """"
        using App.Types;
        using Stepwise;

        namespace App.Machines;

        /// <summary>Runs the first.</summary>
        [StateMachine("first", TimeoutSeconds = 604_800, QueryLanguage = QueryLanguage.JsonPath)]
        [Retry(IntervalSeconds = 2, MaxAttempts = 3, BackoffRate = 2.0)]
        [Catch(Next = nameof(Failed))]
        [Logging(ExecutionLogLevel.All, RetentionDays = 7), Tracing]
        public sealed partial class First
        {
            // A thought.
            [Start(Next = nameof(Check))]
            public static partial void Start(string id, In order);

            /// <summary>Checks it.</summary>
            [LambdaTask("check", TimeoutSeconds = Limits.Seconds, StateName = "Check it", Next = nameof(Choose))]
            public static partial Task<Result> Check(string id);

            [Choice]
            public static NextState Choose(Result result) => result.Count > Limits.Most && result.Kind == Kind.One ? nameof(Fill) : nameof(Listed);

            [Pass(ResultName = "box", QueryLanguage = QueryLanguage.Jsonata, Next = nameof(Listed))] // Fill
            public static Box Fill(Result result, In order) => new() { Number = result.Count, Text = order.Note ?? "d", Filled = Notes.Other(order) };

            [RawTask("arn:aws:states:::aws-sdk:s3:listBuckets", """{ "MaxBuckets": 3, "Prefix": "${Foo}" }""", ResultName = "buckets", Next = nameof(Spread))]
            [Resource("arn:aws:s3:::bucket/*")]
            public static partial Task<System.Text.Json.JsonElement> Listed();

            [RawState("""{ "Type": "Pass", "Comment": "as it stands", "Next": "Later" }""")]
            public static partial void Spread();

            [Wait(60, Next = nameof(Nap))]
            public static partial void Later();

            [Succeed(QueryLanguage = QueryLanguage.Jsonata)]
            public static object Done(Result result, Lists lists) => new { result.Count, Items = result.Count > 1 ? lists.Some : lists.Others };

            [Fail("Failed", Cause = "It failed")]
            public static partial void Failed();
        }
        """";

    private const string SecondPart = """
        using App.Types;
        using Stepwise;

        namespace App.Machines;

        public sealed partial class First
        {
            private static int unused;

            private static class Seconds
            {
                public const int Nap = 5;
                public const int Sleep = 6;
            }

            [Wait(Seconds.Nap, Next = nameof(Lists))]
            public static partial void Nap();

            [LambdaTask("lists", Next = nameof(Done))]
            public static partial Task<Lists> Lists(string id);
        }
        """;

    private const string Contracts = """
        using System.Text.Json.Serialization;

        namespace App.Types;

        public static class Limits
        {
            public const int Seconds = 30;
            public const int Most = 2;
            public static readonly int Unread = 1;
        }

        [JsonConverter(typeof(JsonStringEnumConverter<Kind>))] public enum Kind { One, Two }

        /// <summary>The result.</summary>
        /// <param name="Count">How many.</param>
        public record Result(int Count, Kind Kind) : Base;

        public record Base
        {
            private int Unused = 1;
            public string? Extra { get; init; }
            public int Held;
            public int Twice(int Count) => Count * 2;
            private void Nothing() { var nothing = 0; }
        }

        public record In(string? Note, string? Other)
        {
            /** <summary>Its kind.</summary> */
            public string? Sort { get; init; }
        #if WITH_MORE
            public string? More { get; init; }
        #endif
        }

        public class Lists
        {
            public System.Collections.Generic.List<string> Some { get; set; }
            public System.Collections.Generic.List<string?> Others { get; set; }
        }
        """;

    /// <summary>A type that a state builds: what is generated depends on whether its properties have initial values and bodies and whether its constructor is empty, and not on what these are.</summary>
    private const string Built = """
        namespace App.Types;

        public class Box
        {
            public Box() { }
            public int Number { get; set; }
            public string Text { get; set; } = "";
            public string Filled { get; set; } = "";
            public string Plain { get; set; }
            [System.Text.Json.Serialization.JsonIgnore] public int Twice => Number * 2;
        }
        """;

    private const string Methods = """
        namespace App.Types;

        public static class Notes
        {
            public static readonly string Prefix = "e";
            static Notes() { var nothing = 1; }
            public static string Other(In order) => order.Other ?? More.Last(Prefix);
            public static int Unused() => 1;
        }
        """;

    private const string MethodsOfMethods = """
        namespace App.Types;

        public static class More { public static string Last(string text) => text + "!"; }
        """;

    private const string OtherWorkflow = """"
        using Stepwise;

        [StateMachine("second")]
        [Encryption("order-data")]
        [Alarm(AlarmMetric.ExecutionsFailed, Topic = "on-call"), Alarm(AlarmMetric.ExecutionTime, ThresholdSeconds = 90, PeriodSeconds = 60, EvaluationPeriods = 2)]
        [Schedule("nightly", "cron(0 2 * * ? *)", TimeZone = "Europe/Berlin", Input = """{ "orderId": "nightly", "note": "n" }""")]
        [EventRule("poll", Schedule = "rate(1 minute)", Enabled = false, Input = """{ "orderId": "o" }""")]
        [EventRule("imported", Pattern = """{ "source": ["crm"] }""", InputPaths = ["orderId=$.detail.id", "note=$.detail.note"])]
        [EventRule("changed", Pattern = """{ "source": ["shop"], "detail-type": ["order"] }""", InputPaths = ["id=$.detail.id"], InputTemplate = """{ "orderId": <id>, "note": "changed" }""")]
        [DynamicSchedules("orders"), Publish(Alias = "live")]
        public sealed partial class Second
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId, string? note);

            [Succeed]
            public static object Done(string orderId) => new { orderId };
        }
        """";

    private const string Unrelated = "namespace Elsewhere { class Unrelated { void M() { var x = 1; } } }";

    private static SampleEdit Replace(string name, string file, bool changes, string from, string to) =>
        new(name, file, changes, sample => sample with { Text = sample.Text.Replace(from, to, StringComparison.Ordinal) });

    private static SampleEdit Whole(string name, string file, bool changes, Func<SampleFile, SampleFile> apply) => new(name, file, changes, apply);
}
