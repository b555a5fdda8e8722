namespace Stepwise.Differential.Places;

/// <summary>The query language of the state that is tested.</summary>
internal enum Language
{
    /// <summary>JSONata, in a machine of JSONata.</summary>
    Jsonata,

    /// <summary>JSONPath.</summary>
    JsonPath,

    /// <summary>JSONata, in a machine of JSONPath.</summary>
    JsonataInJsonPath,
}
