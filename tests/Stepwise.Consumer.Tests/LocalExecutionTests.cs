namespace Stepwise.Consumer.Tests;

/// <summary>Local execution as its users get it: by packages alone, with a workflow that the packed generator compiles, in a plain console program.</summary>
[Collection(StepwisePackageGroup.Name)]
public sealed class LocalExecutionTests(StepwisePackage package)
{
    private const string Workflow = """
        using System.Threading.Tasks;
        using Stepwise;

        namespace Shop;

        /// <summary>Prices an order, and waits a day for it.</summary>
        [StateMachine("order")]
        public sealed partial class Order
        {
            [Start(Next = nameof(Price))]
            public static partial void Start(string orderId);

            [LambdaTask("price", TimeoutSeconds = 30, Next = nameof(Cool))]
            [Retry]
            [Catch(Next = nameof(Failed))]
            public static partial Task<PriceResult> Price(string orderId);

            [Wait(86_400, Next = nameof(Done))]
            public static partial void Cool();

            [Succeed]
            public static partial void Done(string orderId, PriceResult priceResult);

            [Fail("OrderFailed")]
            public static string? Failed(WorkflowError error) => error.Cause;
        }

        /// <summary>What an order costs.</summary>
        public sealed record PriceResult(int Amount);
        """;

    private const string Program = """
        using Shop;
        using Stepwise.Local;

        var run = await Order.Workflow.RunLocallyAsync(new Tasks(), new("A-1"));
        System.Console.WriteLine($"{run.Status}: {run.GetOutput().OrderId} costs {run.GetOutput().PriceResult.Amount} after {run.Elapsed.TotalDays} day, by {string.Join(", ", run.States)}.");

        internal sealed class Tasks : Order.ITasks
        {
            public System.Threading.Tasks.Task<PriceResult> Price(Order.PriceInput input, System.Threading.CancellationToken cancellationToken)
                => System.Threading.Tasks.Task.FromResult(new PriceResult(input.OrderId.Length * 14));
        }
        """;

    [Fact]
    public void A_console_program_runs_its_workflow_with_the_packages_alone()
    {
        var project = new ConsumerProject(
            package,
            "local-execution",
            items: $"""<PackageReference Include="Stepwise" Version="{package.Version}" /><PackageReference Include="Stepwise.Local" Version="{package.Version}" />""",
            properties: "<OutputType>Exe</OutputType>")
            .Write("Order.cs", Workflow)
            .Write("Program.cs", Program);

        var result = project.Run("run");

        result.Succeeds();
        Assert.Contains("Succeeded: A-1 costs 42 after 1 day, by Price, Cool, Done.", result.Output, StringComparison.Ordinal);
    }
}
