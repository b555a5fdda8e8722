namespace Stepwise;

/// <summary>Makes a method a Choice state. The method returns <see cref="NextState"/> from a switch or a conditional expression whose arms are <c>nameof(State)</c>.</summary>
/// <example><code>
/// [Choice]
/// public static NextState CheckValidation(ValidationResult validationResult) =>
///     validationResult.Valid ? nameof(QueryContacts) : nameof(ValidationFailed);
/// </code></example>
public sealed class ChoiceAttribute : StateAttribute;
