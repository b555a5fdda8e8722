using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Validation;

namespace Stepwise.Deployment.Tests.Diagram;

/// <summary>The reference workflow.</summary>
internal static class ReferenceMachine
{
    private static readonly string Folder = FindFolder();

    public static StateMachine Machine { get; } = Parse(Text("Diagram", "campaign-execution.asl.json"));

    public static string Text(params string[] path) => File.ReadAllText(Path.Combine([Folder, .. path]));

    public static StateMachine Parse(string text)
    {
        var diagnostics = new DefinitionDiagnostics();
        var machine = DefinitionReader.Read(text, diagnostics);
        Assert.NotNull(machine);
        return machine;
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Campaign.sln")))
            {
                return Path.Combine(folder.FullName, "tests", "Stepwise.Deployment.Tests");
            }
        }

        throw new InvalidOperationException("The tests run from within the repository.");
    }
}
