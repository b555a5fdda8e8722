namespace Stepwise.StatesLanguage.Validation;

/// <summary>Which members of <c>$states</c> a JSONata expression may read, beside <c>input</c> and <c>context</c>.</summary>
internal enum JsonataScope
{
    /// <summary>Nothing more.</summary>
    Input,

    /// <summary>The result of a Task, Map or Parallel.</summary>
    Result,

    /// <summary>The error that a Catch caught.</summary>
    ErrorOutput,

    /// <summary>Not known: all of them.</summary>
    Unknown,
}
