namespace Stepwise.StatesLanguage.Validation;

/// <summary>The members of <c>$states</c> that a JSONata expression may read in addition to <c>input</c> and <c>context</c>.</summary>
internal enum JsonataScope
{
    /// <summary>No additional members.</summary>
    Input,

    /// <summary><c>result</c>: the result of a Task, Map or Parallel.</summary>
    Result,

    /// <summary><c>errorOutput</c>: the error that a Catch caught.</summary>
    ErrorOutput,

    /// <summary>All members, because the state is not known.</summary>
    Unknown,
}
