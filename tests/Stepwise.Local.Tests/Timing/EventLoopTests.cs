using System.Diagnostics;
using Stepwise.Local.Timing;

namespace Stepwise.Local.Tests.Timing;

public sealed class EventLoopTests
{
    private readonly VirtualClock _clock = new();
    private readonly ManualClock _realTime = new();

    [Fact]
    public async Task Waits_end_in_the_order_in_which_they_are_due_and_take_no_real_time()
    {
        using var loop = NewLoop();
        var ended = new List<string>();
        var watch = Stopwatch.StartNew();

        await OnLoop(loop, async () =>
        {
            var start = loop.Now;
            var slow = Note("slow", start.AddDays(3));
            var fast = Note("fast", start.AddHours(1));
            var now = Note("now", start);
            await Task.WhenAll(slow, fast, now);

            async Task Note(string name, DateTimeOffset due)
            {
                await loop.DelayUntilAsync(due, default);
                ended.Add(name + " " + (loop.Now - start));
            }
        });

        Assert.Equal(["now 00:00:00", "fast 01:00:00", "slow 3.00:00:00"], ended);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_handler_that_waits_by_the_clock_lets_it_go_on()
    {
        using var loop = NewLoop();

        var took = await OnLoop(loop, async () =>
        {
            var start = loop.Now;
            await loop.Handlers.CallAsync<int>(async cancellation =>
            {
                await Task.Delay(TimeSpan.FromHours(2), _clock, cancellation);
                await Task.Yield();
                await Task.Delay(TimeSpan.FromHours(1), _clock, cancellation);
                return 0;
            }, null, default);
            return loop.Now - start;
        });

        Assert.Equal(TimeSpan.FromHours(3), took);
    }

    [Fact]
    public async Task While_a_handler_works_in_real_time_the_clock_stands()
    {
        using var loop = NewLoop();

        var (took, waited) = await OnLoop(loop, async () =>
        {
            var start = loop.Now;
            var wait = loop.DelayUntilAsync(start.AddSeconds(1), default);
            await loop.Handlers.CallAsync<int>(async _ =>
            {
                await Task.Run(() => LetItRun(loop), CancellationToken.None);
                return 0;
            }, null, default);
            var afterHandler = loop.Now - start;
            await wait;
            return (afterHandler, loop.Now - start);
        });

        Assert.Equal(TimeSpan.Zero, took);
        Assert.Equal(TimeSpan.FromSeconds(1), waited);
    }

    [Fact]
    public async Task Handlers_run_one_at_a_time()
    {
        using var loop = NewLoop();
        var log = new List<string>();

        await OnLoop(loop, () => Task.WhenAll(Call("a"), Call("b"), Call("c")));

        Assert.Equal(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"], log);

        Task<int> Call(string name) => loop.Handlers.CallAsync<int>(async _ =>
        {
            log.Add(name + " begins");
            await Task.Yield();
            log.Add(name + " ends");
            return 0;
        }, null, default);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_does_not_come_back_is_left_alone(bool holdsTheThread)
    {
        using var loop = new EventLoop(_clock, TimeSpan.FromMilliseconds(200), _realTime) { RunningExecutions = 1 };
        using var never = new ManualResetEventSlim();

        var took = await OnLoop(loop, async () =>
        {
            var start = loop.Now;
            using var timeout = new CancellationTokenSource();
            var call = loop.Handlers.CallAsync<int>(async _ =>
            {
                LetRealTimePass();
                if (holdsTheThread)
                {
                    never.Wait(CancellationToken.None);
                }

                await new TaskCompletionSource().Task;
                return 0;
            }, null, timeout.Token);
            await loop.DelayUntilAsync(start.AddSeconds(30), default);
            await timeout.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
            return loop.Now - start;
        });
        never.Set();

        Assert.Equal(TimeSpan.FromSeconds(30), took);
    }

    [Fact]
    public async Task A_handler_that_holds_the_thread_after_waiting_by_the_clock_is_left_alone()
    {
        using var loop = new EventLoop(_clock, TimeSpan.FromMilliseconds(200), _realTime) { RunningExecutions = 1 };
        using var never = new ManualResetEventSlim();

        var took = await OnLoop(loop, async () =>
        {
            var start = loop.Now;
            _ = loop.Handlers.CallAsync<int>(async cancellation =>
            {
                await Task.Delay(TimeSpan.FromSeconds(1), _clock, cancellation);
                LetRealTimePass();
                never.Wait(CancellationToken.None);
                return 0;
            }, null, default);
            await loop.DelayUntilAsync(start.AddSeconds(30), default);
            return loop.Now - start;
        });
        never.Set();

        Assert.Equal(TimeSpan.FromSeconds(30), took);
    }

    [Fact]
    public async Task What_a_handler_throws_comes_out_of_the_call()
    {
        using var loop = NewLoop();

        await OnLoop(loop, async () =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => loop.Handlers.CallAsync<int>(_ => throw new InvalidOperationException(), null, default));
            await Assert.ThrowsAsync<TimeoutException>(() => loop.Handlers.CallAsync<int>(_ => ValueTask.FromException<int>(new TimeoutException()), null, default));
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_interruption_does_not_wait_for_a_handler(bool isRealTime)
    {
        using var loop = isRealTime ? new EventLoop(TimeProvider.System, TimeSpan.FromMinutes(10)) : new EventLoop(_clock, TimeSpan.FromMinutes(10)) { RunningExecutions = 1 };
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var call = OnLoop(loop, () => loop.Handlers.CallAsync<int>(
            async cancellation =>
            {
                begun.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
                return 0;
            },
            null,
            stop.Token));
        await begun.Task;
        loop.Interrupt(stop.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task What_a_handler_interrupts_with_comes_before_its_result()
    {
        using var loop = NewLoop();
        var log = new List<string>();

        await OnLoop(loop, async () =>
        {
            await loop.Handlers.CallAsync<int>(
                _ =>
                {
                    loop.Interrupt(() => log.Add("interruption"));
                    return ValueTask.FromResult(0);
                },
                null,
                default);
            log.Add("result");
        });

        Assert.Equal(["interruption", "result"], log);
    }

    [Fact]
    public async Task A_handler_that_was_cancelled_before_it_began_does_not_begin()
    {
        using var loop = NewLoop();
        var hasBegun = false;

        await OnLoop(loop, async () =>
        {
            using var stop = new CancellationTokenSource();
            var call = loop.Handlers.CallAsync<int>(
                _ =>
                {
                    hasBegun = true;
                    return ValueTask.FromResult(0);
                },
                null,
                stop.Token);
            stop.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
            await loop.DelayUntilAsync(loop.Now.AddSeconds(1), default);
        });

        Assert.False(hasBegun);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_handler_does_when_it_is_cancelled_cannot_stop_the_loop(bool throws)
    {
        using var loop = new EventLoop(_clock, TimeSpan.FromMilliseconds(200), _realTime) { RunningExecutions = 1 };
        using var never = new ManualResetEventSlim();

        var took = await OnLoop(loop, async () =>
        {
            var start = loop.Now;
            using var timeout = new CancellationTokenSource();
            var call = loop.Handlers.CallAsync<int>(
                async cancellation =>
                {
                    cancellation.Register(() =>
                    {
                        if (throws)
                        {
                            throw new InvalidOperationException();
                        }

                        LetRealTimePass();
                        never.Wait(CancellationToken.None);
                    });
                    await Task.Delay(TimeSpan.FromDays(1), _clock, CancellationToken.None);
                    return 0;
                },
                null,
                timeout.Token);
            await loop.DelayUntilAsync(start.AddSeconds(30), default);
            timeout.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
            await loop.DelayUntilAsync(start.AddSeconds(40), default);
            return loop.Now - start;
        });
        never.Set();

        Assert.Equal(TimeSpan.FromSeconds(40), took);
    }

    [Fact]
    public async Task A_held_clock_stands()
    {
        using var loop = NewLoop();
        using var hold = _clock.Hold();

        var wait = OnLoop(loop, () => loop.DelayUntilAsync(loop.Now.AddHours(1), default));
        await LetItRun(loop);
        Assert.False(wait.IsCompleted);
        Assert.Equal(TimeSpan.Zero, _clock.Elapsed);

        hold.Dispose();
        await wait;
        Assert.Equal(TimeSpan.FromHours(1), _clock.Elapsed);
    }

    [Fact]
    public async Task A_clock_that_does_not_go_by_itself_is_advanced()
    {
        var clock = new VirtualClock { AutoAdvance = false };
        using var loop = new EventLoop(clock, TimeSpan.FromSeconds(10)) { RunningExecutions = 1 };

        var begun = new TaskCompletionSource();
        var wait = OnLoop(loop, () =>
        {
            var delay = loop.DelayUntilAsync(loop.Now.AddHours(1), default);
            begun.SetResult();
            return delay;
        });
        await begun.Task;
        clock.Advance(TimeSpan.FromMinutes(59));
        await LetItRun(loop);
        Assert.False(wait.IsCompleted);

        clock.Advance(TimeSpan.FromMinutes(1));
        await wait;
        Assert.Equal(TimeSpan.FromHours(1), clock.Elapsed);
    }

    [Fact]
    public void A_timer_that_is_stopped_is_forgotten_before_it_is_due()
    {
        var forgotten = Enumerable.Range(0, 10_000).Select(_ => Stopped(_clock)).ToList();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.True(forgotten.Count(state => state.IsAlive) < 200);

        static WeakReference Stopped(VirtualClock clock)
        {
            var state = new object();
            clock.CreateTimer(_ => { }, state, TimeSpan.FromDays(365), Timeout.InfiniteTimeSpan).Dispose();
            return new(state);
        }
    }

    [Fact]
    public void A_clock_drives_one_loop_at_a_time()
    {
        using (NewLoop())
        {
            Assert.Throws<InvalidOperationException>(NewLoop);
        }

        NewLoop().Dispose();
    }

    [Fact]
    public async Task In_real_time_handlers_run_side_by_side_and_waits_take_their_time()
    {
        using var loop = new EventLoop(_realTime, TimeSpan.FromSeconds(10)) { RunningExecutions = 1 };
        using var both = new Barrier(2);
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var work = OnLoop(loop, async () =>
        {
            await Task.WhenAll(Meet(), Meet());
            var wait = loop.DelayUntilAsync(loop.Now.AddMilliseconds(100), default);
            waits.SetResult();
            await wait;

            Task<bool> Meet() => loop.Handlers.CallAsync(cancellation => ValueTask.FromResult(both.SignalAndWait(TimeSpan.FromSeconds(10), cancellation)), null, default);
        });
        await waits.Task;
        _realTime.Advance(TimeSpan.FromMilliseconds(99));
        await LetItRun(loop);
        Assert.False(work.IsCompleted);

        _realTime.Advance(TimeSpan.FromMilliseconds(1));
        await work;
    }

    [Fact]
    public async Task Draining_does_what_there_is_to_do_on_this_thread()
    {
        using var loop = NewLoop();
        await LetItRun(loop);
        var thread = 0;
        var isHeld = loop.Hold();
        for (var i = 0; i < 100; i++)
        {
            // Whoever is first does it; both is never.
            var count = 0;
            loop.Post(() =>
            {
                thread = Environment.CurrentManagedThreadId;
                count++;
            });
            loop.Drain();
            await LetItRun(loop);
            Assert.Equal(1, count);
        }

        isHeld.Dispose();
        Assert.NotEqual(0, thread);
    }

    [Fact]
    public async Task Draining_does_not_wait_for_another_thread()
    {
        using var loop = NewLoop();
        using var goOn = new ManualResetEventSlim();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hasRun = false;
        loop.Post(() =>
        {
            begun.SetResult();
            goOn.Wait(CancellationToken.None);
        });
        await begun.Task;
        loop.Post(() => hasRun = true);

        loop.Drain();

        Assert.False(hasRun);
        goOn.Set();
        await OnLoop(loop, () => Task.CompletedTask);
        Assert.True(hasRun);
    }

    /// <summary>Gives the loop many occasions to do what it should not.</summary>
    private static async Task LetItRun(EventLoop loop)
    {
        for (var i = 0; i < 10; i++)
        {
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            loop.Interrupt(turn.SetResult);
            await turn.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    /// <summary>Lets real time pass for longer than a handler may take, while the handler that calls this works.</summary>
    private void LetRealTimePass() => Task.Run(() => _realTime.Advance(TimeSpan.FromSeconds(1)));

    private static Task<bool> OnLoop(EventLoop loop, Func<Task> work) => OnLoop(loop, async () =>
    {
        await work();
        return true;
    });

    private static Task<T> OnLoop<T>(EventLoop loop, Func<Task<T>> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        loop.Post(async () =>
        {
            try
            {
                result.SetResult(await work());
            }
            catch (Exception exception)
            {
                result.SetException(exception);
            }
        });
        return result.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private EventLoop NewLoop() => new(_clock, TimeSpan.FromSeconds(10)) { RunningExecutions = 1 };
}
