using Stepwise.Json;

namespace Stepwise.Local.Tests.TestState;

/// <summary>One state is run alone, as an execution would run it, and its data is shown at every stage.</summary>
public sealed class TestStateTests : IDisposable
{
    private const string Role = "arn:aws:iam::123456789012:role/tester";

    private const string Invoke = """
        {
          "Type": "Task",
          "Resource": "arn:aws:states:::lambda:invoke",
          "InputPath": "$.order",
          "Parameters": { "FunctionName": "charge", "Payload.$": "$" },
          "ResultSelector": { "receipt.$": "$.Payload.id" },
          "ResultPath": "$.payment",
          "Retry": [
            { "ErrorEquals": ["Busy"], "IntervalSeconds": 2, "BackoffRate": 3, "MaxAttempts": 2 },
            { "ErrorEquals": ["Slow"], "MaxAttempts": 0 }
          ],
          "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Refund" }],
          "Next": "Ship"
        }
        """;

    private static readonly JsonValue _order = JsonValue.Parse("""{"order":{"total":5},"customer":"Ada"}""");

    private readonly LocalTasks _tasks = new();
    private readonly LocalStepFunctions _stepFunctions;

    public TestStateTests() => _stepFunctions = new(new() { Tasks = _tasks });

    [Fact]
    public async Task A_task_is_done_by_its_handler_and_shows_every_stage()
    {
        _tasks.OnFunction("charge", (request, _) => new(JsonObject.Create(("id", "R1"), ("asked", request.Input))));

        var response = await _stepFunctions.TestStateAsync(new() { Definition = Invoke, Input = _order, RoleArn = Role, InspectionLevel = InspectionLevel.Debug });

        Assert.Equal(TestStateStatus.Succeeded, response.Status);
        Assert.Equal("Ship", response.NextState);
        Same("""{"order":{"total":5},"customer":"Ada","payment":{"receipt":"R1"}}""", response.Output);
        var inspection = response.InspectionData!;
        Assert.Equal(_order, inspection.Input);
        Same("""{"total":5}""", inspection.AfterInputPath);
        Same("""{"FunctionName":"charge","Payload":{"total":5}}""", inspection.AfterParameters);
        Same("""{"id":"R1","asked":{"total":5}}""", ((JsonObject)inspection.Result!)["Payload"]);
        Same("""{"receipt":"R1"}""", inspection.AfterResultSelector);
        Assert.Equal(response.Output, inspection.AfterResultPath);
        Assert.Null(inspection.ErrorDetails);
    }

    [Fact]
    public async Task A_mocked_result_is_taken_as_it_is_and_the_response_says_that_nothing_checked_it()
    {
        var request = new TestStateRequest { Definition = Invoke, Input = _order, Mock = new() { Result = """{"Payload":{"id":"R2"}}""" } };

        var response = await _stepFunctions.TestStateAsync(request);
        var unchecked_ = await _stepFunctions.TestStateAsync(request with { Mock = request.Mock with { FieldValidationMode = MockValidationMode.None } });

        Same("""{"receipt":"R2"}""", ((JsonObject)response.Output!)["payment"]);
        Assert.Null(response.InspectionData);
        Assert.Contains("STRICT", Assert.Single(response.Notes), StringComparison.Ordinal);
        Assert.Empty(unchecked_.Notes);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 6)]
    public async Task A_retry_is_reported_and_not_made(int earlier, int seconds)
    {
        var response = await _stepFunctions.TestStateAsync(WithError("Busy") with { Configuration = new() { RetrierRetryCount = earlier } });

        Assert.Equal(TestStateStatus.Retriable, response.Status);
        Assert.Equal(("Busy", "why"), (response.Error, response.Cause));
        Assert.Null(response.Output);
        Assert.Equal(new TestStateErrorDetails(null, 0, TimeSpan.FromSeconds(seconds)), response.InspectionData!.ErrorDetails);
    }

    [Theory]
    [InlineData("Busy", 2, 0)]
    [InlineData("Slow", 0, 1)]
    [InlineData("Other", 0, null)]
    public async Task An_error_that_is_not_retried_any_more_is_caught(string error, int earlier, int? retrier)
    {
        var response = await _stepFunctions.TestStateAsync(WithError(error) with { Configuration = new() { RetrierRetryCount = earlier } });

        Assert.Equal(TestStateStatus.CaughtError, response.Status);
        Assert.Equal("Refund", response.NextState);
        Assert.Equal((error, "why"), (response.Error, response.Cause));
        Same($$$"""{"order":{"total":5},"customer":"Ada","error":{"Error":"{{{error}}}","Cause":"why"}}""", response.Output);
        Assert.Equal(new TestStateErrorDetails(0, retrier, null), response.InspectionData!.ErrorDetails);
    }

    [Fact]
    public async Task What_cannot_be_evaluated_fails_the_state()
    {
        var response = await _stepFunctions.TestStateAsync(new()
        {
            Definition = """{"Type":"Pass","Parameters":{"a.$":"$.missing"},"End":true}""",
            InspectionLevel = InspectionLevel.Trace,
        });

        Assert.Equal((TestStateStatus.Failed, "States.Runtime"), (response.Status, response.Error));
        Assert.DoesNotContain("entered at the event id", response.Cause, StringComparison.Ordinal);
        Assert.Equal(JsonObject.Empty, response.InspectionData!.AfterInputPath);
        Assert.Null(response.InspectionData.AfterParameters);
    }

    [Fact]
    public async Task A_state_of_a_machine_is_found_at_any_depth_and_reads_variables_and_its_item()
    {
        var response = await _stepFunctions.TestStateAsync(new()
        {
            Definition = """
                {
                  "QueryLanguage": "JSONata",
                  "StartAt": "Each",
                  "States": {
                    "Each": {
                      "Type": "Map",
                      "ItemProcessor": {
                        "StartAt": "Price",
                        "States": {
                          "Price": { "Type": "Pass", "Assign": { "seen": "{% $rate + 1 %}" }, "Output": "{% {'price': $states.input * $rate, 'index': $states.context.Map.Item.Index} %}", "Next": "Done" },
                          "Done": { "Type": "Succeed" }
                        }
                      },
                      "End": true
                    }
                  }
                }
                """,
            StateName = "Price",
            Input = 7,
            Variables = JsonObject.Create(("rate", 3)),
            InspectionLevel = InspectionLevel.Debug,
        });

        Same("""{"price":21,"index":0}""", response.Output);
        Assert.Equal("Done", response.NextState);
        Same("""{"rate":3,"seen":4}""", response.InspectionData!.Variables);
    }

    [Fact]
    public async Task A_map_evaluates_its_fields_and_takes_its_results_from_the_mock()
    {
        var response = await _stepFunctions.TestStateAsync(Map("[10,20]", failures: 0));

        Assert.Equal(TestStateStatus.Succeeded, response.Status);
        Same("[10,20]", response.Output);
        var inspection = response.InspectionData!;
        Same("[1,2]", inspection.AfterItemsPath);
        Same("""[{"n":1},{"n":2}]""", inspection.AfterItemSelector);
        Same("""[{"BatchInput":{"of":"b"},"Items":[{"n":1}]},{"BatchInput":{"of":"b"},"Items":[{"n":2}]}]""", inspection.AfterItemBatcher);
        Assert.Equal((3, 50), (inspection.MaxConcurrency, inspection.ToleratedFailurePercentage));
    }

    [Theory]
    [InlineData(1, TestStateStatus.Succeeded)]
    [InlineData(2, TestStateStatus.Failed)]
    public async Task A_map_fails_when_more_iterations_fail_than_it_tolerates(int failures, TestStateStatus status)
        => Assert.Equal(status, (await _stepFunctions.TestStateAsync(Map("[10,20]", failures))).Status);

    [Fact]
    public async Task The_context_object_can_be_given()
    {
        var response = await _stepFunctions.TestStateAsync(new()
        {
            Definition = """{"Type":"Pass","Parameters":{"name.$":"$$.Execution.Name"},"End":true}""",
            Context = JsonObject.Create(("Execution", JsonObject.Create(("Name", "given")))),
        });

        Same("""{"name":"given"}""", response.Output);
    }

    [Theory]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::sns:publish","Parameters":{"TopicArn":"t","Message":"m"},"End":true}""", null, "RoleArn must be specified when testing a Task state")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Parameters":{"QueueUrl":"q","MessageBody.$":"$$.Task.Token"},"End":true}""", null, "when a mock is not specified")]
    [InlineData("""{"Type":"Wait","Seconds":1,"End":true}""", "{}", "State type 'Wait' is not supported when a mock is specified")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::sns:publish","Parameters":{"TopicArn":"t","Message":"m"},"End":true}""", "{", "Mocked result must be valid JSON")]
    [InlineData("""{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}],"End":true}""", "{}", "Mocked result must be an array.")]
    public async Task What_AWS_would_refuse_is_refused(string definition, string? mock, string message)
    {
        var refusal = await Assert.ThrowsAsync<TestStateException>(() => _stepFunctions.TestStateAsync(new() { Definition = definition, Mock = mock is null ? null : new() { Result = mock } }));

        Assert.Equal("ValidationException", refusal.Code);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing", "INVALID_JSON_DESCRIPTION")]
    [InlineData("""{"Type":"Pass"}""", "/States/StateName")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass"}}}""", "/States/A")]
    public async Task A_definition_that_AWS_would_refuse_is_refused_with_the_place(string definition, string text)
    {
        var refusal = await Assert.ThrowsAsync<TestStateException>(() => _stepFunctions.TestStateAsync(new() { Definition = definition, StateName = definition.Contains("StartAt", StringComparison.Ordinal) ? "A" : null }));

        Assert.Equal("InvalidDefinition", refusal.Code);
        Assert.Contains(text, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_state_that_is_named_as_the_source_of_an_error_must_exist()
    {
        var request = Map(null, null) with { Mock = new() { ErrorOutput = new("Broken") }, Configuration = new() { ErrorCausedByState = "Worc" } };

        var refusal = await Assert.ThrowsAsync<TestStateException>(() => _stepFunctions.TestStateAsync(request));
        var response = await _stepFunctions.TestStateAsync(request with { Configuration = new() { ErrorCausedByState = "Work" } });

        Assert.Contains("'Worc'", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((TestStateStatus.Failed, "Broken", null), (response.Status, response.Error, response.Cause));
    }

    [Fact]
    public async Task A_wait_takes_no_real_time_and_a_test_can_be_cancelled()
    {
        var waited = await _stepFunctions.TestStateAsync(new() { Definition = """{"Type":"Wait","Seconds":86400,"Next":"Then"}""", Input = 1 });
        _tasks.OnFunction("charge", async (_, cancellation) =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return JsonNull.Instance;
        });
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        Assert.Equal("Then", waited.NextState);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _stepFunctions.TestStateAsync(new() { Definition = Invoke, Input = _order, RoleArn = Role }, source.Token));
    }

    [Fact]
    public async Task Whoever_listens_to_executions_hears_nothing_of_a_test()
    {
        var heard = 0;
        using var stepFunctions = new LocalStepFunctions(new() { EventListener = (_, _) => heard++ });

        await stepFunctions.TestStateAsync(new() { Definition = """{"Type":"Wait","Seconds":1,"End":true}""" });
        await stepFunctions.TestStateAsync(new() { Definition = Invoke, Input = _order, Mock = new() { Result = """{"Payload":{"id":1}}""" } });

        Assert.Equal(0, heard);
    }

    [Fact]
    public async Task A_response_is_written_as_AWS_does()
    {
        var response = await _stepFunctions.TestStateAsync(WithError("Other"));

        Same(
            """
            {
              "status": "CAUGHT_ERROR",
              "output": "{\"order\":{\"total\":5},\"customer\":\"Ada\",\"error\":{\"Error\":\"Other\",\"Cause\":\"why\"}}",
              "error": "Other",
              "cause": "why",
              "nextState": "Refund",
              "inspectionData": {
                "input": "{\"order\":{\"total\":5},\"customer\":\"Ada\"}",
                "afterInputPath": "{\"total\":5}",
                "afterParameters": "{\"FunctionName\":\"charge\",\"Payload\":{\"total\":5}}",
                "errorDetails": { "catchIndex": 0 }
              }
            }
            """,
            response.ToJson());
    }

    public void Dispose() => _stepFunctions.Dispose();

    private static TestStateRequest WithError(string error)
        => new() { Definition = Invoke, Input = _order, InspectionLevel = InspectionLevel.Debug, Mock = new() { ErrorOutput = new(error, "why") } };

    private static TestStateRequest Map(string? result, int? failures) => new()
    {
        Definition = """
            {
              "Type": "Map",
              "ItemsPath": "$.items",
              "ItemSelector": { "n.$": "$$.Map.Item.Value" },
              "ItemBatcher": { "MaxItemsPerBatch": 1, "BatchInput": { "of": "b" } },
              "MaxConcurrency": 3,
              "ToleratedFailurePercentage": 50,
              "ItemProcessor": {
                "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                "StartAt": "Work",
                "States": { "Work": { "Type": "Pass", "End": true } }
              },
              "End": true
            }
            """,
        Input = JsonValue.Parse("""{"items":[1,2]}"""),
        InspectionLevel = InspectionLevel.Debug,
        Mock = new() { Result = result },
        Configuration = new() { MapIterationFailureCount = failures },
    };

    private static void Same(string expected, JsonValue? actual) => Assert.Equal(JsonValue.Parse(expected), actual);
}
