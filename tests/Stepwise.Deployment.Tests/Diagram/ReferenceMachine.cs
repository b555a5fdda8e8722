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
        var diagnostics = new DefinitionDiagnostics();
        var machine = DefinitionReader.Read(definition, diagnostics);
        Assert.NotNull(machine);
        return machine;
    }
}
