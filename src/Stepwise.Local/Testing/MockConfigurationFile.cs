using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Stepwise.Json;
using Stepwise.Local.Machine.Tasks;

namespace Stepwise.Local;

/// <summary>Mocks as Step Functions Local reads them from <c>MockConfigFile.json</c>: for each state machine test cases, which say for their states what the first call returns, the second, and so on.</summary>
public sealed class MockConfigurationFile
{
    private readonly Dictionary<string, Dictionary<string, TaskMocks>> _stateMachines = new(StringComparer.Ordinal);

    private MockConfigurationFile()
    {
    }

    /// <summary>The names of the state machines, in the order of the file.</summary>
    public IReadOnlyCollection<string> StateMachines => _stateMachines.Keys;

    /// <summary>Reads a configuration.</summary>
    /// <param name="text">The file's text.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="MockConfigurationException">The text is not JSON, or is not a valid mock configuration. The exception has all problems with their positions.</exception>
    public static MockConfigurationFile Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new List<MockConfigurationProblem>();
        var file = new MockConfigurationFile();
        if (JsonValue.TryParse(text, out var root, out var error))
        {
            new Reader(problems).Read(root, file._stateMachines);
        }
        else
        {
            problems.Add(new(error.Message, error.Position));
        }

        return problems.Count == 0 ? file : throw new MockConfigurationException([.. problems.OrderBy(problem => problem.Position.Offset)]);
    }

    /// <summary>The names of a state machine's test cases, in the order of the file.</summary>
    /// <param name="stateMachine">The state machine.</param>
    /// <returns>The names.</returns>
    /// <exception cref="ArgumentException">The file has no such state machine.</exception>
    public IReadOnlyCollection<string> GetTestCases(string stateMachine) => Of(stateMachine).Keys;

    /// <summary>The mocks of a test case, for <see cref="LocalOptions.Mocks"/>. A state that is called more often than it has responses fails the execution.</summary>
    /// <param name="stateMachine">The state machine.</param>
    /// <param name="testCase">The test case.</param>
    /// <returns>The mocks.</returns>
    /// <exception cref="ArgumentException">The file has no such state machine or test case.</exception>
    public TaskMocks GetMocks(string stateMachine, string testCase)
        => Of(stateMachine).TryGetValue(testCase, out var mocks)
            ? mocks
            : throw new ArgumentException($"The mock configuration has no test case '{testCase}' for the state machine '{stateMachine}'. It has {List(Of(stateMachine).Keys)}.", nameof(testCase));

    private Dictionary<string, TaskMocks> Of(string stateMachine)
        => _stateMachines.TryGetValue(stateMachine, out var testCases)
            ? testCases
            : throw new ArgumentException($"The mock configuration has no state machine '{stateMachine}'. It has {List(_stateMachines.Keys)}.", nameof(stateMachine));

    private static string List(IReadOnlyCollection<string> names) => names.Count == 0 ? "none" : $"'{string.Join("', '", names)}'";

    private sealed class Reader(List<MockConfigurationProblem> problems)
    {
        private readonly Dictionary<string, List<(int First, int Last, TaskAnswer Answer)>> _responses = new(StringComparer.Ordinal);

        public void Read(JsonValue root, Dictionary<string, Dictionary<string, TaskMocks>> stateMachines)
        {
            if (!IsObject(root, "The file", out var file))
            {
                return;
            }

            foreach (var member in file.Members)
            {
                if (member.Name is not ("StateMachines" or "MockedResponses"))
                {
                    Report($"There is no field '{member.Name}' here: a mock configuration has 'StateMachines' and 'MockedResponses'.", member);
                }
            }

            foreach (var response in MembersOf(file, "MockedResponses"))
            {
                _responses.Add(response.Name, [.. ReadResponses(response)]);
            }

            if (!file.TryGetValue("StateMachines", out _))
            {
                Report("The field 'StateMachines' is missing: it says which state machine has which test cases.", file);
            }

            foreach (var machine in MembersOf(file, "StateMachines"))
            {
                stateMachines.Add(machine.Name, ReadMachine(machine));
            }
        }

        private Dictionary<string, TaskMocks> ReadMachine(JsonMember machine)
        {
            var testCases = new Dictionary<string, TaskMocks>(StringComparer.Ordinal);
            if (!IsObject(machine.Value, $"The state machine '{machine.Name}'", out var fields))
            {
                return testCases;
            }

            foreach (var member in fields.Members)
            {
                if (member.Name != "TestCases")
                {
                    Report($"There is no field '{member.Name}' here: a state machine has 'TestCases'.", member);
                }
            }

            if (!fields.TryGetValue("TestCases", out _))
            {
                Report($"The state machine '{machine.Name}' has no field 'TestCases'.", fields);
            }

            foreach (var testCase in MembersOf(fields, "TestCases"))
            {
                testCases.Add(testCase.Name, ReadTestCase(testCase));
            }

            return testCases;
        }

        private TaskMocks ReadTestCase(JsonMember testCase)
        {
            var mocks = new TaskMocks();
            if (!IsObject(testCase.Value, $"The test case '{testCase.Name}'", out var states))
            {
                return mocks;
            }

            foreach (var state in states.Members)
            {
                if (state.Value is not JsonString { Value: var name })
                {
                    Report($"The state '{state.Name}' must name one of the 'MockedResponses', as a string.", state.Value);
                }
                else if (!_responses.TryGetValue(name, out var responses))
                {
                    Report($"'MockedResponses' has no '{name}'. It has {List(_responses.Keys)}.", state.Value);
                }
                else
                {
                    mocks.Configure(state.Name, mock =>
                    {
                        mock.RepeatsLast = false;
                        foreach (var (first, last, answer) in responses)
                        {
                            mock.Add(first, last, answer);
                        }
                    });
                }
            }

            return mocks;
        }

        private IEnumerable<(int First, int Last, TaskAnswer Answer)> ReadResponses(JsonMember response)
        {
            if (!IsObject(response.Value, $"The response '{response.Name}'", out var calls))
            {
                yield break;
            }

            if (calls.Count == 0)
            {
                Report($"The response '{response.Name}' is for no call: give it a field '0' for the first one.", calls);
            }

            var read = new List<(int First, int Last, TaskAnswer? Answer, JsonMember Call)>();
            foreach (var call in calls.Members)
            {
                var answer = ReadAnswer(call);
                if (TryReadCalls(call.Name, out var first, out var last))
                {
                    read.Add((first, last, answer, call));
                }
                else
                {
                    Report($"'{call.Name}' is neither the number of a call, such as '0', nor a range of calls, such as '1-3'.", call);
                }
            }

            var next = 0;
            foreach (var (first, last, answer, call) in read.OrderBy(item => item.First))
            {
                if (first != next)
                {
                    Report(string.Create(CultureInfo.InvariantCulture, $"'{call.Name}' must begin with {next}: calls are counted from 0, and each field goes on where the one before it ends."), call);
                }
                else if (answer is not null)
                {
                    yield return (first, last, answer);
                }

                next = Math.Max(next, last + 1);
            }
        }

        private static bool TryReadCalls(string text, out int first, out int last)
        {
            var dash = text.IndexOf('-', StringComparison.Ordinal);
            last = 0;
            return int.TryParse(dash < 0 ? text : text[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out first)
                && int.TryParse(dash < 0 ? text : text[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out last)
                && first <= last
                && last < int.MaxValue;
        }

        private TaskAnswer? ReadAnswer(JsonMember call)
        {
            if (!IsObject(call.Value, $"The call '{call.Name}'", out var fields))
            {
                return null;
            }

            foreach (var member in fields.Members)
            {
                if (member.Name is not ("Return" or "Throw"))
                {
                    Report($"There is no field '{member.Name}' here: a call has 'Return' or 'Throw'.", member);
                }
            }

            var hasResult = fields.TryGetValue("Return", out var result);
            var hasFailure = fields.TryGetValue("Throw", out var failure);
            if (hasResult == hasFailure)
            {
                Report($"The call '{call.Name}' must have {(hasResult ? "only one of 'Return' and 'Throw'" : "'Return' or 'Throw'")}.", fields);
                return null;
            }

            return hasResult ? new(result) : ReadFailure(failure!);
        }

        private TaskAnswer? ReadFailure(JsonValue failure)
        {
            if (!IsObject(failure, "'Throw'", out var fields))
            {
                return null;
            }

            foreach (var member in fields.Members)
            {
                if (member.Name is not ("Error" or "Cause"))
                {
                    Report($"There is no field '{member.Name}' here: 'Throw' has 'Error' and 'Cause'.", member);
                }
                else if (member.Value is not JsonString)
                {
                    Report($"'{member.Name}' must be a string.", member.Value);
                }
            }

            if (!fields.TryGetValue("Error", out var error))
            {
                Report("The field 'Error' is missing: the name of the error that the call fails with.", fields);
            }

            return error is JsonString name ? new(null, name.Value, (fields["Cause"] as JsonString)?.Value) : null;
        }

        private IReadOnlyList<JsonMember> MembersOf(JsonObject fields, string name)
            => fields.TryGetValue(name, out var value) && IsObject(value, $"'{name}'", out var @object) ? @object.Members : [];

        private bool IsObject(JsonValue value, string subject, [NotNullWhen(true)] out JsonObject? @object)
        {
            @object = value as JsonObject;
            if (@object is null)
            {
                Report($"{subject} must be an object.", value);
            }

            return @object is not null;
        }

        private void Report(string message, JsonMember member) => problems.Add(new(message, member.NamePosition ?? default));

        private void Report(string message, JsonValue value) => problems.Add(new(message, value.Position ?? default));
    }
}
