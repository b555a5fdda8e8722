using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Flow;
using Stepwise.Generator.Kinds.Pass;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Tests.Flow;

public sealed class GraphRulesTests
{
    /// <summary>A search that recursed by states would end the process.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_machine_of_very_many_states_is_searched_for_loops(bool isLoop)
    {
        const int Count = 100_000;
        var states = new StateModel[Count];
        for (var i = 0; i < Count; i++)
        {
            states[i] = new PassModel
            {
                Declaration = new StateDeclaration
                {
                    Member = "S" + i,
                    Name = "S" + i,
                    Anchor = i,
                    Next = i < Count - 1 ? new StateReference("S" + (i + 1), i) : isLoop ? new StateReference("S0", i) : null,
                    End = i == Count - 1 && !isLoop,
                },
            };
        }

        var machine = new MachineModel
        {
            ClassName = "Machine",
            Anchor = 0,
            Start = new StartModel("Start", default, new StateReference("S0", 0), 0),
            States = new EquatableArray<StateModel>(states),
        };
        var findings = new List<DiagnosticInfo>();
        GraphRules.Check(machine, StateGraph.Create(machine, outerRetry: default, findings.Add), findings.Add);

        Assert.Equal(isLoop ? [DiagnosticIds.NoWayToAnEnd, DiagnosticIds.EndlessLoopWithoutWait] : [], findings.Select(static finding => finding.Id));
    }
}
