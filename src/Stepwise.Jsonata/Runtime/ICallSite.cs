namespace Stepwise.Jsonata.Runtime;

/// <summary>A call in an expression.</summary>
internal interface ICallSite
{
    /// <summary>Writes the place of the call into an error that the called function threw.</summary>
    /// <returns>False, so that an exception filter can call it and does not catch.</returns>
    bool Claim(JsonataException error);
}
