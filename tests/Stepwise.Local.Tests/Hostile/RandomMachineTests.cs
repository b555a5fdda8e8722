using System.Collections.Concurrent;
using System.Globalization;
using CsCheck;
using Stepwise.Json;

namespace Stepwise.Local.Tests.Hostile;

/// <summary>Random machines with tasks that fail, wait and dawdle at random: they end, their histories hang together, and the same seed gives the same history whatever else is different.</summary>
[Collection(HostileGroup.Name)]
public sealed class RandomMachineTests
{
    private const int Machines = 300;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private static readonly JsonValue _input = JsonValue.Parse("""{"n":0,"items":[1,2,3]}""");

    [Fact]
    public void Every_machine_ends_and_its_history_hangs_together()
    {
        var statuses = new ConcurrentDictionary<WorkflowStatus, int>();
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var run = Run(seed);
                statuses.AddOrUpdate(run.Status, 1, static (_, count) => count + 1);
                AssertSound(run);
            },
            iter: Machines,
            threads: 1);

        // The machines are such that something is tested.
        Assert.True(statuses.GetValueOrDefault(WorkflowStatus.Succeeded) > Machines / 10);
        Assert.True(statuses.GetValueOrDefault(WorkflowStatus.Failed) > Machines / 10);
        Assert.True(statuses.ContainsKey(WorkflowStatus.TimedOut));
    }

    [Fact]
    public void The_same_seed_gives_the_same_history()
        => Gen.Int[0, 1_000_000].Sample(seed => Assert.Equal(HistoryOf(Run(seed)), HistoryOf(Run(seed))), iter: Machines / 3, threads: 1);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void Another_culture_gives_the_same_history(string culture)
        => Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var expected = HistoryOf(Run(seed));
                var (before, threads) = (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture);
                try
                {
                    CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = new(culture);
                    Assert.Equal(expected, HistoryOf(Run(seed)));
                }
                finally
                {
                    (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (before, threads);
                }
            },
            iter: Machines / 6,
            threads: 1);

    [Fact]
    public async Task An_execution_does_the_same_beside_others()
    {
        var seeds = Enumerable.Range(0, 60).ToList();
        using var service = NewService();
        var together = new List<LocalExecution>();
        using (((VirtualClock)service.TimeProvider).Hold())
        {
            together.AddRange(seeds.Select(seed => service.CreateStateMachine("machine-" + seed, RandomMachine.Of(seed)).StartExecution(_input, "run-" + seed)));
        }

        await Task.WhenAll(together.Select(execution => execution.WaitAsync())).WaitAsync(_patience);

        foreach (var seed in seeds)
        {
            Assert.Equal(HistoryOf(Run(seed)), HistoryOf(together[seed]));
        }
    }

    [Fact]
    public async Task Services_side_by_side_do_not_disturb_each_other()
    {
        var expected = Enumerable.Range(0, 40).Select(seed => HistoryOf(Run(seed))).ToList();
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (seed, _) =>
        {
            using var service = NewService();
            var run = await service.CreateStateMachine("machine-" + seed, RandomMachine.Of(seed)).RunAsync(_input, "run-" + seed, CancellationToken.None).WaitAsync(_patience, CancellationToken.None);
            Assert.Equal(expected[seed], HistoryOf(run));
        });
    }

    private static LocalExecution Run(int seed)
    {
        using var service = NewService();
        return service.CreateStateMachine("machine-" + seed, RandomMachine.Of(seed)).RunAsync(_input, "run-" + seed).WaitAsync(_patience).GetAwaiter().GetResult();
    }

    /// <summary>Step Functions whose one handler draws what it does, for each execution by itself.</summary>
    private static LocalStepFunctions NewService()
    {
        var draws = new ConcurrentDictionary<string, Random>(StringComparer.Ordinal);
        return new(new()
        {
            // Some states cannot be reached.
            ValidateDefinitions = false,
            Tasks = new LocalTasks().OnAnything(async (request, cancellation) =>
            {
                var draw = draws.GetOrAdd(request.Execution.Arn, static arn => new(arn.Length * 31 + arn[^1]));
                var (what, number) = (draw.Next(8), draw.Next(12));
                switch (what)
                {
                    case 0:
                        throw new InvalidOperationException("no " + number);
                    case 1:
                        throw new TaskFailedException("E" + (number % 3), "no " + number);
                    case 2:
                        await Task.Yield();
                        break;
                    case 3:
                        await Task.Delay(TimeSpan.FromSeconds(number), request.TimeProvider, cancellation);
                        break;
                    case 4:
                        await Task.Delay(TimeSpan.FromSeconds(number), request.TimeProvider, CancellationToken.None);
                        throw new TimeoutException("no " + number);
                }

                return JsonObject.Create(("n", number), ("items", JsonArray.Create(1, number)));
            }),
        });
    }

    private static string HistoryOf(LocalExecution run) => string.Join('\n', run.Events.Select(item => item.ToJson().ToJson()));

    private static void AssertSound(LocalExecution run)
    {
        Assert.Equal(HistoryEventType.ExecutionStarted, run.Events[0].Type);
        Assert.Equal(
            run.Status switch
            {
                WorkflowStatus.Succeeded => HistoryEventType.ExecutionSucceeded,
                WorkflowStatus.Failed => HistoryEventType.ExecutionFailed,
                _ => HistoryEventType.ExecutionTimedOut,
            },
            run.Events[^1].Type);
        Assert.NotEqual("Stepwise.InternalError", run.Error);
        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        var time = run.StartedAt;
        var hasFailed = false;
        for (var i = 0; i < run.Events.Count; i++)
        {
            var item = run.Events[i];
            Assert.Equal(i + 1, item.Id);
            Assert.InRange(item.PreviousEventId, 0, item.Id - 1);
            Assert.True(item.Timestamp >= time, "time goes back");
            time = item.Timestamp;
            hasFailed |= item.Details is ErrorDetails || item.Type.ToString() is var type && (type.EndsWith("Failed", StringComparison.Ordinal) || type.EndsWith("Aborted", StringComparison.Ordinal)) || item.Type == HistoryEventType.FailStateEntered;
            switch (item.Details)
            {
                case StateEnteredDetails entered:
                    open[entered.Name] = open.GetValueOrDefault(entered.Name) + 1;
                    break;
                case StateExitedDetails exited:
                    Assert.True(open.GetValueOrDefault(exited.Name) > 0, exited.Name + " is left and was not entered");
                    open[exited.Name]--;
                    break;
            }
        }

        Assert.Equal(run.StoppedAt, time);
        if (run.Status == WorkflowStatus.Succeeded && !hasFailed)
        {
            Assert.All(open, state => Assert.Equal(0, state.Value));
        }
    }
}
