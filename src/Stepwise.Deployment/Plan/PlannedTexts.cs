namespace Stepwise.Deployment.Plan;

/// <summary>A member of a policy that is one text or a list of texts.</summary>
/// <param name="Items">The texts.</param>
/// <param name="IsList">Whether the policy has a list here. A list of one text means the same as the text, but it is written as a list.</param>
internal sealed record PlannedTexts(IReadOnlyList<Template> Items, bool IsList)
{
    public static PlannedTexts One(string text) => new([Template.Literal(text)], IsList: false);

    public static PlannedTexts Key(string key) => new([Template.Key(key)], IsList: false);

    public static PlannedTexts List(params string[] texts) => new([.. texts.Select(Template.Literal)], IsList: true);

    public static PlannedTexts Keys(params string[] keys) => new([.. keys.Select(Template.Key)], IsList: true);
}
