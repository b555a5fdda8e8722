using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Stepwise.Generator.Tests.Clients;

/// <summary>The extension methods on <c>IAmazonStepFunctions</c>: compiled against the public shape of the SDK's versions 3 and 4, which differ in their dates, and run against a fake.</summary>
public sealed class ClientTests
{
    private const string Hint = "Stepwise.StepFunctionsClient.stepwise.g.cs";

    private const string Workflow = """
        using Stepwise;

        [StateMachine("order", JsonNaming = JsonNaming.SnakeCase)]
        public sealed partial class Order
        {
            [Start(Next = nameof(Done))]
            public static partial void Start(string orderId, string? note, Line firstLine);

            [Succeed]
            public static object Done(string orderId, Line firstLine) => new { orderId, firstLine };
        }

        public sealed record Line(string ProductName);
        """;

    private const string Program = """
        using Amazon.StepFunctions;
        using Amazon.StepFunctions.Model;
        using Stepwise;

        public sealed class Fake : IAmazonStepFunctions
        {
            public List<StartExecutionRequest> Started { get; } = new();

            public Queue<DescribeExecutionResponse> Responses { get; } = new();

            public int Described { get; private set; }

            public Task<StartExecutionResponse> StartExecutionAsync(StartExecutionRequest request, CancellationToken cancellationToken = default)
            {
                Started.Add(request);
                return Task.FromResult(new StartExecutionResponse { ExecutionArn = "arn:execution" });
            }

            public Task<DescribeExecutionResponse> DescribeExecutionAsync(DescribeExecutionRequest request, CancellationToken cancellationToken = default)
            {
                Described++;
                return Task.FromResult(Responses.Count > 1 ? Responses.Dequeue() : Responses.Peek());
            }
        }

        /// <summary>A clock on which every wait is over at once, and is written down.</summary>
        public sealed class Clock : TimeProvider
        {
            public List<TimeSpan> Waits { get; } = new();

            public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            {
                if (dueTime > TimeSpan.Zero)
                {
                    Waits.Add(dueTime);
                    dueTime = TimeSpan.Zero;
                }

                return System.CreateTimer(callback, state, dueTime, period);
            }
        }

        public static class Run
        {
            private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(1);

            public static async Task<string> WaitOn(TimeSpan? interval)
            {
                var client = new Fake();
                var clock = new Clock();
                client.Responses.Enqueue(Of("RUNNING"));
                client.Responses.Enqueue(Of("PENDING_REDRIVE"));
                var closed = Of("SUCCEEDED");
                closed.Output = "{\"order_id\":\"o-1\",\"first_line\":{\"product_name\":\"p\"}}";
                client.Responses.Enqueue(closed);
                await client.WaitForCompletionAsync(Order.Workflow, "arn:execution", interval, clock);
                return string.Join(" ", clock.Waits);
            }

            public static async Task<string> Start(string? name, string? trace)
            {
                var client = new Fake();
                var arn = await client.StartExecutionAsync(Order.Workflow, "arn:machine", new Order.Input("o-1", null, new Line("p")), name, trace);
                var request = client.Started[0];
                return $"{arn} {request.StateMachineArn} {request.Name ?? "none"} {request.TraceHeader ?? "none"} {request.Input}";
            }

            public static async Task<string> Describe()
            {
                var client = new Fake();
                client.Responses.Enqueue(Of("RUNNING"));
                var execution = await client.DescribeExecutionAsync(Order.Workflow, "arn:execution");
                return $"{execution.Status} {execution.StartedAt:O} {execution.StoppedAt?.ToString("O") ?? "none"} {execution.Output?.ToString() ?? "none"}";
            }

            public static async Task<string> Succeed()
            {
                var client = new Fake();
                client.Responses.Enqueue(Of("RUNNING"));
                client.Responses.Enqueue(Of("RUNNING"));
                var closed = Of("SUCCEEDED");
                closed.Output = "{\"order_id\":\"o-1\",\"first_line\":{\"product_name\":\"p\"}}";
                client.Responses.Enqueue(closed);
                Order.Output output = await client.WaitForCompletionAsync(Order.Workflow, "arn:execution", Interval);
                return $"{client.Described} {output.OrderId} {output.FirstLine.ProductName}";
            }

            public static async Task<string> Fail(string status)
            {
                var client = new Fake();
                var closed = Of(status);
                closed.Error = "OrderFailed";
                closed.Cause = "No stock";
                client.Responses.Enqueue(closed);
                try
                {
                    await client.WaitForCompletionAsync(Order.Workflow, "arn:execution", Interval);
                    return "no exception";
                }
                catch (WorkflowExecutionException exception)
                {
                    return $"{exception.Status} {exception.ExecutionArn} {exception.Error} {exception.Cause}. {exception.Message}";
                }
            }

            public static async Task<string> Cancel()
            {
                var client = new Fake();
                client.Responses.Enqueue(Of("RUNNING"));
                using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
                try
                {
                    await client.WaitForCompletionAsync(Order.Workflow, "arn:execution", TimeSpan.FromHours(1), cancellationToken: source.Token);
                    return "no exception";
                }
                catch (OperationCanceledException)
                {
                    return "cancelled";
                }
            }

            private static DescribeExecutionResponse Of(string status) => new()
            {
                Status = new ExecutionStatus(status),
                StartDate = new DateTime(2026, 1, 15, 10, 0, 0, DateTimeKind.Utc),
            };
        }
        """;

    [Theory]
    [InlineData("System.DateTime")]
    [InlineData("System.DateTime?")]
    public void It_compiles_without_a_warning(string date)
    {
        var updated = TestBed.Generate(TestBed.Compile(Sdk(date), Workflow, Program), out var result);
        Assert.Empty(updated.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Warning or DiagnosticSeverity.Error));
        Assert.Contains(result.Results[0].GeneratedSources, static source => source.HintName == Hint);
    }

    [Theory]
    [InlineData("System.DateTime")]
    [InlineData("System.DateTime?")]
    public async Task It_runs(string date)
    {
        var run = Emitted.Assembly(TestBed.Compile(Sdk(date), Workflow, Program)).GetType("Run")!;
        Task<string> Call(string method, params object?[] arguments) => (Task<string>)run.GetMethod(method)!.Invoke(null, arguments)!;

        const string Input = """{"order_id":"o-1","first_line":{"product_name":"p"}}""";
        Assert.Equal("arn:execution arn:machine none none " + Input, await Call("Start", null, null));
        Assert.Equal("arn:execution arn:machine o-1 Root=1 " + Input, await Call("Start", "o-1", "Root=1"));
        Assert.Equal("Running 2026-01-15T10:00:00.0000000+00:00 none none", await Call("Describe"));
        Assert.Equal("3 o-1 p", await Call("Succeed"));
        Assert.Equal("Failed arn:execution OrderFailed No stock. The execution arn:execution failed with OrderFailed: No stock", await Call("Fail", "FAILED"));
        Assert.StartsWith("TimedOut ", await Call("Fail", "TIMED_OUT"), StringComparison.Ordinal);
        Assert.StartsWith("Aborted ", await Call("Fail", "ABORTED"), StringComparison.Ordinal);
        Assert.Equal("cancelled", await Call("Cancel"));
        Assert.Equal("00:00:05 00:00:05", await Call("WaitOn", (object?)null));
        Assert.Equal("01:00:00 01:00:00", await Call("WaitOn", TimeSpan.FromHours(1)));
    }

    [Fact]
    public void Without_the_SDK_there_is_nothing()
    {
        TestBed.Generate(TestBed.Compile(Workflow), out var result);
        Assert.DoesNotContain(result.Results[0].GeneratedSources, static source => source.HintName == Hint);
    }

    [Fact]
    public void A_project_without_workflows_has_it_where_it_has_the_SDK()
    {
        TestBed.Generate(TestBed.Compile(Sdk("System.DateTime?")), out var result);
        Assert.Equal(Hint, Assert.Single(result.Results[0].GeneratedSources).HintName);
    }

    [Theory]
    [InlineData("System.DateTime")]
    [InlineData("System.DateTime?")]
    public void A_project_that_references_the_assembly_of_the_workflows_has_it(string date)
    {
        using var sdk = new MemoryStream();
        Assert.Empty(TestBed.Compile(Sdk(date)).WithAssemblyName("Sdk").Emit(sdk).Diagnostics.Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));
        using var workflows = new MemoryStream();
        Assert.Empty(TestBed.Generate(TestBed.Compile(Workflow).WithAssemblyName("Workflows"), out var library).Emit(workflows).Diagnostics
            .Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));
        Assert.DoesNotContain(library.Results[0].GeneratedSources, static source => source.HintName == Hint);

        var app = TestBed.Compile(Program).WithAssemblyName("App")
            .AddReferences(MetadataReference.CreateFromImage(sdk.ToArray()), MetadataReference.CreateFromImage(workflows.ToArray()));
        var updated = TestBed.Generate(app, out var result);
        Assert.Equal(Hint, Assert.Single(result.Results[0].GeneratedSources).HintName);
        Assert.Empty(updated.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Warning or DiagnosticSeverity.Error));
    }

    [Fact]
    public void A_project_that_sees_the_internals_of_another_one_has_its_own()
    {
        var library = TestBed.Generate(
            TestBed.Compile(Sdk("System.DateTime?"), Workflow, "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"App\")]"), out _);
        using var stream = new MemoryStream();
        Assert.Empty(library.WithAssemblyName("Library").Emit(stream).Diagnostics.Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));
        var app = TestBed.Compile(Program).WithAssemblyName("App").AddReferences(MetadataReference.CreateFromImage(stream.ToArray()));
        Assert.Empty(TestBed.Generate(app, out _).GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Warning or DiagnosticSeverity.Error));
    }

    [Fact]
    public void An_edit_ends_at_the_fact()
    {
        var compilation = TestBed.Compile(("Sdk.cs", Sdk("System.DateTime?")), ("A.cs", Workflow), ("X.cs", "class X { }"));
        var driver = TestBed.Driver(trackSteps: true).RunGenerators(compilation);
        var old = compilation.SyntaxTrees.Single(static tree => tree.FilePath == "X.cs");
        var edited = compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText("class X { int y; }", TestBed.ParseOptions, "X.cs"));
        var step = Assert.Single(driver.RunGenerators(edited).GetRunResult().Results[0].TrackedSteps[StepwiseGenerator.ClientStep]);
        Assert.Equal(IncrementalStepRunReason.Unchanged, Assert.Single(step.Outputs).Reason);
    }

    /// <summary>The part of AWSSDK.StepFunctions that is called, with its public names and types.</summary>
    private static string Sdk(string date) => $$"""
        namespace Amazon.StepFunctions
        {
            using Amazon.StepFunctions.Model;

            public sealed class ExecutionStatus
            {
                public ExecutionStatus(string value) => Value = value;
                public string Value { get; }
                public override string ToString() => Value;
            }

            public interface IAmazonStepFunctions
            {
                Task<StartExecutionResponse> StartExecutionAsync(StartExecutionRequest request, CancellationToken cancellationToken = default);
                Task<DescribeExecutionResponse> DescribeExecutionAsync(DescribeExecutionRequest request, CancellationToken cancellationToken = default);
            }
        }

        #nullable disable
        namespace Amazon.StepFunctions.Model
        {
            public class StartExecutionRequest
            {
                public string StateMachineArn { get; set; }
                public string Name { get; set; }
                public string Input { get; set; }
                public string TraceHeader { get; set; }
            }

            public class StartExecutionResponse
            {
                public string ExecutionArn { get; set; }
                public {{date}} StartDate { get; set; }
            }

            public class DescribeExecutionRequest
            {
                public string ExecutionArn { get; set; }
            }

            public class DescribeExecutionResponse
            {
                public Amazon.StepFunctions.ExecutionStatus Status { get; set; }
                public {{date}} StartDate { get; set; }
                public {{date}} StopDate { get; set; }
                public string Output { get; set; }
                public string Error { get; set; }
                public string Cause { get; set; }
            }
        }
        """;
}
