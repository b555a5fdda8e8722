namespace Stepwise.Workflows.Tests.Api;

/// <summary>Prices an order, has it approved, and reserves what it takes.</summary>
[StateMachine("order-approval", TimeoutSeconds = 86_400)]
[Retry(IntervalSeconds = 1, MaxAttempts = 2)]
[Catch(Next = nameof(Rejected))]
public sealed partial class OrderApproval
{
    [Start(Next = nameof(PriceOrder))]
    public static partial void Start([Payload] Order order);

    [LambdaTask("price-order", StateName = "Price the order", TimeoutSeconds = 30, Next = nameof(AskForApproval))]
    public static partial Task<LambdaResult<Price>> PriceOrder(string id, int quantity);

    [LambdaTask("ask-for-approval", TimeoutSeconds = 3_600, Next = nameof(Reserve))]
    public static partial Task<Approval> AskForApproval(string id, LambdaResult<Price> price, TaskToken token);

    [LambdaTask("reserve", TimeoutSeconds = 30, Next = nameof(Approved))]
    public static partial Task Reserve([Payload] Approval approval);

    [Succeed]
    public static object Approved(string id, LambdaResult<Price> price, Approval approval) => new { id, price.Payload.Total, approval.By };

    [Fail("OrderRejected")]
    public static string? Rejected(WorkflowError error) => error.Cause;
}

/// <summary>An order.</summary>
public sealed record Order(string Id, int Quantity);

/// <summary>What an order costs.</summary>
public sealed record Price(decimal Total);

/// <summary>Who approved an order.</summary>
public sealed record Approval(string By);
