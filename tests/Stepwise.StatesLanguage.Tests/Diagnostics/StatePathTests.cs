using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Tests.Validation;

namespace Stepwise.StatesLanguage.Tests.Diagnostics;

public class StatePathTests
{
    [Fact]
    public void A_place_is_written_as_AWS_writes_it_and_as_a_JSON_Pointer()
    {
        var path = StatePath.Root.Field("States").Field("Choose").Field("Choices").Item(0).Field("Next");

        Assert.Equal("/States/Choose/Choices[0]/Next", path.ToString());
        Assert.Equal("/States/Choose/Choices/0/Next", path.ToJsonPointer());
        Assert.Equal(["Choose"], path.States);
    }

    [Fact]
    public void The_definition_itself_is_the_root()
    {
        Assert.Equal("", StatePath.Root.ToString());
        Assert.Equal("", StatePath.Root.ToJsonPointer());
        Assert.Empty(StatePath.Root.States);
    }

    [Theory]
    [InlineData("a/b", "/States/\"a/b\"/Retry[0]", "/States/a~1b/Retry/0")]
    [InlineData("a~b", "/States/a~b/Retry[0]", "/States/a~0b/Retry/0")]
    [InlineData("a[0]", "/States/\"a[0]\"/Retry[0]", "/States/a[0]/Retry/0")]
    [InlineData("say \"a\\\"", "/States/\"say \\\"a\\\\\\\"\"/Retry[0]", "/States/say \"a\\\"/Retry/0")]
    [InlineData("", "/States//Retry[0]", "/States//Retry/0")]
    [InlineData("Validate campaign", "/States/Validate campaign/Retry[0]", "/States/Validate campaign/Retry/0")]
    public void A_name_is_never_taken_for_several_steps(string name, string text, string pointer)
    {
        var path = StatePath.Root.Field("States").Field(name).Field("Retry").Item(0);

        Assert.Equal(text, path.ToString());
        Assert.Equal(pointer, path.ToJsonPointer());
        Assert.Equal([name], path.States);
    }

    [Fact]
    public void Paths_are_equal_by_their_steps()
    {
        var path = StatePath.Root.Field("States").Field("A").Field("Retry").Item(0);
        var same = StatePath.Root.Field("States").Field("A").Field("Retry").Item(0);

        Assert.Equal(path, same);
        Assert.Equal(path.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(path, path.Parent);
        Assert.NotEqual(path, path.Parent!.Item(1));
        Assert.NotEqual(StatePath.Root.Field("States").Field("A/B"), StatePath.Root.Field("States").Field("A").Field("B"));
        Assert.NotEqual(StatePath.Root.Field("0"), StatePath.Root.Item(0));
    }

    [Theory]
    [InlineData("'P':{'Type':'Parallel','End':true,'Branches':[{'StartAt':'A','States':{'A':{'Type':'Pass','Foo':1,'End':true}}}]}", "P A")]
    [InlineData("'P':{'Type':'Map','End':true,'ItemProcessor':{'StartAt':'A','States':{'A':{'Type':'Pass','Foo':1,'End':true}}}}", "P A")]
    [InlineData("'P':{'Type':'Map','End':true,'Iterator':{'StartAt':'A','States':{'A':{'Type':'Pass','Foo':1,'End':true}}}}", "P A")]
    [InlineData("'P':{'Type':'Pass','End':true,'Parameters':{'States':{'A':{'x.$':5}}}}", "P")]
    [InlineData("'P':{'Type':'Parallel','End':true,'Branches':[{'StartAt':'B','States':{'B':{'Type':'Pass','End':true}},'Foo':1}]}", "P")]
    public void A_finding_tells_the_states_that_it_lies_in(string state, string states)
    {
        var found = Check.Definition("{'StartAt':'P','States':{" + state + "}}");

        Assert.Equal(states, string.Join(' ', Assert.Single(found, item => item.Severity == DefinitionSeverity.Error).Path.States));
    }
}
