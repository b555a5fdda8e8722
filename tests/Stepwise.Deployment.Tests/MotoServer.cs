using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Stepwise.Json;

namespace Stepwise.Deployment.Tests;

/// <summary>A moto server that executes state machines, and the AWS command line against it.</summary>
internal sealed class MotoServer : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private const string Region = "eu-central-1";

    private readonly Process _server;
    private readonly string _address;

    /// <param name="executes">Whether it executes machines; one that does keeps them apart from those of stacks and shows only its own.</param>
    public MotoServer(bool executes = true)
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
        for (var watch = Stopwatch.StartNew(); ; Thread.Sleep(200))
        {
            try
            {
                Set("/moto-api/config", $$$"""{"stepfunctions":{"execute_state_machine":{{{(executes ? "true" : "false")}}}},"lambda":{"use_docker":false}}""");
                return;
            }
            catch (HttpRequestException) when (watch.Elapsed < _patience && !_server.HasExited)
            {
                // It is not up yet.
            }
        }
    }

    /// <summary>What the functions answer that are invoked from now on, in this order, whatever their names.</summary>
    public void Answer(params string[] results) =>
        Set("/moto-api/static/lambda-simple/response", JsonObject.Create(("region", Region), ("results", new JsonArray([.. results]))).ToJson());

    /// <summary>Runs one command and returns what it prints.</summary>
    public string Aws(params string[] arguments)
    {
        var start = new ProcessStartInfo("aws", ["--endpoint-url", _address, "--region", Region, "--output", "text", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AWS_ACCESS_KEY_ID"] = start.Environment["AWS_SECRET_ACCESS_KEY"] = "testing";
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"aws {string.Join(' ', arguments)}\n{output}{errors.Result}");
        return output.Trim();
    }

    /// <summary>Starts an execution and waits until it ends; its status, and its output or its error. A server executes once: it cannot copy a machine beside which another has run.</summary>
    public (string Status, string Result) Execute(string machine, string input)
    {
        var execution = Aws("stepfunctions", "start-execution", "--state-machine-arn", machine, "--input", input, "--query", "executionArn");
        for (var watch = Stopwatch.StartNew(); ; Thread.Sleep(500))
        {
            var status = Aws("stepfunctions", "describe-execution", "--execution-arn", execution, "--query", "status");
            if (status != "RUNNING" || watch.Elapsed > _patience)
            {
                return (status, Aws("stepfunctions", "describe-execution", "--execution-arn", execution, "--query", "output || error"));
            }
        }
    }

    public void Dispose()
    {
        _server.Kill(entireProcessTree: true);
        _server.Dispose();
    }

    private void Set(string path, string settings)
    {
        using var client = new HttpClient();
        using var content = new StringContent(settings, Encoding.UTF8, "application/json");
        using var answer = client.PostAsync(new Uri(_address + path), content).GetAwaiter().GetResult();
        answer.EnsureSuccessStatusCode();
    }
}
