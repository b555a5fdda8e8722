using Stepwise.Local.Timing;

namespace Stepwise.Local.Tests.Timing;

/// <summary>Many threads at one loop.</summary>
public sealed class EventLoopRaceTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_many_threads_post_runs_once_each_one_at_a_time_and_in_the_order_of_each_thread(bool isVirtual)
    {
        const int Threads = 8;
        const int Each = 5_000;
        using var loop = NewLoop(isVirtual);
        var seen = Enumerable.Range(0, Threads).Select(_ => new List<int>()).ToArray();
        var (inside, overlaps, ended) = (0, 0, 0);
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                var number = i;
                loop.Post(() =>
                {
                    overlaps += Interlocked.Increment(ref inside) == 1 ? 0 : 1;
                    seen[thread].Add(number);
                    Interlocked.Decrement(ref inside);
                    if (++ended == Threads * Each)
                    {
                        all.SetResult();
                    }
                });
            }
        })));
        await all.Task.WaitAsync(_patience);

        Assert.Equal(0, overlaps);
        Assert.All(seen, numbers => Assert.Equal(Enumerable.Range(0, Each), numbers));
    }

    [Fact]
    public async Task Waits_that_are_held_posted_and_cancelled_by_many_threads_all_end_once()
    {
        const int Waits = 4_000;
        var clock = new VirtualClock();
        using var loop = new EventLoop(clock, TimeSpan.FromSeconds(10)) { RunningExecutions = 1 };
        var cancellations = Enumerable.Range(0, Waits).Select(_ => new CancellationTokenSource()).ToArray();
        var waits = new Task[Waits];
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(async () =>
        {
            var random = new Random(thread);
            for (var i = thread; i < Waits; i += 4)
            {
                var index = i;
                using var hold = random.Next(3) == 0 ? loop.Hold() : null;
                var due = random.Next(0, 100);
                var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                loop.Post(() =>
                {
                    // An interruption may come before the wait that it cancels.
                    var token = cancellations[index].Token;
                    waits[index] = token.IsCancellationRequested ? Task.FromCanceled(token) : loop.DelayUntilAsync(loop.Now.AddSeconds(due), token);
                    made.SetResult();
                });
                if (random.Next(2) == 0)
                {
                    loop.Interrupt(cancellations[index].Cancel);
                }
                else if (random.Next(4) == 0)
                {
                    loop.Post(cancellations[index].Cancel);
                }

                if (random.Next(10) == 0)
                {
                    await made.Task;
                }
            }
        })));

        await OnLoop(loop, () => Task.CompletedTask).WaitAsync(_patience);
        foreach (var wait in waits)
        {
            await Task.WhenAny(wait).WaitAsync(_patience);
            Assert.True(wait.IsCompletedSuccessfully || wait.IsCanceled);
        }

        Array.ForEach(cancellations, cancellation => cancellation.Dispose());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Handlers_that_are_cancelled_while_they_begin_work_or_end_all_end(bool isVirtual)
    {
        const int Calls = 1_000;
        using var loop = NewLoop(isVirtual);
        var random = new Random(3);
        var ends = new List<Task>();
        for (var i = 0; i < Calls; i++)
        {
            var cancellation = new CancellationTokenSource();
            var (how, milliseconds) = (random.Next(4), random.Next(1, 5));
            var call = OnLoop(loop, () => loop.Handlers.CallAsync<int>(
                async token =>
                {
                    switch (how)
                    {
                        case 0:
                            await Task.Yield();
                            break;
                        case 1:
                            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), loop.Time, token);
                            break;
                        case 2:
                            await Task.Yield();
                            throw new InvalidOperationException();
                    }

                    return 1;
                },
                null,
                cancellation.Token));
            if (random.Next(2) == 0)
            {
                _ = Task.Run(() => loop.Interrupt(cancellation.Cancel));
            }

            ends.Add(Task.WhenAny(call));
        }

        await Task.WhenAll(ends).WaitAsync(_patience);
    }

    [Fact]
    public async Task A_loop_may_be_disposed_of_while_others_use_it()
    {
        for (var round = 0; round < 50; round++)
        {
            var loop = NewLoop(isVirtual: true);
            var users = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                for (var i = 0; i < 200; i++)
                {
                    loop.Post(() => { });
                    loop.Interrupt(() => { });
                    loop.Hold().Dispose();
                }
            })).ToList();
            users.Add(Task.Run(loop.Dispose));
            await Task.WhenAll(users).WaitAsync(_patience);
        }
    }

    private static EventLoop NewLoop(bool isVirtual) => new(isVirtual ? new VirtualClock() : TimeProvider.System, TimeSpan.FromSeconds(10)) { RunningExecutions = 1 };

    private static Task OnLoop(EventLoop loop, Func<Task> work)
    {
        var result = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        loop.Post(async () =>
        {
            try
            {
                await work();
                result.SetResult();
            }
            catch (Exception exception)
            {
                result.SetException(exception);
            }
        });
        return result.Task;
    }
}
