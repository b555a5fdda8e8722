namespace Stepwise.Jsonata.Evaluation.Functions;

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
