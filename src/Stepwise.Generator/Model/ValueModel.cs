namespace Stepwise.Generator.Model;

internal enum ValueOrigin
{
    /// <summary>A property of the input.</summary>
    Input,

    /// <summary>The whole input, under the name of its <c>[Payload]</c> parameter.</summary>
    WholeInput,

    /// <summary>The result of a state.</summary>
    Result,

    /// <summary>A caught error.</summary>
    Error,
}

/// <summary>A value that states read by name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="WireName">Its property of the input, for inputs; the name of its field in the document of JSONPath, for the others.</param>
/// <param name="MayLackCause">For a caught error: whether its Error and Cause may be null. See <see cref="WorkModel.MayFailWithoutCause"/>.</param>
internal sealed record ValueModel(string Name, WireType Type, ValueOrigin Origin, string WireName, bool MayLackCause = false);
