using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>An attribute is Stepwise's by its type. What it is called in the source decides nothing.</summary>
public sealed class AttributeIdentityTests
{
    /// <summary>Attributes of other libraries that have names of Stepwise's.</summary>
    private const string Foreign = """
        namespace Other
        {
            public sealed class StateMachineAttribute(string name) : System.Attribute { public string Name => name; }
            public sealed class RetryAttribute(int count) : System.Attribute { public int Count => count; }
            public sealed class CatchAttribute : System.Attribute { public string? Next { get; set; } }
            public sealed class WaitAttribute(int seconds) : System.Attribute { public int Seconds => seconds; }
            public sealed class ResourceAttribute(string arn) : System.Attribute { public string Arn => arn; }
            public sealed class FromAttribute(string source) : System.Attribute { public string Source => source; }
            public sealed class PayloadAttribute : System.Attribute;
            public sealed class LoggingAttribute(int level) : System.Attribute { public int Level => level; }
            public sealed class TracingAttribute : System.Attribute;
            public sealed class ScheduleAttribute(string name) : System.Attribute { public string Name => name; }
            public sealed class DynamicSchedulesAttribute(string name) : System.Attribute { public string Name => name; }
        }
        """;

    private const string Order = """
        [StateMachine("order"), Retry, Catch(Next = nameof(Failed))]
        public sealed partial class Order
        {
            [Start(Next = nameof(Reserve))] public static partial void Start(string id, string note);
            [LambdaTask("reserve", Next = nameof(Pause))] public static partial Task Reserve(string id);
            [Wait(5, Next = nameof(Done))] public static partial void Pause();
            [Succeed] public static partial void Done();
            [Fail("OrderFailed")] public static partial void Failed();
        }
        """;

    [Theory]
    [InlineData("[StateMachine(\"order\")", "[Other.StateMachine(\"zzz\"), StateMachine(\"order\")")]
    [InlineData("[StateMachine(\"order\")", "[Other.Logging(1), Other.Tracing, Other.Schedule(\"s\"), Other.DynamicSchedules(\"s\"), StateMachine(\"order\")")]
    [InlineData("[LambdaTask(\"reserve\"", "[Other.Retry(3), Other.Catch(Next = nameof(Done)), Other.Resource(\"?\"), LambdaTask(\"reserve\"")]
    [InlineData("Reserve(string id)", "Reserve([Other.From(\"note\")] string id)")]
    [InlineData("Reserve(string id)", "Reserve([Other.Payload] string id)")]
    [InlineData("[Succeed]", "[Other.Wait(3)] private static void Helper() { }\n    [Succeed]")]
    public void Attributes_of_other_libraries_change_nothing(string from, string to)
    {
        var compilation = Compile(Order.Replace(from, to, StringComparison.Ordinal));
        Assert.Empty(Errors(compilation));
        Assert.Equal(TestBed.Artifacts(Compile(Order)), TestBed.Artifacts(compilation));
    }

    [Theory]
    [InlineData("StateMachine(")]
    [InlineData("Retry")]
    [InlineData("Catch(")]
    [InlineData("Start(")]
    [InlineData("LambdaTask(")]
    [InlineData("Wait(")]
    [InlineData("Succeed")]
    [InlineData("Fail(")]
    public void Aliases_and_qualified_names_mean_what_they_stand_for(string use)
    {
        var name = use.TrimEnd('(');
        var written = Order.Contains("[" + use, StringComparison.Ordinal) ? "[" + use : ", " + use;
        var expected = TestBed.Artifacts(Compile(Order));
        foreach (var other in new[] { "global::Stepwise." + name, "Stepwise." + name + "Attribute", "S." + name, "S::" + name, "X" })
        {
            var source = Order.Replace(written, written.Replace(name, other, StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.NotEqual(Order, source);
            var compilation = Compile($"using S = Stepwise;\nusing X = Stepwise.{name}Attribute;\n" + source);
            Assert.Empty(Errors(compilation));
            Assert.Equal(expected, TestBed.Artifacts(compilation));
        }
    }

    [Fact]
    public void An_alias_of_a_generic_attribute_has_its_type_argument()
    {
        const string Catches = """[LambdaTask("reserve", Next = nameof(Pause)), Catch<Late>(Next = nameof(Failed))]""";
        var expected = Order.Replace("[LambdaTask(\"reserve\", Next = nameof(Pause))]", Catches, StringComparison.Ordinal) + "\npublic sealed class Late : Exception;";
        var alias = "using L = Stepwise.CatchAttribute<Late>;\n" + expected.Replace("Catch<Late>", "L", StringComparison.Ordinal);
        var artifacts = TestBed.Artifacts(Compile(alias));
        Assert.Contains("\"Late\"", artifacts["order/order.asl.json"], StringComparison.Ordinal);
        Assert.Equal(TestBed.Artifacts(Compile(expected)), artifacts);
    }

    [Fact]
    public void A_nested_attribute_hides_Stepwises()
    {
        var nested = Order.Replace(", Retry, ", ", Stepwise.Retry, ", StringComparison.Ordinal).Replace("[Succeed]", "private sealed class RetryAttribute : Attribute;\n    [Retry, Succeed]", StringComparison.Ordinal);
        Assert.Empty(Errors(Compile(nested)));
        Assert.Equal(TestBed.Artifacts(Compile(Order)), TestBed.Artifacts(Compile(nested)));
    }

    [Fact]
    public void A_retry_of_another_library_does_not_stand_for_one()
    {
        var source = Order.Replace(", Retry, ", ", ", StringComparison.Ordinal).Replace("[LambdaTask", "[Other.Retry(3), LambdaTask", StringComparison.Ordinal);
        Assert.Contains(TestBed.Analyze(Compile(source)), static finding => finding.Id == "ASL401");
    }

    [Fact]
    public void A_message_has_the_attributes_own_name()
    {
        var source = "using P = Stepwise.PassAttribute;\n" + Order.Replace("[Succeed]", "[Succeed, P(End = true)]", StringComparison.Ordinal);
        var finding = Assert.Single(TestBed.Analyze(Compile(source)), static finding => finding.Id == "ASL015");
        Assert.Contains("[Pass]", finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void A_StateMachine_in_a_namespace_Stepwise_of_another_assembly_makes_no_workflow()
    {
        var library = TestBed.Compile("namespace Stepwise { public sealed class StateMachineAttribute(string name) : System.Attribute { public string Name => name; } }")
            .WithAssemblyName("Impostor").ToMetadataReference(["impostor"]);
        var only = "extern alias impostor;\n" + Order.Replace("StateMachine(", "impostor::Stepwise.StateMachine(", StringComparison.Ordinal);
        Assert.Empty(TestBed.Artifacts(Compile(only).AddReferences(library)));
        Assert.Empty(TestBed.Analyze(Compile(only).AddReferences(library)));

        var both = "extern alias impostor;\n" + Order.Replace("[StateMachine", "[impostor::Stepwise.StateMachine(\"zzz\"), StateMachine", StringComparison.Ordinal);
        var compilation = Compile(both).AddReferences(library);
        Assert.Empty(Errors(compilation));
        Assert.Equal(TestBed.Artifacts(Compile(Order)), TestBed.Artifacts(compilation));
    }

    [Fact]
    public void Types_in_a_namespace_Stepwise_of_another_assembly_are_objects()
    {
        const string Types = "namespace Stepwise { public sealed record TaskToken(string Value); public sealed record LambdaResult<T>(T Payload); }";
        var source = Order
            .Replace("Start(string id", "Start(TaskToken id", StringComparison.Ordinal)
            .Replace("LambdaTask(\"reserve\", ", "LambdaTask(\"reserve\", ResultName = \"answer\", ", StringComparison.Ordinal)
            .Replace("Task Reserve(string id)", "Task<LambdaResult<string>> Reserve(TaskToken id)", StringComparison.Ordinal);
        var compilation = TestBed.Compile(("Stepwise.cs", "global using Stepwise;"), ("Types.cs", Types), ("Order.cs", source));
        Assert.Empty(Errors(compilation));
        var artifacts = TestBed.Artifacts(compilation);
        Assert.Contains("$states.result.Payload", artifacts["order/order.asl.json"], StringComparison.Ordinal);
        Assert.DoesNotContain("waitForTaskToken", artifacts["order/order.asl.json"], StringComparison.Ordinal);
        Assert.Contains("\"$ref\": \"#/$defs/TaskToken\"", artifacts["order/input.schema.json"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_NextState_in_a_namespace_Stepwise_of_another_assembly_is_not_what_a_choice_returns()
    {
        const string Types = "namespace Stepwise { public sealed class NextState { public static implicit operator NextState(string name) => new(); } }";
        var source = Order.Replace("[Succeed]", "[Choice] public static NextState Decide(string note) => note == \"\" ? nameof(Done) : nameof(Failed);\n    [Succeed]", StringComparison.Ordinal)
            .Replace("nameof(Pause)", "nameof(Decide)", StringComparison.Ordinal);
        Assert.DoesNotContain(TestBed.Analyze(Compile(source)), static finding => finding.Id == "ASL008");
        Assert.Contains(
            TestBed.Analyze(TestBed.Compile(("Stepwise.cs", "global using Stepwise;"), ("Types.cs", Types), ("Order.cs", source))),
            static finding => finding.Id == "ASL008" && finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture).EndsWith("a [Choice] returns NextState", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_parts_with_the_attribute_are_one_workflow()
    {
        // The compiler refuses the second attribute. A generator that added two files of one name would fail for all workflows.
        var compilation = Compile(Order + "\n[StateMachine(\"again\")] public sealed partial class Order;");
        TestBed.Generate(compilation, out var result);
        Assert.Null(Assert.Single(result.Results).Exception);
        Assert.Contains("order/order.asl.json", TestBed.Artifacts(compilation).Keys);
    }

    private static CSharpCompilation Compile(string source) =>
        TestBed.Compile(("Stepwise.cs", "global using Stepwise;"), ("Foreign.cs", Foreign), ("Order.cs", source));

    private static IEnumerable<Diagnostic> Errors(CSharpCompilation compilation) => TestBed.Generate(compilation, out _).GetDiagnostics()
        .Concat(TestBed.Analyze(compilation))
        .Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
}
