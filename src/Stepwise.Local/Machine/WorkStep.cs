using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine;

/// <summary>A Task, a Parallel or a Map. It runs the work, retries, catches, and shapes the result.</summary>
internal sealed class WorkStep : TimedStep
{
    private readonly WorkState _state;
    private readonly StateWork _work;
    private readonly HistoryEventType? _failed;
    private readonly Template? _resultSelector;
    private readonly Template? _assign;
    private readonly Template? _output;
    private readonly Catching[] _catching;
    private Step? _next;

    /// <summary>Makes a step.</summary>
    /// <param name="state">The state.</param>
    /// <param name="language">The query language of its machine.</param>
    /// <param name="events">The types of its events.</param>
    /// <param name="work">The work.</param>
    public WorkStep(WorkState state, AslQueryLanguage language, WorkEvents events, StateWork work)
        : base(state, language, events.Entered, events.Exited, events.Aborted)
    {
        _state = state;
        _work = work;
        _failed = events.Failed;
        _resultSelector = Template.Of("ResultSelector", state.ResultSelector, isJsonata: false);
        _assign = Template.Of("Assign", state.Assign, IsJsonata);
        _output = Template.Of("Output", state.Output, IsJsonata);
        _catching = [.. (state.Catch ?? []).Select((catcher, index) => new Catching(catcher, index, IsJsonata))];
    }

    public override bool CountsRetries => true;

    public override void Connect(MachinePlan plan)
    {
        _next = _state.Next is { } next ? plan.Target(this, next) : null;
        foreach (var catching in _catching)
        {
            catching.Next = plan.Target(this, catching.Catcher.Next);
        }
    }

    public override async ValueTask<StepEnd> PerformAsync(StateVisit visit)
    {
        Retrying? retrying = null;
        while (true)
        {
            StateException failure;
            try
            {
                ReadInput(visit);
                var result = await (visit.Work ?? _work).PerformAsync(visit);
                visit.BeginStage();
                return Finish(visit, result);
            }
            catch (EvaluationException exception)
            {
                failure = visit.ErrorOf(exception);
            }
            catch (StateException exception)
            {
                failure = exception;
            }

            visit.BeginStage();
            if (!failure.IsCatchable)
            {
                throw failure;
            }

            retrying ??= new(_state.Retry, visit.Execution.Random, visit.Observer?.EarlierRetries ?? 0);
            var isRetry = retrying.TryNext(failure.Error, out var retrier, out var delay);
            if (retrier >= 0 && visit.Observer?.OnRetrier(retrier, isRetry ? delay : null) == false)
            {
                throw failure;
            }

            if (isRetry)
            {
                await RetryAsync(visit, delay);
                continue;
            }

            if (_failed is { } failed)
            {
                visit.Record(failed, null);
            }

            var catcher = Array.FindIndex(_catching, catching => ErrorNames.Match(catching.Catcher.ErrorEquals, failure.Error));
            if (catcher < 0)
            {
                throw failure;
            }

            visit.Observer?.OnCatcher(catcher, failure);
            try
            {
                return Catch(visit, failure, _catching[catcher]);
            }
            catch (EvaluationException exception)
            {
                // No Catch catches a failure of a Catch.
                failure = visit.ErrorOf(exception);
                if (failure.IsCatchable && _failed is not null)
                {
                    visit.Record(_failed.Value, null);
                }

                throw failure;
            }
        }
    }

    private static async Task RetryAsync(StateVisit visit, TimeSpan delay)
    {
        visit.RetryCount++;
        visit.TaskToken = null;
        visit.Input = visit.RawInput;
        visit.Execution.CountTransition();
        await visit.Execution.Loop.DelayUntilAsync(visit.Execution.Loop.Now + delay, visit.Cancellation, visit.Execution.Cancellation);
    }

    private StepEnd Finish(StateVisit visit, JsonValue result)
    {
        visit.Observer?.OnStage("result", result);
        if (IsJsonata)
        {
            var scope = visit.Scope with { Result = result };
            var assigned = visit.Assign(_assign, scope);
            return new(_output?.Evaluate(visit, scope) ?? result, _next, assigned);
        }

        if (_resultSelector is not null)
        {
            result = _resultSelector.Evaluate(visit, visit.ScopeOf(result));
        }

        visit.Observer?.OnStage("afterResultSelector", result);
        var variables = visit.Assign(_assign, visit.ScopeOf(result));
        var output = Place(_state.ResultPath, visit.RawInput, result);
        visit.Observer?.OnStage("afterResultPath", output);
        return new(WriteOutput(visit, output), _next, variables);
    }

    private StepEnd Catch(StateVisit visit, StateException failure, Catching catching)
    {
        var caught = JsonObject.Create(("Error", TextOrNull(failure.Error)), ("Cause", TextOrNull(failure.Cause)));
        if (IsJsonata)
        {
            var scope = visit.Scope with { ErrorOutput = caught };
            var assigned = visit.Assign(catching.Assign, scope);
            return new(catching.Output?.Evaluate(visit, scope) ?? caught, catching.Next, assigned);
        }

        var variables = visit.Assign(catching.Assign, visit.ScopeOf(caught));
        return new(Place(catching.Catcher.ResultPath, visit.RawInput, caught), catching.Next, variables);
    }

    private static JsonValue TextOrNull(string? text) => text is null ? JsonNull.Instance : text;

    /// <summary>A catcher that is prepared for execution.</summary>
    private sealed class Catching(Catcher catcher, int index, bool isJsonata)
    {
        public Catcher Catcher => catcher;

        public Template? Assign { get; } = Template.Of($"Catch[{index}]/Assign", catcher.Assign, isJsonata);

        public Template? Output { get; } = Template.Of($"Catch[{index}]/Output", catcher.Output, isJsonata);

        public Step? Next { get; set; }
    }
}
