namespace Stepwise.Catalogue;

/// <summary>Where a value stands. It matters only for attribute values of DynamoDB, which responses spell in another way.</summary>
internal enum ValuePlace
{
    Request,
    Response,

    /// <summary>In a response, inside another attribute value.</summary>
    NestedInResponse,
}
