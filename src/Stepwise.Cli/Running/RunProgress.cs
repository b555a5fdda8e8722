using System.Collections.Concurrent;
using System.Globalization;
using Spectre.Console;
using Stepwise.Local;

namespace Stepwise.Cli.Running;

/// <summary>Shows on a terminal how far an execution is, once it takes longer than a moment: the state that was entered last, counts and the virtual time; a bar for each Map.</summary>
/// <param name="realTime">The clock by which the progress is shown again and again.</param>
internal sealed class RunProgress(TimeProvider realTime)
{
    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, MapCount> _maps = new(StringComparer.Ordinal);
    private string _state = "";
    private LocalExecution? _execution;
    private long _states;
    private long _time;

    /// <summary>Takes note of an event. Runs on the thread of the executions.</summary>
    public void Note(LocalExecution execution, HistoryEvent item)
    {
        // The first one is the execution itself; others are children of its distributed Maps.
        var root = _execution ??= execution;
        if (item.Details is StateEnteredDetails entered)
        {
            Volatile.Write(ref _state, entered.Name);
            Interlocked.Increment(ref _states);
        }

        switch (item)
        {
            case { Type: HistoryEventType.MapStateStarted, Details: MapStateStartedDetails started } when execution.Events[(int)item.PreviousEventId - 1].Details is StateEnteredDetails map:
                Interlocked.Add(ref CountOf(map.Name).Items, started.Length);
                break;
            case { Type: HistoryEventType.MapIterationSucceeded or HistoryEventType.MapIterationFailed or HistoryEventType.MapIterationAborted, Details: MapIterationDetails iteration }:
                Interlocked.Increment(ref CountOf(iteration.Name).Ended);
                if (item.Type != HistoryEventType.MapIterationSucceeded)
                {
                    Interlocked.Increment(ref CountOf(iteration.Name).Failed);
                }

                break;
        }

        Volatile.Write(ref _time, (item.Timestamp - root.StartedAt).Ticks);
    }

    /// <summary>Shows the progress until the execution has ended.</summary>
    public async Task ShowAsync(Task completion, IAnsiConsole console)
    {
        if (await EndsWithin(_moment, completion).ConfigureAwait(false))
        {
            return;
        }

        // Refreshed here and not by the console's own timer, so that one clock decides.
        await console.Progress()
            .AutoRefresh(false)
            .AutoClear(true)
            .HideCompleted(false)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async context =>
            {
                var all = context.AddTask("starting", maxValue: 1).IsIndeterminate();
                var bars = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
                do
                {
                    Update(context, all, bars);
                    context.Refresh();
                }
                while (!await EndsWithin(_interval, completion).ConfigureAwait(false));

                Update(context, all, bars);
                context.Refresh();
            }).ConfigureAwait(false);
    }

    private async Task<bool> EndsWithin(TimeSpan time, Task completion)
    {
        using var stop = new CancellationTokenSource();
        var first = await Task.WhenAny(completion, Task.Delay(time, realTime, stop.Token)).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        return first == completion;
    }

    private void Update(ProgressContext context, ProgressTask all, Dictionary<string, ProgressTask> bars)
    {
        var states = Interlocked.Read(ref _states).ToString("N0", CultureInfo.InvariantCulture);
        all.Description = Markup.Escape($"{Volatile.Read(ref _state)}  {states} states  at {DurationText.Clock(new(Volatile.Read(ref _time)))}");
        foreach (var (name, items, ended, failed) in Maps())
        {
            if (!bars.TryGetValue(name, out var bar))
            {
                bars.Add(name, bar = context.AddTask("items"));
            }

            bar.MaxValue = Math.Max(1, items);
            bar.Value = ended;
            bar.Description = Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"{name}  {ended:N0} of {items:N0} items{(failed == 0 ? "" : $", {failed:N0} failed")}"));
        }
    }

    /// <summary>The Maps: inline ones as their events have told, distributed ones as their map runs tell.</summary>
    private List<(string Name, long Items, long Ended, long Failed)> Maps()
    {
        var runs = (Volatile.Read(ref _execution)?.MapRuns ?? []).GroupBy(static run => run.StateName, StringComparer.Ordinal).Select(static group =>
        {
            var counts = group.Select(static run => run.GetItemCounts()).ToList();
            var failed = counts.Sum(static count => count.Failed + count.TimedOut + count.Aborted);
            return (Name: group.Key, Items: counts.Sum(static count => count.Total), Ended: counts.Sum(static count => count.Succeeded) + failed, Failed: failed);
        }).ToList();
        var inline = _maps
            .Where(map => !runs.Exists(run => run.Name == map.Key))
            .Select(static map => (Name: map.Key, Items: Interlocked.Read(ref map.Value.Items), Ended: Interlocked.Read(ref map.Value.Ended), Failed: Interlocked.Read(ref map.Value.Failed)));
        return [.. runs.Concat(inline).OrderBy(static map => map.Name, StringComparer.Ordinal)];
    }

    private MapCount CountOf(string name) => _maps.GetOrAdd(name, static _ => new());

    private sealed class MapCount
    {
        public long Items;
        public long Ended;
        public long Failed;
    }
}
