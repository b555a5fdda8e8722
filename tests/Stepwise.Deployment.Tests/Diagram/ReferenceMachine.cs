using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.Deployment.Tests.Diagram;

/// <summary>The reference workflow, as the compiler makes it of the sample.</summary>
internal static class ReferenceMachine
{
    public static StateMachine Machine { get; } = Read();

    public static StateMachine Read() => Parse(Sources.Campaign.Definition);

    public static StateMachine Parse(string definition)
    {
        var (machine, diagnostics) = DefinitionReader.Read(definition);
        Assert.NotNull(machine);
        return machine;
    }
}
