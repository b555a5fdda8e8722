namespace Stepwise;

/// <summary>Publishes a version of the machine at each deployment; <c>publish</c> in Terraform, <c>AWS::StepFunctions::StateMachineVersion</c> in CloudFormation.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PublishAttribute : Attribute
{
    /// <summary>The name of an alias that points to the latest version: 1 to 80 characters of <c>A-Z a-z 0-9 - _ .</c>, not only digits. Default: null, no alias.</summary>
    public string? Alias { get; set; }
}
