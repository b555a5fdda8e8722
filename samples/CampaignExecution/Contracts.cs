using System.Text.Json.Serialization;

namespace CampaignSystem;

/// <summary>Where a campaign stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CampaignStatus>))]
public enum CampaignStatus
{
    /// <summary>Being called.</summary>
    [JsonStringEnumMemberName("active")]
    Active,

    /// <summary>Stopped for now.</summary>
    [JsonStringEnumMemberName("paused")]
    Paused,

    /// <summary>Every contact is done, or the end has passed.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>Stopped for good.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}

/// <summary>What validate-campaign returns.</summary>
/// <param name="Valid" example="true">Whether the campaign can run.</param>
/// <param name="CampaignName" example="Spring offer">Its name.</param>
/// <param name="Errors">What is wrong with it, all at once.</param>
public sealed record ValidationResult(bool Valid, string CampaignName, IReadOnlyList<string> Errors);

/// <summary>What dispatcher returns.</summary>
/// <param name="ContactCount" example="500">How many contacts were queued.</param>
public sealed record DispatchResult(int ContactCount);

/// <summary>How the calls went.</summary>
/// <param name="Answered" example="312">Calls that were answered.</param>
/// <param name="Converted" example="41">Contacts who said yes.</param>
/// <param name="OptedOut" example="7">Contacts who want no more calls.</param>
public sealed record CallMetrics(int Answered, int Converted, int OptedOut);

/// <summary>What status-checker returns.</summary>
/// <param name="Status" example="completed">Where the campaign stands.</param>
/// <param name="NeedsMoreContacts" example="false">Whether the queue runs dry while contacts are left.</param>
/// <param name="TotalContacts" example="500">All contacts.</param>
/// <param name="CompletedContacts" example="500">Those that are done.</param>
/// <param name="CompletionPercentage" example="100">Those that are done, in percent.</param>
/// <param name="Metrics">How the calls went.</param>
public sealed record StatusResult(
    CampaignStatus Status,
    bool NeedsMoreContacts,
    int TotalContacts,
    int CompletedContacts,
    double CompletionPercentage,
    CallMetrics Metrics);

/// <summary>What report-generator returns.</summary>
/// <param name="ReportUrl" example="https://reports.example.com/3f2504e0.pdf">Where the report is.</param>
public sealed record ReportResult(string ReportUrl);
