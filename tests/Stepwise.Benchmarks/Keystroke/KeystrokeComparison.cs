extern alias generator;

using generator::Stepwise.Generator;
using generator::Stepwise.Generator.Incremental;
using Microsoft.CodeAnalysis;
using Stepwise.Benchmarks.Projects;

namespace Stepwise.Benchmarks.Keystroke;

/// <summary>Measures what each generator costs per edit, all in one run and in turns, so that whatever disturbs the machine disturbs all of them.</summary>
internal static class KeystrokeComparison
{
    public const string Floor = "Floor";
    public const string Stepwise = "Stepwise";

    /// <summary>Runs before anything is kept: the runtime compiles hot methods again after some thirty calls.</summary>
    private const int WarmUps = 60;

    /// <param name="repetitions">How many edits of each kind are kept.</param>
    /// <param name="ownOnly">Leaves the generators of other packages out, which is quicker while one works on this one.</param>
    public static IReadOnlyList<KeystrokeRow> Run(int repetitions, bool ownOnly)
    {
        var sessions = Sessions(ownOnly);
        foreach (var session in sessions)
        {
            for (var i = 0; i < WarmUps; i++)
            {
                session.Type();
            }
        }

        for (var i = 0; i < repetitions; i++)
        {
            foreach (var session in sessions)
            {
                session.Record();
            }
        }

        return sessions.ConvertAll(static session => session.ToRow());
    }

    private static List<TypingSession> Sessions(bool ownOnly)
    {
        var sessions = new List<TypingSession>();
        var workflows = EditedProject.OfWorkflows();
        var others = ownOnly ? [] : Others();

        foreach (var edit in new[] { Edit.Unrelated, Edit.Comment })
        {
            foreach (var runsImplementationOutputs in new[] { false, true })
            {
                AddOwn(edit, runsImplementationOutputs);
                foreach (var (name, project, generators) in others)
                {
                    sessions.Add(new TypingSession(name, project, generators, edit, runsImplementationOutputs));
                }
            }
        }

        foreach (var edit in new[] { Edit.Body, Edit.Signature, Edit.Declaration })
        {
            AddOwn(edit, runsImplementationOutputs: false);
            AddOwn(edit, runsImplementationOutputs: true);
        }

        return sessions;

        void AddOwn(Edit edit, bool runsImplementationOutputs)
        {
            sessions.Add(new TypingSession(Floor, workflows, [new FloorGenerator()], edit, runsImplementationOutputs));

            // Each session has readings of its own: all share the files that they do not edit, and one would push out what another one has read.
            sessions.Add(new TypingSession(Stepwise, workflows, [new StepwiseGenerator(new WorkflowReadings(StampParts.All))], edit, runsImplementationOutputs));
        }
    }

    private static List<(string Name, EditedProject Project, IReadOnlyList<IIncrementalGenerator> Generators)> Others()
    {
        return
        [
            Other("System.Text.Json", "SystemTextJson", ComparedSources.SerializerContext, WorkflowSource.Contracts),
            Other("CommunityToolkit.Mvvm", "Mvvm", ComparedSources.ViewModel),
            Other("Refit", "Refit", ComparedSources.RestClient),
            Other("Riok.Mapperly", "Mapperly", ComparedSources.Mapper),
        ];

        static (string, EditedProject, IReadOnlyList<IIncrementalGenerator>) Other(string name, string folder, SourceTemplate target, SourceTemplate? companion = null) =>
            (name, new EditedProject(target, companion, ComparedGenerators.Libraries(folder)), ComparedGenerators.Load(folder));
    }
}
