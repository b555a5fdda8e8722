namespace Stepwise.StatesLanguage;

/// <summary>The language in which a machine or state reads and shapes data (ASL <c>QueryLanguage</c>).</summary>
public enum AslQueryLanguage
{
    /// <summary>JSONPath, the default of the States Language.</summary>
    JsonPath,

    /// <summary>JSONata.</summary>
    Jsonata,
}
