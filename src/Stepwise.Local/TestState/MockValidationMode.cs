namespace Stepwise.Local;

/// <summary>How AWS checks a mocked result against the model of the API that the state calls (<c>fieldValidationMode</c>). Locally there are no models: no mode checks anything, and the response notes it.</summary>
public enum MockValidationMode
{
    /// <summary>All fields (<c>STRICT</c>): required ones must be there, and all must have the right type.</summary>
    Strict,

    /// <summary>The fields that are there (<c>PRESENT</c>).</summary>
    Present,

    /// <summary>Nothing (<c>NONE</c>).</summary>
    None,
}
