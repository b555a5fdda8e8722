namespace Stepwise.Workflows.Tests.Api;

/// <summary>Prices one order by a task, and many by a Map that is written as ASL.</summary>
[StateMachine("bulk-pricing", QueryLanguage = QueryLanguage.JsonPath)]
[Retry(MaxAttempts = 1)]
[Catch(Next = nameof(Unpriced))]
public sealed partial class BulkPricing
{
    [Start(Next = nameof(PriceOne))]
    public static partial void Start(string id, int quantity, IReadOnlyList<Order> orders);

    [LambdaTask("price-order", TimeoutSeconds = 30, Next = nameof(PriceMany))]
    public static partial Task<Price> PriceOne(string id, int quantity);

#pragma warning disable ASL502 // Nobody deploys it.
    [RawState("""
        {
          "Type": "Map", "ItemsPath": "$.orders", "ResultPath": "$.prices", "Next": "Priced",
          "ItemProcessor": {
            "StartAt": "Price one of many",
            "States": { "Price one of many": { "Type": "Task", "Resource": "${PriceOrderFunctionArn}", "End": true } }
          }
        }
        """)]
#pragma warning restore ASL502
    public static partial void PriceMany();

    [Succeed]
    public static partial void Priced();

    [Fail("Unpriced")]
    public static string? Unpriced(WorkflowError error) => error.Cause;
}
