using static Stepwise.Local.Tests.Machine.Tasks.TaskMachines;

namespace Stepwise.Local.Tests.Machine.Tasks.Mocks;

public sealed class MockConfigurationFileTests
{
    private const string Valid = """
        {
          "StateMachines": {
            "Orders": {
              "TestCases": {
                "Retried": { "A": "FailsThenWorks" },
                "Happy": { "A": "Works" }
              }
            },
            "Other": { "TestCases": {} }
          },
          "MockedResponses": {
            "Works": { "0": { "Return": { "n": 1 } } },
            "FailsThenWorks": {
              "2": { "Return": 3 },
              "0-1": { "Throw": { "Error": "Busy", "Cause": "Later." } }
            }
          }
        }
        """;

    [Fact]
    public async Task Test_cases_say_what_each_call_returns()
    {
        var file = MockConfigurationFile.Parse(Valid);
        Assert.Equal(["Orders", "Other"], file.StateMachines);
        Assert.Equal(["Retried", "Happy"], file.GetTestCases("Orders"));

        var definition = Task(Function, "\"Retry\":[{\"ErrorEquals\":[\"Busy\"],\"MaxAttempts\":3}],");
        Assert.Equal("""{"n":1}""", (await Run(definition, new LocalOptions { Mocks = file.GetMocks("Orders", "Happy") })).Output?.ToJson());
        var retried = await Run(definition, new LocalOptions { Mocks = file.GetMocks("Orders", "Retried") });
        Assert.Equal("3", retried.Output?.ToJson());
        Assert.Equal(2, retried.Events.Count(item => item.Type == HistoryEventType.LambdaFunctionFailed));
    }

    [Fact]
    public async Task A_state_that_is_called_more_often_than_it_has_responses_fails_the_execution()
    {
        var definition = """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"F","Catch":[{"ErrorEquals":["States.ALL"],"Next":"A"}],"Next":"A"}}}""".Replace("\"F\"", "\"" + Function + "\"", StringComparison.Ordinal);
        var execution = await Run(definition, new LocalOptions { ValidateDefinitions = false, Mocks = MockConfigurationFile.Parse(Valid).GetMocks("Orders", "Retried") });

        Assert.Equal(LocalErrors.NoHandler, execution.Error);
        Assert.StartsWith("The mock of the state 'A' has no response for call 3 (from 0): it has them for 0-1, 2.", execution.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_said_with_what_is()
    {
        var file = MockConfigurationFile.Parse(Valid);

        Assert.Contains("It has 'Orders', 'Other'.", Assert.Throws<ArgumentException>(() => file.GetTestCases("Order")).Message, StringComparison.Ordinal);
        Assert.Contains("It has 'Retried', 'Happy'.", Assert.Throws<ArgumentException>(() => file.GetMocks("Orders", "Sad")).Message, StringComparison.Ordinal);
        Assert.Contains("It has none.", Assert.Throws<ArgumentException>(() => file.GetMocks("Other", "Sad")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", 1, 2, null)]
    [InlineData("[]", 1, 1, "The file must be an object.")]
    [InlineData("{}", 1, 1, "The field 'StateMachines' is missing: it says which state machine has which test cases.")]
    [InlineData("""{"StateMachines":{},"Mocks":{}}""", 1, 21, "There is no field 'Mocks' here: a mock configuration has 'StateMachines' and 'MockedResponses'.")]
    [InlineData("""{"StateMachines":{"M":{}}}""", 1, 23, "The state machine 'M' has no field 'TestCases'.")]
    [InlineData("""{"StateMachines":{"M":{"TestCases":{"T":{"S":"R"}}}}}""", 1, 46, "'MockedResponses' has no 'R'. It has none.")]
    [InlineData("""{"StateMachines":{"M":{"TestCases":{"T":{"S":1}}}}}""", 1, 46, "The state 'S' must name one of the 'MockedResponses', as a string.")]
    [InlineData("""{"StateMachines":{},"MockedResponses":{"R":{}}}""", 1, 44, "The response 'R' is for no call: give it a field '0' for the first one.")]
    [InlineData("""{"StateMachines":{},"MockedResponses":{"R":{"first":{"Return":1}}}}""", 1, 45, "'first' is neither the number of a call, such as '0', nor a range of calls, such as '1-3'.")]
    [InlineData("""{"StateMachines":{},"MockedResponses":{"R":{"2-1":{"Return":1}}}}""", 1, 45, "'2-1' is neither the number of a call, such as '0', nor a range of calls, such as '1-3'.")]
    [InlineData("""{"StateMachines":{},"MockedResponses":{"R":{"1":{"Return":1}}}}""", 1, 45, "'1' must begin with 0: calls are counted from 0, and each field goes on where the one before it ends.")]
    [InlineData("""{"StateMachines":{},"MockedResponses":{"R":{"0-2":{"Return":1},"2":{"Return":1}}}}""", 1, 64, "'2' must begin with 3: calls are counted from 0, and each field goes on where the one before it ends.")]
    [InlineData("""{"StateMachines":{},"MockedResponses":{"R":{"0":{}}}}""", 1, 49, "The call '0' must have 'Return' or 'Throw'.")]
    [InlineData("""{"StateMachines":{},"MockedResponses":{"R":{"0":{"Return":1,"Throw":{"Error":"E"}}}}}""", 1, 49, "The call '0' must have only one of 'Return' and 'Throw'.")]
    [InlineData("""{"StateMachines":{},"MockedResponses":{"R":{"0":{"Throw":{"Cause":"C"}}}}}""", 1, 58, "The field 'Error' is missing: the name of the error that the call fails with.")]
    [InlineData("""{"StateMachines":{},"MockedResponses":{"R":{"0":{"Throw":{"Error":1}}}}}""", 1, 67, "'Error' must be a string.")]
    public void What_is_wrong_is_said_with_its_place(string text, int line, int column, string? message)
    {
        var problem = Assert.Single(Assert.Throws<MockConfigurationException>(() => MockConfigurationFile.Parse(text)).Problems);

        Assert.Equal((line, column), (problem.Position.Line, problem.Position.Column));
        Assert.Equal(message ?? problem.Message, problem.Message);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_in_the_order_of_the_file()
    {
        var exception = Assert.Throws<MockConfigurationException>(() => MockConfigurationFile.Parse("""
            {
              "StateMachines": { "M": { "TestCases": { "T": { "S": "R", "U": "V" } } } },
              "MockedResponses": { "R": { "0": { "Return": 1 }, "2": { "Return": 2 } } }
            }
            """));

        Assert.Equal([2, 3], exception.Problems.Select(problem => problem.Position.Line));
        Assert.StartsWith("The mock configuration is not valid:\nline 2, column ", exception.Message, StringComparison.Ordinal);
    }
}
