namespace Stepwise.StatesLanguage.Vocabulary;

/// <summary>Which of region and account are in the ARNs of a kind of resource.</summary>
internal enum ArnScope
{
    /// <summary>Region and account.</summary>
    Region,

    /// <summary>The account only.</summary>
    Account,

    /// <summary>Neither.</summary>
    Global,
}
