namespace Stepwise.StatesLanguage.Catalogue;

/// <summary>The kind of a value in a request or a response. The numbers are those of the catalogue's file.</summary>
internal enum ApiShapeKind
{
    /// <summary>An object with known members.</summary>
    Structure,

    /// <summary>An array whose items have one shape.</summary>
    List,

    /// <summary>An object with any names, whose values have one shape.</summary>
    Map,

    Text,

    Number,

    Boolean,

    Timestamp,

    /// <summary>Bytes. On the wire they are text.</summary>
    Blob,

    /// <summary>Any JSON value, whose names are not those of AWS.</summary>
    Document,
}
