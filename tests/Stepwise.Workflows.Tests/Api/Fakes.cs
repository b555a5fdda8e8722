using Stepwise.Json;
using Stepwise.Local;

namespace Stepwise.Workflows.Tests.Api;

/// <summary>An implementation of the tasks, as a user writes one: a fake with what a test wants to change as properties.</summary>
internal sealed class OrderTasks(LocalStepFunctions? stepFunctions = null) : OrderApproval.ITasks
{
    public Func<OrderApproval.PriceOrderInput, CancellationToken, Task<Price>> OnPrice { get; init; } = static (input, _) => Task.FromResult(new Price(input.Quantity * 2.5m));

    public Approval? Reserved { get; private set; }

    public List<OrderApproval.PriceOrderInput> Priced { get; } = [];

    public Task<Price> PriceOrder(OrderApproval.PriceOrderInput input, CancellationToken cancellationToken)
    {
        Priced.Add(input);
        return OnPrice(input, cancellationToken);
    }

    public Task<Approval> AskForApproval(OrderApproval.AskForApprovalInput input, CancellationToken cancellationToken)
    {
        stepFunctions?.SendTaskSuccess(input.Token, JsonObject.Create(("by", $"the manager of {input.Id}")));
        return Task.FromResult(new Approval("nobody yet"));
    }

    public Task Reserve(Approval input, CancellationToken cancellationToken)
    {
        Reserved = input;
        return Task.CompletedTask;
    }
}

internal sealed class GreetingTasks : Greeting.ITasks
{
    public Task<GreetingWords> FindWords(Greeting.FindWordsInput input, CancellationToken cancellationToken) => Task.FromResult(new GreetingWords("Hello", input.FirstName));
}

internal sealed class BulkTasks : BulkPricing.ITasks
{
    public Task<Price> PriceOne(BulkPricing.PriceOneInput input, CancellationToken cancellationToken)
        => input.Quantity > 0 ? Task.FromResult(new Price(input.Quantity)) : throw new ArgumentException($"{input.Id} has no quantity.");
}
