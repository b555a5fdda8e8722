using Stepwise.Json;
using Stepwise.Local;

namespace Stepwise.Benchmarks.Local;

/// <summary>The campaign execution of samples/CampaignExecution, with functions that know ten turns of polling.</summary>
internal static class ReferenceSystem
{
    /// <summary>How often each execution asks how the campaign is.</summary>
    public const int Turns = 10;

    private static readonly JsonValue _validated = JsonValue.Parse("""{"valid":true,"campaignName":"Spring","errors":[]}""");
    private static readonly JsonValue _dispatched = JsonValue.Parse("""{"contactCount":120}""");
    private static readonly JsonValue _reported = JsonValue.Parse("""{"reportUrl":"https://reports.example/spring"}""");
    private static readonly JsonValue _published = JsonValue.Parse("""{"MessageId":"1"}""");
    private static readonly JsonValue[] _statuses = [.. Enumerable.Range(1, Turns).Select(static turn => JsonObject.Create(
        ("status", turn == Turns ? "completed" : "in_progress"), ("needsMoreContacts", false), ("completedContacts", turn * 12), ("totalContacts", 120)))];

    public static JsonValue Input { get; } = JsonValue.Parse("""{"campaignId":"0f8fad5b-d9cb-469f-a165-70867728950e","executionSource":"manual"}""");

    /// <summary>The definition that the newest build of the sample has written, or null if the sample was not built.</summary>
    public static string? FindDefinition()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Campaign.sln")))
            {
                var built = Path.Combine(folder.FullName, "samples", "CampaignExecution", "bin");
                var file = Directory.Exists(built)
                    ? new DirectoryInfo(built).EnumerateFiles("campaign-execution.asl.json", SearchOption.AllDirectories).MaxBy(static file => file.LastWriteTimeUtc)
                    : null;
                return file is null ? null : File.ReadAllText(file.FullName);
            }
        }

        return null;
    }

    public static LocalTasks Tasks()
    {
        var turns = new Dictionary<string, int>(StringComparer.Ordinal);
        return new LocalTasks()
            .OnState("ValidateCampaign", static (_, _) => new(_validated))
            .OnState("QueryEligibleContacts", static (_, _) => new(_dispatched))
            .OnState("GenerateReport", static (_, _) => new(_reported))
            .OnState("NotifyUser", static (_, _) => new(_published))
            .OnState("CheckCampaignStatus", (request, _) =>
            {
                var turn = turns.GetValueOrDefault(request.Execution.Arn);
                turns[request.Execution.Arn] = turn + 1;
                return new(_statuses[turn]);
            });
    }
}
