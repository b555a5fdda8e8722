namespace Stepwise.Generator.Tests.Workflows;

/// <summary>The sample's sources, as they stand in the repository.</summary>
internal static class CampaignSample
{
    public static string Workflow { get; } = Repository.Read("samples", "CampaignExecution", "CampaignExecution.cs");

    public static string Contracts { get; } = Repository.Read("samples", "CampaignExecution", "Contracts.cs");

    /// <summary>The same machine in pure JSONata: the one word that says JSONPath taken out, and the one state that was JSONata anyway.</summary>
    public static string InJsonata { get; } = Workflow
        .Replace(", QueryLanguage = QueryLanguage.JsonPath", "", StringComparison.Ordinal)
        .Replace("[Succeed(QueryLanguage = QueryLanguage.Jsonata)]", "[Succeed]", StringComparison.Ordinal);
}
