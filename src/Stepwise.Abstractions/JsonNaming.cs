namespace Stepwise;

/// <summary>How the name of a C# property becomes the name of a JSON property, if no <c>[JsonPropertyName]</c> gives it. The serializer of the Lambda functions must use the same rule.</summary>
public enum JsonNaming
{
    /// <summary><c>CampaignId</c> becomes <c>campaignId</c>. This is the default.</summary>
    CamelCase,

    /// <summary><c>CampaignId</c> stays <c>CampaignId</c>.</summary>
    AsWritten,

    /// <summary><c>CampaignId</c> becomes <c>campaign_id</c>.</summary>
    SnakeCase,
}
