using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Validation;

namespace Stepwise.StatesLanguage.Tests.Validation;

public sealed class MachineRuleTests
{
    private const string S = "'States':{'S':{'Type':'Pass','End':true}}";

    [Fact]
    public void Text_that_is_no_JSON_is_located()
    {
        var found = Assert.Single(DefinitionValidator.Validate("{\n  \"StartAt\": }"));
        Assert.Equal(DiagnosticCodes.InvalidJsonDescription, found.Code);
        Assert.Equal(new JsonPosition(2, 14, 15), found.Position);
        Assert.StartsWith("(2,14): error INVALID_JSON_DESCRIPTION: ", found.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("1")]
    public void A_definition_is_an_object(string text) => Check.Refuses(text, "", "Definition must be a valid JSON object");

    [Theory]
    [InlineData("{'StartAt':'S'}", "/", "required: [States]")]
    [InlineData("{" + S + "}", "/", "required: [StartAt]")]
    [InlineData("{}", "/", "required: [States, StartAt]")]
    [InlineData("{'StartAt':'S','States':{}}", "/States", "cannot be empty")]
    [InlineData("{'StartAt':'S','States':[]}", "/States", "type Object")]
    [InlineData("{'StartAt':1," + S + "}", "/StartAt", "type String")]
    [InlineData("{'StartAt':'S','States':{'S':'x'}}", "/States/S", "type Object")]
    [InlineData("{'StartAt':'S','Foo':1," + S + "}", "", "Field 'Foo' is not supported")]
    [InlineData("{'startAt':'S'," + S + "}", "", "Field 'startAt' is not supported")]
    [InlineData("{'StartAt':'S','Version':'2.0'," + S + "}", "/Version", "one of the following: [1.0]")]
    [InlineData("{'StartAt':'S','Comment':1," + S + "}", "/Comment", "type String")]
    [InlineData("{'StartAt':'S','TimeoutSeconds':'60'," + S + "}", "/TimeoutSeconds", "type Integer")]
    [InlineData("{'StartAt':'S','TimeoutSeconds':-1," + S + "}", "/TimeoutSeconds", "Minimum value is 0")]
    [InlineData("{'StartAt':'S','TimeoutSeconds':100000000," + S + "}", "/TimeoutSeconds", "Maximum value is 99999999")]
    [InlineData("{'StartAt':'S','QueryLanguage':'XPath'," + S + "}", "/QueryLanguage", "[JSONPath, JSONata]")]
    public void Top_level_fields_are_checked(string definition, string pointer, string message) => Check.Refuses(definition, pointer, message);

    [Fact]
    public void A_zero_timeout_and_substitutions_are_accepted()
    {
        Check.Accepts("{'StartAt':'S','TimeoutSeconds':0,'Version':'1.0'," + S + "}");
        Check.Accepts("{'StartAt':'S','TimeoutSeconds':'${Timeout}','QueryLanguage':'${Language}'," + S + "}");
    }

    [Fact]
    public void A_name_twice_is_refused()
    {
        Check.Refuses("{'StartAt':'S','States':{'S':{'Type':'Pass','End':true},'S':{'Type':'Succeed'}}}", "/States/S", "Duplicate state name: S", DiagnosticCodes.DuplicateStateName);
        Check.Refuses(Check.OneState("{'Type':'Pass','End':true,'End':true}"), "/States/S/End", "twice", DiagnosticCodes.InvalidJsonDescription);
    }

    [Fact]
    public void A_definition_has_at_most_a_million_characters()
    {
        var comment = new string('x', DefinitionValidator.MaxLength);
        Check.Refuses("{'Comment':'" + comment + "','StartAt':'S'," + S + "}", "", "1048576 are allowed");
        var machine = new StateMachine { Comment = comment, StartAt = "S", States = [new SucceedState { Name = "S" }] };
        Assert.Contains(DefinitionValidator.Validate(machine), diagnostic => diagnostic.Message.Contains("1048576", StringComparison.Ordinal));
    }

    [Fact]
    public void State_names_have_one_to_eighty_characters()
    {
        Check.Accepts("{'StartAt':'" + new string('a', 80) + "','States':{'" + new string('a', 80) + "':{'Type':'Succeed'}}}");
        Check.Refuses("{'StartAt':'" + new string('a', 81) + "','States':{'" + new string('a', 81) + "':{'Type':'Succeed'}}}", "/States/" + new string('a', 81), "exceeds the 80-character limit", DiagnosticCodes.InvalidStateName);
        Check.Refuses("{'StartAt':'','States':{'':{'Type':'Succeed'}}}", "/States/", "cannot be empty", DiagnosticCodes.InvalidStateName);
    }

    [Theory]
    [InlineData("{'StartAt':'Nope'," + S + "}", "/StartAt")]
    [InlineData("{'StartAt':'S','States':{'S':{'Type':'Pass','Next':'Nope'},'E':{'Type':'Succeed'}}}", "/States/S/Next")]
    [InlineData("{'StartAt':'S','States':{'S':{'Type':'Choice','Choices':[{'Variable':'$.a','IsNull':true,'Next':'Nope'}],'Default':'E'},'E':{'Type':'Succeed'}}}", "/States/S/Choices[0]/Next")]
    [InlineData("{'StartAt':'S','States':{'S':{'Type':'Choice','Choices':[{'Variable':'$.a','IsNull':true,'Next':'E'}],'Default':'Nope'},'E':{'Type':'Succeed'}}}", "/States/S/Default")]
    [InlineData("{'StartAt':'S','States':{'S':{'Type':'Parallel','Branches':[{'StartAt':'I','States':{'I':{'Type':'Succeed'}}}],'Catch':[{'ErrorEquals':['A'],'Next':'Nope'}],'End':true}}}", "/States/S/Catch[0]/Next")]
    public void Transitions_lead_to_states(string definition, string pointer)
        => Check.Refuses(definition, pointer, "Missing 'Next' target: Nope", DiagnosticCodes.MissingTransitionTarget);

    [Fact]
    public void A_target_in_another_case_is_suggested()
        => Check.Refuses("{'StartAt':'s'," + S + "}", "/StartAt", "There is a state \"S\".", DiagnosticCodes.MissingTransitionTarget);

    [Fact]
    public void Transitions_stay_in_their_machine()
    {
        const string Inner = "'I':{'Type':'Pass','Next':'Outer'},'J':{'Type':'Succeed'}";
        Check.Refuses("{'StartAt':'P','States':{'P':{'Type':'Parallel','Branches':[{'StartAt':'I','States':{" + Inner + "}}],'Next':'Outer'},'Outer':{'Type':'Succeed'}}}", "/States/P/Branches[0]/States/I/Next", "Outer", DiagnosticCodes.MissingTransitionTarget);
        Check.Refuses("{'StartAt':'P','States':{'P':{'Type':'Map','ItemProcessor':{'StartAt':'I','States':{" + Inner + "}},'Next':'Outer'},'Outer':{'Type':'Succeed'}}}", "/States/P/ItemProcessor/States/I/Next", "Outer", DiagnosticCodes.MissingTransitionTarget);
        Check.Refuses("{'StartAt':'P','States':{'P':{'Type':'Parallel','Branches':[{'StartAt':'I','States':{'I':{'Type':'Succeed'}}}],'Next':'I'},'Outer':{'Type':'Succeed'}}}", "/States/P/Next", "I", DiagnosticCodes.MissingTransitionTarget);
    }

    [Theory]
    [InlineData("{'StartAt':'S','States':{'S':{'Type':'Succeed'},'D':{'Type':'Succeed'}}}", "D")]
    [InlineData("{'StartAt':'S','States':{'S':{'Type':'Succeed'},'D':{'Type':'Pass','Next':'D'}}}", "D")]
    [InlineData("{'StartAt':'S','States':{'S':{'Type':'Succeed'},'A':{'Type':'Pass','Next':'D'},'D':{'Type':'Pass','Next':'A'}}}", "D")]
    public void Every_state_is_reached(string definition, string state)
        => Check.Refuses(definition, "/States/" + state, "is not reachable", DiagnosticCodes.MissingTransitionTarget);

    [Fact]
    public void A_state_that_a_substitution_may_reach_is_not_reported()
        => Check.Accepts("{'StartAt':'${First}','States':{'A':{'Type':'Pass','Next':'${Second}'},'B':{'Type':'Succeed'}}}");

    [Fact]
    public void A_machine_can_end()
    {
        Check.Refuses("{'StartAt':'A','States':{'A':{'Type':'Pass','Next':'B'},'B':{'Type':'Pass','Next':'A'},'C':{'Type':'Pass','Next':'C'}}}", "", "Workflow has no terminal state", DiagnosticCodes.MissingEndState);
        Assert.DoesNotContain(
            Check.Definition("{'StartAt':'A','States':{'A':{'Type':'Pass','Next':'A'},'C':{'Type':'Pass','Next':'C'}}}"),
            diagnostic => diagnostic.Message.Contains("reachable", StringComparison.Ordinal));
        Check.Refuses(Check.OneState("{'Type':'Map','ItemProcessor':{'StartAt':'I','States':{'I':{'Type':'Pass','Next':'I'}}},'End':true}"), "", "no terminal state", DiagnosticCodes.MissingEndState);
    }

    [Fact]
    public void A_trap_is_warned_of()
        => Check.Warns(
            "{'StartAt':'S','States':{'S':{'Type':'Choice','Choices':[{'Variable':'$.a','IsNull':true,'Next':'A'}],'Default':'E'},'A':{'Type':'Wait','Seconds':1,'Next':'A'},'E':{'Type':'Succeed'}}}",
            "/States/A",
            "no terminal state can be reached",
            DiagnosticCodes.EndlessLoop);

    [Fact]
    public void State_names_are_unique_in_nested_machines_too()
        => Check.Refuses(
            Check.OneState("{'Type':'Map','ItemProcessor':{'StartAt':'S','States':{'S':{'Type':'Succeed'}}},'End':true}"),
            "/States/S/ItemProcessor/States/S",
            "Duplicate state name: S",
            DiagnosticCodes.DuplicateStateName);

    [Theory]
    [InlineData("'Branches':[]", "/States/S/Branches", "cannot be empty")]
    [InlineData("'Comment':''", "/States/S", "required: [Branches]")]
    [InlineData("'Branches':{}", "/States/S/Branches", "type Array")]
    [InlineData("'Branches':['x']", "/States/S/Branches[0]", "type Object")]
    [InlineData("'Branches':[{}]", "/States/S/Branches[0]", "required: [States, StartAt]")]
    [InlineData("'Branches':[{'StartAt':'I','TimeoutSeconds':1,'States':{'I':{'Type':'Succeed'}}}]", "/States/S/Branches[0]", "Field 'TimeoutSeconds' is not supported")]
    public void Branches_are_machines(string fields, string pointer, string message) => Check.Refuses(Check.OneState("{'Type':'Parallel'," + fields + ",'End':true}"), pointer, message);

    [Fact]
    public void Deep_nesting_is_warned_of_and_then_refused()
    {
        Check.Warns(Nested(26), Pointer(25), "more than 25 levels deep", DiagnosticCodes.TooDeeplyNested);
        Check.Accepts(Nested(24));
        Check.Refuses(Nested(70), Pointer(61), "more than 60 levels deep", DiagnosticCodes.TooDeeplyNested);

        static string Pointer(int depth) => string.Concat(Enumerable.Range(0, depth).Select(i => $"/States/S{i}/Branches[0]"));
        static string Nested(int depth)
            => string.Concat(Enumerable.Range(0, depth).Select(i => $"{{'StartAt':'S{i}','States':{{'S{i}':{{'Type':'Parallel','End':true,'Branches':["))
                + "{'StartAt':'Z','States':{'Z':{'Type':'Succeed'}}}" + string.Concat(Enumerable.Repeat("]}}}", depth));
    }

    [Fact]
    public void What_is_found_is_in_the_order_of_the_text()
    {
        var found = Check.Definition("{'StartAt':'Nope','Foo':1,'States':{'A':{'Type':'Pass','Bar':1,'End':true},'B':{'Type':'X'}}}");
        Assert.True(found.Count >= 4);
        Assert.Equal(found.Select(d => d.Position!.Value.Offset).Order(), found.Select(d => d.Position!.Value.Offset));
    }
}
