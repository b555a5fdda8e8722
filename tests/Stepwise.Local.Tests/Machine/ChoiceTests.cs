namespace Stepwise.Local.Tests.Machine;

public sealed class ChoiceTests
{
    [Theory]
    [InlineData("StringEquals", "\"a\"", "\"a\"", true)]
    [InlineData("StringEquals", "1", "\"1\"", false)]
    [InlineData("StringLessThan", "\"A\"", "\"a\"", true)]
    [InlineData("StringGreaterThanEquals", "\"b\"", "\"b\"", true)]
    [InlineData("StringMatches", "\"log-2025.txt\"", "\"log-*.txt\"", true)]
    [InlineData("StringMatches", "\"a*b\"", "\"a\\\\*b\"", true)]
    [InlineData("StringMatches", "\"axb\"", "\"a\\\\*b\"", false)]
    [InlineData("StringMatches", "\"abcabd\"", "\"*ab*d\"", true)]
    [InlineData("NumericEquals", "1.0", "1", true)]
    [InlineData("NumericEquals", "\"1\"", "1", false)]
    [InlineData("NumericLessThan", "9007199254740992", "9007199254740993", true)]
    [InlineData("NumericGreaterThan", "0.5", "0", true)]
    [InlineData("NumericLessThanEquals", "-1", "-1", true)]
    [InlineData("BooleanEquals", "true", "true", true)]
    [InlineData("BooleanEquals", "\"true\"", "true", false)]
    [InlineData("TimestampEquals", "\"2025-01-01T01:00:00+01:00\"", "\"2025-01-01T00:00:00Z\"", true)]
    [InlineData("TimestampLessThan", "\"2025-01-01T00:00:00.1Z\"", "\"2025-01-01T00:00:00.2Z\"", true)]
    [InlineData("TimestampLessThan", "\"2025-01-01\"", "\"2025-01-02T00:00:00Z\"", false)]
    [InlineData("IsNull", "null", "true", true)]
    [InlineData("IsString", "1", "false", true)]
    [InlineData("IsNumeric", "1", "true", true)]
    [InlineData("IsBoolean", "\"x\"", "true", false)]
    [InlineData("IsTimestamp", "\"2025-01-01T00:00:00Z\"", "true", true)]
    [InlineData("IsTimestamp", "\"2025-13-01T00:00:00Z\"", "true", false)]
    [InlineData("IsPresent", "null", "true", true)]
    public async Task Each_operator_compares_values_of_its_own_type(string name, string value, string operand, bool expected)
    {
        Assert.Equal(expected, await Holds($$"""{"Variable":"$.v","{{name}}":{{operand}}}""", $$"""{"v":{{value}}}"""));
        if (!name.StartsWith("Is", StringComparison.Ordinal) && name != "StringMatches")
        {
            Assert.Equal(expected, await Holds($$"""{"Variable":"$.v","{{name}}Path":"$.o"}""", $$"""{"v":{{value}},"o":{{operand}}}"""));
        }
    }

    [Fact]
    public async Task What_is_not_there_is_not_present_and_cannot_be_compared()
    {
        Assert.False(await Holds("""{"Variable":"$.v","IsPresent":true}""", "{}"));
        Assert.True(await Holds("""{"And":[{"Variable":"$.v","IsPresent":true},{"Variable":"$.v","IsNull":true}]}""", """{"v":null}"""));
        Assert.False(await Holds("""{"And":[{"Variable":"$.v","IsPresent":true},{"Variable":"$.v","IsNull":true}]}""", "{}"));

        var run = await Local.Run(Definition("""{"Variable":"$.v","IsNull":true}"""));
        Assert.Equal("States.Runtime", run.Error);
        Assert.Equal("An error occurred while executing the state 'A' (entered at the event id #2). Invalid path '$.v': The choice state's condition path references an invalid value.", run.Cause);
    }

    [Fact]
    public async Task Tests_are_combined()
    {
        const string Zero = """{"Variable":"$.v","NumericEquals":0}""";
        const string One = """{"Variable":"$.v","NumericEquals":1}""";
        Assert.True(await Holds($$"""{"Or":[{{Zero}},{{One}}]}""", """{"v":1}"""));
        Assert.False(await Holds($$"""{"And":[{{Zero}},{{One}}]}""", """{"v":1}"""));
        Assert.True(await Holds($$"""{"Not":{{Zero}}}""", """{"v":1}"""));
    }

    [Fact]
    public async Task Without_a_way_on_the_execution_fails()
    {
        var run = await Local.Run("""
            {"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.v","BooleanEquals":true,"Next":"B"}]},"B":{"Type":"Succeed"}}}
            """, """{"v":false}""");

        Assert.Equal("States.Runtime", run.Error);
        Assert.Equal("An error occurred while executing the state 'A' (entered at the event id #2). Failed to transition out of the state. The state does not point to a next state.", run.Cause);
    }

    [Theory]
    [InlineData("true", "\"rule\"")]
    [InlineData("false", "\"default\"")]
    public async Task The_way_that_is_taken_assigns_and_puts_out(string value, string expected)
    {
        var run = await Local.Run("""
            {"StartAt":"A","QueryLanguage":"JSONata","States":{
             "A":{"Type":"Choice","Choices":[{"Condition":"{% $states.input.v %}","Assign":{"w":"rule"},"Output":1,"Next":"B"}],"Assign":{"w":"default"},"Output":2,"Default":"B"},
             "B":{"Type":"Pass","Output":"{% $w %}","End":true}}}
            """, $$"""{"v":{{value}}}""");

        Assert.Equal(expected, run.Output?.ToJson());
    }

    [Fact]
    public async Task A_condition_that_is_no_boolean_fails()
    {
        var run = await Local.Run("""
            {"StartAt":"A","QueryLanguage":"JSONata","States":{"A":{"Type":"Choice","Choices":[{"Condition":"{% 1 %}","Next":"B"}],"Default":"B"},"B":{"Type":"Succeed"}}}
            """);

        Assert.Equal("States.QueryEvaluationError", run.Error);
        Assert.Contains("Expected 'boolean', but was 'number' for value: 1", run.Cause, StringComparison.Ordinal);
    }

    private static string Definition(string test)
        => """{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Next":"Yes",""" + test[1..] + """],"Default":"No"},"Yes":{"Type":"Succeed"},"No":{"Type":"Succeed"}}}""";

    private static async Task<bool> Holds(string test, string input)
    {
        var run = await Local.Run(Definition(test), input);
        Assert.Equal(WorkflowStatus.Succeeded, run.Status);
        return run.States[^1] == "Yes";
    }
}
