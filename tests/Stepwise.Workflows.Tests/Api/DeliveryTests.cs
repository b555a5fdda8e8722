using Stepwise.Local;

namespace Stepwise.Workflows.Tests.Api;

/// <summary>What the definition computes is what the methods compute.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task The_definition_goes_where_the_methods_go_with_what_they_compute()
    {
        var ways = new HashSet<string>();
        Parcel[] parcels = [new(1, null), new(12, null), new(3, "fragile"), new(4, "")];
        foreach (var parcel in parcels)
        {
            foreach (var replacement in parcels.Prepend(null))
            {
                foreach (var boxes in new[] { 0, 1, 2, 11 })
                {
                    var run = await Delivery.Workflow.RunLocallyAsync(new NoTasks(), new(parcel, replacement, boxes, 3));
                    var quote = Delivery.Price(parcel, replacement, boxes, 3);
                    var output = run.GetOutput();
                    Assert.Equal(quote, output.Quote);
                    Assert.Equal(Delivery.Route(parcel, replacement, quote, boxes).ToString(), run.States[^1]);
                    ways.Add(output.Way);
                }
            }
        }

        Assert.Equal(["careful", "heavy", "plain"], ways.Order());
    }

    /// <summary>The variable is computed although no box needs it, as in C#.</summary>
    [Fact]
    public async Task A_variable_that_fails_fails_although_nothing_reads_it()
    {
        Assert.Throws<DivideByZeroException>(() => Delivery.Price(new(1, null), null, 0, 0));
        var run = await Delivery.Workflow.RunLocallyAsync(new NoTasks(), new(new(1, null), null, 0, 0));
        Assert.Equal(WorkflowStatus.Failed, run.Status);
        Assert.Equal("States.QueryEvaluationError", run.Error);
    }

    private sealed class NoTasks : Delivery.ITasks;
}
