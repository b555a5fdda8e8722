namespace Stepwise.StatesLanguage;

/// <summary>What the <c>Resource</c> of a Task names.</summary>
public enum TaskResourceKind
{
    /// <summary>Not an ARN.</summary>
    Invalid,

    /// <summary>A substitution such as <c>${Name}</c>, of which nothing more is known.</summary>
    Substitution,

    /// <summary>A Lambda function by its ARN.</summary>
    Function,

    /// <summary>An activity by its ARN.</summary>
    Activity,

    /// <summary>An optimized integration, such as <c>arn:aws:states:::sns:publish</c>.</summary>
    Optimized,

    /// <summary>An AWS SDK integration, such as <c>arn:aws:states:::aws-sdk:s3:getObject</c>.</summary>
    Sdk,

    /// <summary>The ARN of something else.</summary>
    Other,
}
