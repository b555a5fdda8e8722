namespace Stepwise;

/// <summary>Says what a task may reach whose arguments are computed when it runs, so that the role need not reach everything. It becomes the <c>Resource</c> of those statements of the role's
/// policy that the arguments do not determine. Several may stand on one task.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ResourceAttribute : Attribute
{
    /// <summary>Names the resource.</summary>
    /// <param name="arn">An ARN, in which substitutions such as <c>${Region}</c> and wildcards may stand, or one substitution such as <c>${OrdersTopicArn}</c>, whose value the deployment supplies.</param>
    public ResourceAttribute(string arn) => Arn = arn;

    /// <summary>The ARN or the substitution.</summary>
    public string Arn { get; }
}
