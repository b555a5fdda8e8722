using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Stepwise.Deployment.Tests;

/// <summary>A moto server that executes state machines, and the AWS command line against it.</summary>
internal sealed class MotoServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _server;
    private readonly string _address;

    public MotoServer()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        probe.Stop();
        _address = "http://127.0.0.1:" + port;
        _server = Process.Start(new ProcessStartInfo("moto_server", ["-H", "127.0.0.1", "-p", port]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _server.ErrorDataReceived += static (_, _) => { };
        _server.OutputDataReceived += static (_, _) => { };
        _server.BeginErrorReadLine();
        _server.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = new(_address) };
        for (var watch = Stopwatch.StartNew(); ; Thread.Sleep(200))
        {
            try
            {
                using var settings = new StringContent("""{"stepfunctions":{"execute_state_machine":true}}""", Encoding.UTF8, "application/json");
                using var answer = client.PostAsync(new Uri("/moto-api/config", UriKind.Relative), settings).GetAwaiter().GetResult();
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (watch.Elapsed < Patience && !_server.HasExited)
            {
                // It is not up yet.
            }
        }
    }

    /// <summary>Runs one command and returns what it prints.</summary>
    public string Aws(params string[] arguments)
    {
        var start = new ProcessStartInfo("aws", ["--endpoint-url", _address, "--region", "eu-central-1", "--output", "text", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AWS_ACCESS_KEY_ID"] = start.Environment["AWS_SECRET_ACCESS_KEY"] = "testing";
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"aws {string.Join(' ', arguments)}\n{output}{errors.Result}");
        return output.Trim();
    }

    /// <summary>Starts an execution and waits until it ends; its status and its output.</summary>
    public (string Status, string Output) Execute(string machine, string input)
    {
        var execution = Aws("stepfunctions", "start-execution", "--state-machine-arn", machine, "--input", input, "--query", "executionArn");
        for (var watch = Stopwatch.StartNew(); ; Thread.Sleep(500))
        {
            var status = Aws("stepfunctions", "describe-execution", "--execution-arn", execution, "--query", "status");
            if (status != "RUNNING" || watch.Elapsed > Patience)
            {
                return (status, Aws("stepfunctions", "describe-execution", "--execution-arn", execution, "--query", "output"));
            }
        }
    }

    public void Dispose()
    {
        _server.Kill(entireProcessTree: true);
        _server.Dispose();
    }
}
