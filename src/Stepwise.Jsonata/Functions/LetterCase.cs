namespace Stepwise.Jsonata.Functions;

/// <summary>How a picture wants letters.</summary>
internal enum LetterCase
{
    /// <summary>small</summary>
    Lower,

    /// <summary>CAPITALS</summary>
    Upper,

    /// <summary>First Letters Capital</summary>
    Title,
}
