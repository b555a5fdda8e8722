namespace Stepwise;

/// <summary>Publishes a version of the machine with each deployment; the machine's <c>publish</c> in Terraform, <c>AWS::StepFunctions::StateMachineVersion</c> in CloudFormation.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PublishAttribute : Attribute
{
    /// <summary>An alias that leads to the version published last: 1 to 80 of A-Z, a-z, 0-9, -, _ and a dot, not digits only. Default: no alias.</summary>
    public string? Alias { get; set; }
}
