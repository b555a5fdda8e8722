namespace Stepwise;

/// <summary>How the names of C# properties are written on the wire where no <c>[JsonPropertyName]</c> says otherwise.
/// It must be what the functions' serializer does.</summary>
public enum JsonNaming
{
    /// <summary><c>CampaignId</c> is <c>campaignId</c>. The default.</summary>
    CamelCase,

    /// <summary><c>CampaignId</c> is <c>CampaignId</c>.</summary>
    AsWritten,

    /// <summary><c>CampaignId</c> is <c>campaign_id</c>.</summary>
    SnakeCase,
}
