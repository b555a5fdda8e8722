namespace Stepwise;

/// <summary>Declares a resource that a task may reach when its arguments, which are computed at run time, do not name it. It becomes the <c>Resource</c> of those statements in the role's policy
/// that would otherwise have a wildcard. Several may stand on one task.</summary>
/// <example><code>
/// [Resource("arn:aws:sns:${Region}:${AccountId}:orders-*")]
/// </code></example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ResourceAttribute : Attribute
{
    /// <summary>Declares a resource.</summary>
    /// <param name="arn">An ARN, which may contain wildcards and substitutions such as <c>${Region}</c>, or a single substitution such as <c>${OrdersTopicArn}</c>.</param>
    public ResourceAttribute(string arn) => Arn = arn;

    /// <summary>The ARN or the substitution.</summary>
    public string Arn { get; }
}
