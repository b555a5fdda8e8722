using CsCheck;
using Snapshooter.Xunit;
using Stepwise.Deployment.Diagram;
using Stepwise.StatesLanguage;

namespace Stepwise.Deployment.Tests.Diagram;

public sealed class MermaidDiagramTests
{
    [Fact]
    public void The_campaign_is_written_as_it_was() => MermaidDiagram.Write(ReferenceMachine.Machine).MatchSnapshot();

    [Fact]
    public void Every_state_and_transition_is_there()
    {
        var text = MermaidDiagram.Write(ReferenceMachine.Machine);
        Assert.All(ReferenceMachine.Machine.States, state => Assert.Contains(state.Name + "<br/>", text, StringComparison.Ordinal));
        var lines = text.Split('\n');
        var ways = ReferenceMachine.Machine.States.SelectMany(Transition.FromState).ToList();
        Assert.Equal(ways.Count(way => way.Kind == TransitionKind.Catch), lines.Count(line => line.Contains(" -.->", StringComparison.Ordinal)));
        Assert.Equal(ways.Count(way => way.Kind != TransitionKind.Catch) + 1, lines.Count(line => line.Contains(" -->", StringComparison.Ordinal)));
    }

    [Fact]
    public void Names_become_no_syntax()
    {
        var text = MermaidDiagram.Write(new() { StartAt = "a\"]; end <b> `x` #quot;", States = [new SucceedState { Name = "a\"]; end <b> `x` #quot;" }] });
        Assert.Contains("s1([\"a#34;#93;#59; end #60;b#62; #96;x#96; #35;quot#59;<br/>Succeed\"]):::good", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_machines_are_written() => MachineGenerator.Machines(20).Sample(
        machine =>
        {
            var text = MermaidDiagram.Write(machine);
            Assert.Equal(text, MermaidDiagram.Write(machine));
            Assert.True(text.Split("<br/>").Length > machine.States.Count);
        },
        iter: 200);
}
