using Stepwise.Json;
using Stepwise.Local.Machine.Tasks;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine;

/// <summary>The work of a Task.</summary>
internal sealed class TaskWork : StateWork
{
    private readonly TaskState _state;
    private readonly TaskIntegration _integration;
    private Templates? _templates;

    public TaskWork(TaskState state)
    {
        _state = state;
        _integration = TaskIntegration.Of(TaskResource.Parse(state.Resource));
    }

    public override async ValueTask<JsonValue> PerformAsync(StateVisit visit)
    {
        using var attempt = Prepare(visit);
        var token = attempt.Request.TaskToken;
        if (token is not null)
        {
            visit.Execution.Host.Tokens.Open(token, attempt);
        }

        try
        {
            _integration.NoteScheduled(attempt);
            var result = await _integration.WorkAsync(attempt);
            if (PayloadSize.Exceeds(result))
            {
                throw new TaskFailedException(ErrorNames.DataLimitExceeded, $"The state/task '{_integration.ResultSource}' returned a result with a size exceeding the maximum number of bytes service limit.");
            }

            _integration.NoteSucceeded(attempt, result);
            return result;
        }
        catch (OperationCanceledException) when (attempt.IsTimedOut)
        {
            _integration.NoteTimedOut(attempt, attempt.TimeoutCause);
            throw new StateException(ErrorNames.Timeout, attempt.TimeoutCause ?? "");
        }
        catch (TaskFailedException failure) when (failure.Error == ErrorNames.Timeout)
        {
            _integration.NoteTimedOut(attempt, failure.Cause);
            throw new StateException(failure.Error, failure.Cause ?? "", isCatchable: true, failure);
        }
        catch (TaskFailedException failure)
        {
            _integration.NoteFailed(attempt, failure.Error, failure.Cause);
            throw new StateException(failure.Error, failure.Cause, isCatchable: true, failure);
        }
        finally
        {
            if (token is not null)
            {
                visit.Execution.Host.Tokens.Close(token);
            }
        }
    }

    /// <summary>Evaluates the fields of an attempt, and finds the handler, mock or fault for it.</summary>
    private TaskAttempt Prepare(StateVisit visit)
    {
        var isJsonata = visit.Language == AslQueryLanguage.Jsonata;
        var templates = _templates ??= new(
            isJsonata ? Template.Of("Arguments", _state.Arguments, isJsonata) : Template.Of("Parameters", _state.Parameters, isJsonata),
            Template.Of("Credentials", _state.Credentials, isJsonata));

        var host = visit.Execution.Host;
        var token = _integration.HasToken ? visit.TaskToken ?? host.Tokens.New() : null;
        if (_integration.HasContextToken)
        {
            visit.TaskToken = token;
        }

        var parameters = templates.Parameters is { } template ? template.Evaluate(visit) : visit.Input;
        visit.Observer?.OnStage(isJsonata ? "afterArguments" : "afterParameters", parameters);
        var limits = TaskLimits.Of(_state, visit);
        var credentials = templates.Credentials?.Evaluate(visit);
        var request = new TaskRequest
        {
            StateName = _state.Name,
            Resource = _integration.Resource,
            Input = _integration.InputOf(parameters),
            Parameters = parameters,
            FunctionName = _integration.FunctionOf(parameters),
            RetryCount = visit.RetryCount,
            TaskToken = token,
            Execution = visit.Execution.Handle,
            Scope = visit.Scope,
            Credentials = credentials,
            TimeProvider = host.Loop.Time,
        };
        var options = visit.Execution.Options;
        var injected = default(TaskAnswer);
        var delay = TimeSpan.Zero;
        var neverEnds = false;
        var isExact = false;
        if (options.Mocks is not null || options.Faults is not null)
        {
            (injected, delay, neverEnds, isExact) = Inject(visit, options);
        }

        TaskHandler? handler = null;
        TaskHandler? jobStart = null;
        var isFunctionHandler = false;
        if (injected is null && !neverEnds)
        {
            ReadOnlySpan<LocalTasks?> tasks = [options.Tasks, visit.Execution.StateMachine.Tasks?.Handlers];
            handler = LocalTasks.Find(request, tasks, out isFunctionHandler);
            jobStart = LocalTasks.FindStart(request, tasks);
            if (handler is null && !_integration.IsNative(host, parameters))
            {
                handler = options.Tasks.Fallback ?? visit.Execution.StateMachine.Tasks?.Handlers.Fallback ?? throw NobodyFor(request, tasks);
            }
        }

        return new(visit, request, limits, RoleOf(credentials))
        {
            Handler = handler,
            IsFunctionHandler = isFunctionHandler,
            JobStart = jobStart,
            Injected = injected,
            Delay = delay,
            NeverEnds = neverEnds,
            IsExact = isExact,
        };
    }

    /// <summary>Finds the fault or the mock for this call. A fault comes before a mock.</summary>
    private (TaskAnswer? Injected, TimeSpan Delay, bool NeverEnds, bool IsExact) Inject(StateVisit visit, LocalOptions options)
    {
        var call = TaskCalls.Next(visit.Execution, _state.Name);
        var (failure, delay, neverEnds) = options.Faults?.For(_state.Name, call) ?? default;
        if (failure is not null || neverEnds || options.Mocks is null || !options.Mocks.TryGet(_state.Name, out var mock))
        {
            return (failure, delay, neverEnds, false);
        }

        var answer = mock.For(call) ?? throw new StateException(
            LocalErrors.NoHandler,
            FormattableString.Invariant($"The mock of the state '{_state.Name}' has no response for call {call} (from 0): it has them for {mock.Describe()}. Add one for this call, or find out why the state is called so often."),
            isCatchable: false);
        return (answer, delay, false, !mock.IsCompleted);
    }

    private Exception NobodyFor(TaskRequest request, ReadOnlySpan<LocalTasks?> tasks)
    {
        if (_integration is ActivityIntegration)
        {
            // This is the text of AWS for an activity that does not exist.
            return new EvaluationException(ErrorNames.Runtime, $"The activity {request.Resource.Text} does not exist.");
        }

        var state = Quoted(_state.Name);
        var (what, registration) = request.FunctionName is { } function
            ? ($"calls the function '{function}'", $"OnFunction({Quoted(function)}, ...) or OnState({state}, ...)")
            : ($"calls '{Name(request.Resource)}'", $"OnResource({Quoted(Name(request.Resource))}, ...) or OnState({state}, ...)");
        var known = new List<string>();
        foreach (var handlers in tasks)
        {
            known.AddRange(handlers?.Describe() ?? []);
        }

        var nested = request.Resource is { Service: "states" or "sfn", Action: "startExecution" or "startSyncExecution" }
            ? " or create the state machine in the same LocalStepFunctions,"
            : "";
        return new StateException(
            LocalErrors.NoHandler,
            $"The state '{_state.Name}' {what}, but it has neither a handler nor a mock. Add LocalOptions.Tasks.{registration},{nested} or LocalOptions.Mocks.Return({state}, ...). "
                + (known.Count == 0 ? "No handler is registered." : $"Registered are: {string.Join("; ", known)}."),
            isCatchable: false);
    }

    private static string Name(TaskResource resource) => resource.Integration.Length > 0 ? resource.Integration : resource.Text;

    private static string Quoted(string text) => "\"" + text + "\"";

    private static string? RoleOf(JsonValue? credentials) => ((credentials as JsonObject)?["RoleArn"] as JsonString)?.Value;

    /// <summary>The fields that are evaluated at each attempt. Executions on several threads share the object, so that all of it is set in one step.</summary>
    private sealed record Templates(Template? Parameters, Template? Credentials);
}
