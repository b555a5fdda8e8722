namespace Stepwise.Json;

/// <summary>What the reader does with an object in which a name occurs twice.</summary>
public enum DuplicateNames
{
    /// <summary>It is an error at the second occurrence.</summary>
    Refuse,

    /// <summary>All members are kept, in order; looking a name up gives the last. See <see cref="JsonObject.HasDuplicateNames"/>.</summary>
    Keep,
}
