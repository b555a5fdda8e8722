namespace Stepwise.StatesLanguage.Vocabulary;

/// <summary>The keys of substitutions that stand for the deployment itself. Nobody supplies their values, and no resource has to exist for them.</summary>
internal static class DeploymentKey
{
    public const string Partition = "Partition";
    public const string Region = "Region";
    public const string AccountId = "AccountId";

    /// <summary>Whether a key stands for the deployment itself.</summary>
    public static bool Contains(string key) => key is Partition or Region or AccountId;
}
