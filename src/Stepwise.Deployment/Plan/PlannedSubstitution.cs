using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.Plan;

/// <summary>A substitution whose value is supplied when the workflow is deployed.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Description">The description of the value, or null if nothing is known of it.</param>
/// <param name="IsArn">Whether the value is known to be an ARN.</param>
internal sealed record PlannedSubstitution(string Key, string? Description, bool IsArn)
{
    /// <summary>The regular expression of a value for which <see cref="IsText"/> is true.</summary>
    public const string TextPattern = "^" + ResourceKind.TextCharacter + "*$";

    /// <summary>The regular expression of a value for which <see cref="IsArn"/> is true.</summary>
    public const string ArnPattern = "^arn:" + ResourceKind.TextCharacter + "*$";

    /// <summary>What <see cref="TextPattern"/> says.</summary>
    public const string TextRule = "must not contain quotes, apostrophes, backslashes, braces or control characters";

    /// <summary>Whether the value is a part of the definition's texts only, and is not known to be an ARN.</summary>
    public bool IsText { get; init; }
}
