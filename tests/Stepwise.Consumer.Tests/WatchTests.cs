using System.Diagnostics;
using System.Text;

namespace Stepwise.Consumer.Tests;

[Collection(StepwisePackageGroup.Name)]
public sealed class WatchTests(StepwisePackage package)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Watch_rebuilds_the_files_when_a_workflow_is_edited()
    {
        var project = new ConsumerProject(package, "watch", properties: "<OutputType>Exe</OutputType>").WithWorkflow("Order")
            .Write("Program.cs", "System.Console.WriteLine(\"started\"); System.Threading.Thread.Sleep(System.TimeSpan.FromMinutes(10));\n");
        var definition = Path.Combine(project.Output, "order", "order.asl.json");
        var output = new StringBuilder();
        using var watch = Dotnet.Start(project.Folder, "watch --non-interactive run");
        watch.OutputDataReceived += Append;
        watch.ErrorDataReceived += Append;
        watch.BeginOutputReadLine();
        watch.BeginErrorReadLine();
        try
        {
            await Until(() => Says("Waiting for changes"));
            Assert.Contains("Hello", ReadShared(definition), StringComparison.Ordinal);

            project.WithWorkflow("Order", greeting: "Goodbye");
            await Until(() => File.Exists(definition) && ReadShared(definition).Contains("Goodbye", StringComparison.Ordinal));
        }
        finally
        {
            watch.Kill(entireProcessTree: true);
        }

        void Append(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        }

        bool Says(string text)
        {
            lock (output)
            {
                return output.ToString().Contains(text, StringComparison.Ordinal);
            }
        }

        async Task Until(Func<bool> condition)
        {
            for (var waited = Stopwatch.StartNew(); !condition(); await Task.Delay(200))
            {
                lock (output)
                {
                    Assert.True(waited.Elapsed < _patience && !watch.HasExited, output.ToString());
                }
            }
        }
    }

    private static string ReadShared(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}
