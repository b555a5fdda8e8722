namespace Stepwise.Differential.Types;

/// <summary>How a record is created.</summary>
internal enum Creation
{
    /// <summary>By its primary constructor.</summary>
    Positional,

    /// <summary>By an object initializer.</summary>
    Initializer,

    /// <summary>Not by random expressions.</summary>
    None,
}
