namespace Stepwise;

/// <summary>A Task state that calls an AWS service. The method's body builds the arguments: an AWSSDK request, a record or an anonymous object;
/// or it is partial, and its parameters are the arguments. The result is discarded unless the response's type is given.</summary>
public class ServiceTaskAttribute : TaskAttribute
{
    /// <summary>Names the service and its action.</summary>
    /// <param name="action"><c>sns:publish</c>, <c>sqs:sendMessage</c> and other optimised integrations, or <c>aws-sdk:service:action</c>.</param>
    public ServiceTaskAttribute(string action) => Action = action;

    /// <summary>The service and its action, the end of ASL's <c>Resource</c>.</summary>
    public string Action { get; }

    /// <summary>How the task waits for the service. Default: <see cref="IntegrationPattern.RequestResponse"/>.</summary>
    public IntegrationPattern Pattern { get; set; }
}
