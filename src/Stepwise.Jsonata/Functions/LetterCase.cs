namespace Stepwise.Jsonata.Functions;

/// <summary>The case of letters in a picture string.</summary>
internal enum LetterCase
{
    /// <summary>lower case</summary>
    Lower,

    /// <summary>UPPER CASE</summary>
    Upper,

    /// <summary>Title Case</summary>
    Title,
}
