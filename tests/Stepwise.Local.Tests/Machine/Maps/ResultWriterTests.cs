using Stepwise.Json;

namespace Stepwise.Local.Tests.Machine.Maps;

public sealed class ResultWriterTests : IDisposable
{
    private const string Processor = """
        "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"C","States":{
         "C":{"Type":"Choice","Choices":[{"Variable":"$","NumericEquals":0,"Next":"F"}],"Default":"P"},
         "F":{"Type":"Fail","Error":"Zero","Cause":"c"},
         "P":{"Type":"Pass","Parameters":{"out.$":"States.Array($)"},"OutputPath":"$.out","End":true}}}
        """;

    private readonly BucketFixture _bucket = new();

    public void Dispose() => _bucket.Dispose();

    [Fact]
    public async Task Results_are_written_by_status_beside_a_manifest()
    {
        var run = await Write("\"ToleratedFailureCount\":1,", "", "[1,0,2]");

        var mapRun = run.MapRuns[0];
        var folder = "results/" + mapRun.Arn.Split(':')[^1] + "/";
        Assert.Equal($$$"""{"MapRunArn":"{{{mapRun.Arn}}}","ResultWriterDetails":{"Bucket":"bucket","Key":"{{{folder}}}manifest.json"}}""", run.Output!.ToJson());
        var succeeded = _bucket.Get(folder + "SUCCEEDED_0.json");
        var failed = _bucket.Get(folder + "FAILED_0.json");
        Assert.Equal(
            $$$"""{"DestinationBucket":"bucket","MapRunArn":"{{{mapRun.Arn}}}","ResultFiles":{"FAILED":[{"Key":"{{{folder}}}FAILED_0.json","Size":{{{failed.Length}}}}],"PENDING":[],"SUCCEEDED":[{"Key":"{{{folder}}}SUCCEEDED_0.json","Size":{{{succeeded.Length}}}}]}}""",
            _bucket.Get(folder + "manifest.json"));
        var children = mapRun.GetExecutions();
        Assert.Equal(
            $$$"""[{{{Succeeded(children[0], "1")}}},{{{Succeeded(children[2], "2")}}}]""",
            succeeded);
        Assert.Equal(
            $$$"""[{"Cause":"c","Error":"Zero","ExecutionArn":"{{{children[1].Arn}}}","Input":"0","InputDetails":{"Included":true},"Name":"{{{children[1].Name}}}","OutputDetails":{"Included":true},"RedriveCount":0,"RedriveStatus":"REDRIVABLE_BY_MAP_RUN","StartDate":"2025-01-01T00:00:00.000Z","StateMachineArn":"{{{children[1].StateMachine.Arn}}}","Status":"FAILED","StopDate":"2025-01-01T00:00:00.000Z"}]""",
            failed);
        Assert.Equal(3, mapRun.GetItemCounts().ResultsWritten);
    }

    [Fact]
    public async Task A_map_run_that_fails_writes_what_it_has_and_what_never_began()
    {
        var run = await Write("\"MaxConcurrency\":1,", "", "[1,0,2]");

        Assert.Equal("States.ExceedToleratedFailureThreshold", run.Error);
        var folder = "results/" + run.MapRuns[0].Arn.Split(':')[^1] + "/";
        Assert.Contains("\"Status\":\"SUCCEEDED\"", _bucket.Get(folder + "SUCCEEDED_0.json"), StringComparison.Ordinal);
        Assert.Contains("\"Status\":\"FAILED\"", _bucket.Get(folder + "FAILED_0.json"), StringComparison.Ordinal);
        var pending = (JsonObject)Assert.Single((JsonArray)JsonValue.Parse(_bucket.Get(folder + "PENDING_0.json")));
        Assert.Equal(("2", "PENDING"), (((JsonString)pending["Input"]!).Value, ((JsonString)pending["Status"]!).Value));
    }

    [Theory]
    [InlineData("COMPACT", "JSON", "SUCCEEDED_0.json", "[[1],[2]]")]
    [InlineData("FLATTEN", "JSON", "SUCCEEDED_0.json", "[1,2]")]
    [InlineData("FLATTEN", "JSONL", "SUCCEEDED_0.jsonl", "1\n2\n")]
    public async Task Results_are_transformed(string transformation, string type, string file, string expected)
    {
        var run = await Write("", $$$""","WriterConfig":{"Transformation":"{{{transformation}}}","OutputType":"{{{type}}}"}""", "[1,2]");

        Assert.Equal(expected, _bucket.Get("results/" + run.MapRuns[0].Arn.Split(':')[^1] + "/" + file));
    }

    [Theory]
    [InlineData("COMPACT", "JSON", "[[1],[2]]")]
    [InlineData("FLATTEN", "JSON", "[1,2]")]
    [InlineData("FLATTEN", "JSONL", "\"1\\n2\"")]
    public async Task Without_a_place_the_transformed_results_are_the_states(string transformation, string type, string expected)
    {
        var run = await Local.Run(
            Local.Machine("{\"Type\":\"Map\",\"End\":true,\"ResultWriter\":{\"WriterConfig\":{\"Transformation\":\"" + transformation + "\",\"OutputType\":\"" + type + "\"}}," + Processor + "}"),
            "[1,2]");

        Assert.Equal(expected, run.Output!.ToJson());
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_fails_the_map_run()
    {
        var run = await Local.Run(Definition("", "").Replace("\"bucket\"", "\"none\"", StringComparison.Ordinal), "[1]", _bucket.Options);

        Assert.Equal("States.ResultWriterFailed", run.Error);
        Assert.StartsWith("The specified bucket does not exist", run.Cause, StringComparison.Ordinal);
        Assert.Equal("MapRunFailed MapStateFailed ExecutionFailed", string.Join(' ', run.Events.TakeLast(3).Select(item => item.Type)));
    }

    private Task<LocalExecution> Write(string fields, string writer, string input) => Local.Run(Definition(fields, writer), input, _bucket.Options);

    private static string Definition(string fields, string writer) => Local.Machine(
        "{\"Type\":\"Map\"," + fields + "\"End\":true,\"ResultWriter\":{\"Resource\":\"arn:aws:states:::s3:putObject\",\"Parameters\":{\"Bucket\":\"bucket\",\"Prefix\":\"results\"}" + writer + "}," + Processor + "}");

    private static string Succeeded(LocalExecution child, string input)
        => $$$"""{"ExecutionArn":"{{{child.Arn}}}","Input":"{{{input}}}","InputDetails":{"Included":true},"Name":"{{{child.Name}}}","Output":"[{{{input}}}]","OutputDetails":{"Included":true},"RedriveCount":0,"RedriveStatus":"NOT_REDRIVABLE","RedriveStatusReason":"Execution is SUCCEEDED and cannot be redriven","StartDate":"2025-01-01T00:00:00.000Z","StateMachineArn":"{{{child.StateMachine.Arn}}}","Status":"SUCCEEDED","StopDate":"2025-01-01T00:00:00.000Z"}""";
}
