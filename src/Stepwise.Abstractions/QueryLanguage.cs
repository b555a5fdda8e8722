namespace Stepwise;

/// <summary>The language of the expressions of a state machine or of one state; ASL's <c>QueryLanguage</c>.</summary>
public enum QueryLanguage
{
    /// <summary>JSONata. Values are variables, which states set with <c>Assign</c>. This is the default.</summary>
    Jsonata,

    /// <summary>JSONPath with intrinsic functions. Values are parts of the state document, which states set with <c>ResultPath</c>.</summary>
    JsonPath,
}
