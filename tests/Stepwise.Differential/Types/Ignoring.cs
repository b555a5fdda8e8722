namespace Stepwise.Differential.Types;

/// <summary>Which values of a property are left out of the JSON.</summary>
internal enum Ignoring
{
    /// <summary>Null, as the workflow's options say.</summary>
    Default,

    /// <summary>None: null is written.</summary>
    Never,

    /// <summary>The default of the type.</summary>
    WhenDefault,
}
