using System.Globalization;
using Stepwise.Benchmarks.Json;

namespace Stepwise.Benchmarks.Builds;

/// <summary>Measures what the files of one workflow add to <c>dotnet build</c>, with the packages of this checkout and with any others. The consumers take turns, build by build, so that other work on the machine affects all of them.</summary>
internal static class BuildComparison
{
    /// <summary>The most that one workflow may add to a build, in seconds.</summary>
    private const double Goal = 0.25;

    private const string Without = "without-files";
    private const string Portable = "portable";
    private const string Precompiled = "precompiled";

    /// <summary>Packs, builds and prints. Returns whether the columns <c>portable</c> and <c>precompiled</c> reach the goal.</summary>
    /// <param name="repetitions">How many builds are measured for each consumer and edit.</param>
    /// <param name="feeds">Existing packages: a name, and a folder with one version of the packages. The names <c>portable</c> and <c>precompiled</c> replace the packages of this checkout, which are packed otherwise.</param>
    /// <param name="output">Receives the table.</param>
    public static bool Run(int repetitions, IReadOnlyList<(string Name, string Folder)> feeds, TextWriter output)
    {
        var root = Directory.CreateTempSubdirectory("stepwise-builds-").FullName;
        try
        {
            var portable = Find(Portable) ?? Pack(root, Portable, "");
            var precompiled = Find(Precompiled) ?? Pack(root, Precompiled, $"-p:StepwiseTaskRuntimes={Repository.Runtime}");
            var consumers = new List<ConsumerBuild>
            {
                new(Without, root, portable, emits: false),
                new(Portable, root, portable, emits: true),
                new(Precompiled, root, precompiled, emits: true),
            };
            consumers.AddRange(feeds.Where(static feed => feed.Name is not (Portable or Precompiled)).Select(feed => new ConsumerBuild(feed.Name, root, feed.Folder, emits: true)));
            return Write(Measure(consumers, repetitions), output);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }

        string? Find(string name) => feeds.Where(feed => feed.Name == name).Select(static feed => feed.Folder).FirstOrDefault();
    }

    private static string Pack(string root, string name, string properties)
    {
        var feed = Path.Combine(root, name + "-feed");
        Dotnet.Run(Repository.Root, $"pack src/Stepwise -c Release --nologo -v quiet -o \"{feed}\" {properties}");
        return feed;
    }

    private static List<BuildRow> Measure(List<ConsumerBuild> consumers, int repetitions)
    {
        var rows = (from edit in Enum.GetValues<BuildEdit>() from consumer in consumers select (Consumer: consumer, Edit: edit, Elapsed: new List<double>(), Processor: new List<double>())).ToList();
        foreach (var consumer in consumers)
        {
            consumer.Restore();
            consumer.Build();
        }

        // The first round warms the compiler server up and is not counted.
        for (var round = 0; round <= repetitions; round++)
        {
            foreach (var row in rows)
            {
                row.Consumer.Change(row.Edit);
                var (elapsed, processor) = row.Consumer.Build();
                if (round > 0)
                {
                    row.Elapsed.Add(elapsed);
                    row.Processor.Add(processor);
                }
            }
        }

        return rows.ConvertAll(static row => new BuildRow(row.Consumer.Name, row.Edit, row.Elapsed, row.Processor));
    }

    private static bool Write(List<BuildRow> rows, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows[0].Elapsed.Count} builds each, {Environment.ProcessorCount} processors, load {JsonComparison.Load()}, .NET {Environment.Version}; medians in seconds; added: to the build without files, after the same edit"));
        output.WriteLine("  edit         consumer         elapsed   added     min  processor   added     min");
        var isReached = true;
        foreach (var row in rows)
        {
            var without = rows.Find(other => other.Consumer == Without && other.Edit == row.Edit)!;
            var (elapsed, processor) = (BuildRow.Median(row.Elapsed), BuildRow.Median(row.Processor));
            var added = elapsed - BuildRow.Median(without.Elapsed);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {row.Edit,-13}{row.Consumer,-14}{elapsed,10:F3}{added,8:F3}{row.Elapsed.Min(),8:F3}{processor,11:F3}{processor - BuildRow.Median(without.Processor),8:F3}{row.Processor.Min(),8:F3}"));
            isReached &= added <= Goal || row.Consumer is not (Portable or Precompiled);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Goal {(isReached ? "reached" : "MISSED")}: the files of one workflow may add {Goal} s to a build."));
        return isReached;
    }
}
