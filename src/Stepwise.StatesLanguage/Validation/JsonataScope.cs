namespace Stepwise.StatesLanguage.Validation;

/// <summary>Which members of <c>$states</c> a JSONata expression may read, beside <c>input</c> and <c>context</c>.</summary>
[Flags]
internal enum JsonataScope
{
    Input = 0,
    Result = 1,
    ErrorOutput = 2,
}
