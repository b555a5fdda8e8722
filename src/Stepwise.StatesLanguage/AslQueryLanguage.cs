namespace Stepwise.StatesLanguage;

/// <summary>The language in which the fields of a machine or a state select and transform data (ASL <c>QueryLanguage</c>).</summary>
public enum AslQueryLanguage
{
    /// <summary>JSONPath (ASL <c>JSONPath</c>), the default.</summary>
    JsonPath,

    /// <summary>JSONata (ASL <c>JSONata</c>).</summary>
    Jsonata,
}
