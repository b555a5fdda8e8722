namespace Stepwise.Generator.Symbols;

/// <summary>How parameters become properties of generated records.</summary>
internal static class GeneratedRecord
{
    /// <summary>The property of a parameter: <c>campaignId</c> becomes <c>CampaignId</c>.</summary>
    public static string PropertyName(string parameterName) =>
        parameterName.Length == 0 ? parameterName : char.ToUpperInvariant(parameterName[0]) + parameterName.Substring(1);
}
