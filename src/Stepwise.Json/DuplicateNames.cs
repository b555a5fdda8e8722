namespace Stepwise.Json;

/// <summary>What <see cref="JsonValue.Parse(string, JsonReadOptions)"/> does if a name occurs twice in an object.</summary>
public enum DuplicateNames
{
    /// <summary>The text is an error at the second occurrence of the name.</summary>
    Refuse,

    /// <summary>The object keeps all members, in order. A lookup by name returns the last one. See <see cref="JsonObject.HasDuplicateNames"/>.</summary>
    Keep,
}
