namespace Stepwise;

/// <summary>The language in which a state machine or a state writes its expressions; ASL's <c>QueryLanguage</c>.</summary>
public enum QueryLanguage
{
    /// <summary>JSONata with variables: values live in <c>Assign</c>. The default.</summary>
    Jsonata,

    /// <summary>JSONPath with intrinsic functions: values live in the state document, under <c>ResultPath</c>.</summary>
    JsonPath,
}
