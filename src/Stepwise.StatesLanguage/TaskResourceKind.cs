namespace Stepwise.StatesLanguage;

/// <summary>The kind of resource that the <c>Resource</c> of a Task names.</summary>
public enum TaskResourceKind
{
    /// <summary>The text is not an ARN.</summary>
    Invalid,

    /// <summary>A substitution such as <c>${Name}</c>. The kind of the resource is not known.</summary>
    Substitution,

    /// <summary>The ARN of a Lambda function.</summary>
    Function,

    /// <summary>The ARN of an activity.</summary>
    Activity,

    /// <summary>An optimized integration, such as <c>arn:aws:states:::sns:publish</c>.</summary>
    Optimized,

    /// <summary>An AWS SDK integration, such as <c>arn:aws:states:::aws-sdk:s3:getObject</c>.</summary>
    Sdk,

    /// <summary>The ARN of another resource.</summary>
    Other,
}
