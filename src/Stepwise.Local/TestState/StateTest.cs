using Stepwise.Json;
using Stepwise.Local.Machine;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.TestState;

/// <summary>One visit of a state outside of any execution, with what an execution would give it.</summary>
internal sealed class StateTest
{
    private readonly LocalStepFunctions _service;
    private readonly IExecutionHost _host;
    private readonly TestStateRequest _request;
    private readonly TestedState _tested;
    private readonly JsonValue? _mockedResult;

    /// <summary>A test.</summary>
    /// <param name="service">Where it runs. Where a Task is mocked its options hold the mock.</param>
    /// <param name="request">The request.</param>
    /// <param name="tested">The state.</param>
    /// <param name="mockedResult">The mocked result; null where none is mocked.</param>
    public StateTest(LocalStepFunctions service, TestStateRequest request, TestedState tested, JsonValue? mockedResult)
    {
        _service = service;
        _host = service;
        _request = request;
        _tested = tested;
        _mockedResult = mockedResult;
    }

    /// <summary>Runs the state.</summary>
    /// <param name="cancellationToken">Ends the test.</param>
    public async Task<TestStateResponse> RunAsync(CancellationToken cancellationToken)
    {
        // Not disposed of: the loop may cancel it after this has returned.
#pragma warning disable CA2000
        var cancellation = new CancellationTokenSource();
#pragma warning restore CA2000
        var completion = new TaskCompletionSource<TestStateResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        var handlerContext = ExecutionContext.Capture();
        _host.Loop.Post(async () =>
        {
            _host.Loop.RunningExecutions++;
            try
            {
                completion.TrySetResult(await VisitAsync(handlerContext, cancellation.Token));
            }
#pragma warning disable CA1031 // Whatever ends the test goes to who waits for it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                completion.TrySetException(exception);
            }

            _host.Loop.RunningExecutions--;
        });
        using (cancellationToken.UnsafeRegister(_ => _host.Loop.Interrupt(cancellation.Cancel), null))
        using (_service.Disposal.UnsafeRegister(_ => End(), null))
        {
            try
            {
                return await completion.Task.ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
        }

        void End()
        {
            completion.TrySetException(new ObjectDisposedException(nameof(LocalStepFunctions)));
            _host.Loop.Interrupt(cancellation.Cancel);
        }
    }

    private async ValueTask<TestStateResponse> VisitAsync(ExecutionContext? handlerContext, CancellationToken cancellation)
    {
        var execution = MakeExecution(handlerContext);
        var machine = new MachineRun(execution, _tested.Machine, AslQueryLanguage.JsonPath, cancellation);
        machine.Variables.Set(_request.Variables);
        var step = MachinePlan.Of(_tested.Machine, machine.Language).Find(_tested.State.Name)!;
        var recorder = new StageRecorder(_tested.State, step.Language, _request.Configuration.RetrierRetryCount);
        var work = MockedWork();
        var visit = new StateVisit(machine, step, _request.Input)
        {
            Observer = recorder,
            GivenContext = _request.Context ?? TestStateContext.Of(execution, _request.RoleArn, _tested, _host.Loop.Now),
            Work = work,
        };
        TestStateResponse response;
        try
        {
            var end = step switch
            {
                TimedStep timed => await timed.PerformAsync(visit),
                _ => ((ImmediateStep)step).Perform(visit),
            };
            response = Ended(end, machine, recorder);
        }
        catch (EvaluationException exception)
        {
            response = Failed(exception.Error, exception.Message, recorder);
        }
        catch (StateException exception)
        {
            response = Failed(exception.Error, CauseOf(exception), recorder);
        }

        return response with
        {
            InspectionData = _request.InspectionLevel == InspectionLevel.Info ? null : Inspect(recorder, machine, work as MockedMapWork),
            Notes = Notes(),
        };
    }

    private static TestStateResponse Ended(in StepEnd end, MachineRun machine, StageRecorder recorder)
    {
        if (PayloadSize.Exceeds(end.Output))
        {
            return Failed(ErrorNames.DataLimitExceeded, $"The state/task '{TestedState.Name}' returned a result with a size exceeding the maximum number of bytes service limit.", recorder);
        }

        if (end.Assigned is { } assigned)
        {
            machine.Variables.Set(assigned);
        }

        return new(recorder.Caught is null ? TestStateStatus.Succeeded : TestStateStatus.CaughtError)
        {
            Output = end.Output,
            NextState = end.Next?.Name,
            Error = recorder.Caught?.Error,
            Cause = recorder.Caught is { } caught ? CauseOf(caught) : null,
        };
    }

    /// <summary>The cause. What the cause of an execution says before it, the place in the history, does not exist here.</summary>
    private static string? CauseOf(StateException exception) => exception.InnerException is EvaluationException inner ? inner.Message : exception.Cause;

    private static TestStateResponse Failed(string? error, string? cause, StageRecorder recorder)
        => new(recorder.RetryDelay is null ? TestStateStatus.Failed : TestStateStatus.Retriable) { Error = error, Cause = cause };

    private Execution MakeExecution(ExecutionContext? handlerContext)
    {
        var options = _service.Options;
        var random = new Random(options.Seed);
        var machineName = Uuid.Create(random);
        var machine = new LocalStateMachine(
            _service,
            machineName,
            $"arn:aws:states:{options.Region}:{options.AccountId}:stateMachine:{machineName}",
            _tested.Machine,
            WorkflowType.Express,
            _request.RoleArn ?? "");
        var name = Uuid.Create(random);
        return new()
        {
            Host = _service,
            StateMachine = machine,
            Name = name,
            Arn = $"arn:aws:states:{options.Region}:{options.AccountId}:express:{machine.Name}:{name}",
            Input = _request.Input,
            StartedAt = _host.Loop.Now,
            Random = random,
            HandlerContext = handlerContext,
        };
    }

    private StateWork? MockedWork() => (_request.Mock, _tested.State) switch
    {
        ({ } mock, MapState map) => new MockedMapWork(map, mock, _request.Configuration, _mockedResult),
        ({ } mock, ParallelState parallel) => new MockedParallelWork(parallel, mock, _mockedResult),
        _ => null,
    };

    private TestStateInspection Inspect(StageRecorder recorder, MachineRun machine, MockedMapWork? map)
    {
        var variables = new JsonObject.Builder();
        foreach (var (name, value) in machine.Variables)
        {
            variables.Add(name, value);
        }

        return new()
        {
            Input = _request.Input,
            AfterInputPath = recorder["afterInputPath"],
            AfterParameters = recorder["afterParameters"],
            AfterArguments = recorder["afterArguments"],
            AfterItemsPath = recorder["afterItemsPath"],
            AfterItemSelector = recorder["afterItemSelector"],
            AfterItemBatcher = recorder["afterItemBatcher"],
            Result = recorder["result"],
            AfterResultSelector = recorder["afterResultSelector"],
            AfterResultPath = recorder["afterResultPath"],
            MaxConcurrency = map?.MaxConcurrency,
            ToleratedFailureCount = map?.Tolerated.Count,
            ToleratedFailurePercentage = map?.Tolerated.Percentage,
            Variables = variables.Count == 0 ? null : variables.ToObject(),
            ErrorDetails = recorder is { Retrier: null, Catcher: null } ? null : new(recorder.Catcher, recorder.Retrier, recorder.RetryDelay),
        };
    }

    private IReadOnlyList<string> Notes()
        => _mockedResult is not null && _tested.State is TaskState && _request.Mock!.FieldValidationMode != MockValidationMode.None
            ? [$"The mocked result was not checked against the model of the API that the state calls, as AWS does in the mode {(_request.Mock.FieldValidationMode == MockValidationMode.Strict ? "STRICT" : "PRESENT")}. Set FieldValidationMode to None to say that it need not be."]
            : [];
}
