namespace Stepwise;

/// <summary>Makes a method a Task state that calls an AWS service and discards the response. <see cref="ServiceTaskAttribute{TResponse}"/> keeps the response.</summary>
/// <remarks>A method with a body returns the arguments: an AWSSDK request, a record or an anonymous object. The parameters of a partial method are the arguments.</remarks>
/// <example><code>
/// [ServiceTask("sns:publish", Next = nameof(Done))]
/// public static object NotifyUser(string message) => new { TopicArn = Deployed.Topic("campaign-notifications"), Message = message };
/// </code></example>
public class ServiceTaskAttribute : TaskAttribute
{
    /// <summary>Calls a service.</summary>
    /// <param name="action">The service and its action: an optimized integration such as <c>sns:publish</c>, or <c>aws-sdk:service:action</c>; the end of ASL's <c>Resource</c>.</param>
#pragma warning disable RS0022 // The generic attribute inherits from this one, and no base class has a protected member to expose.
    public ServiceTaskAttribute(string action) => Action = action;
#pragma warning restore RS0022

    /// <summary>The service and its action; the end of ASL's <c>Resource</c>.</summary>
    public string Action { get; }

    /// <summary>How the task waits for the service; the suffix of ASL's <c>Resource</c>. Default: <see cref="IntegrationPattern.RequestResponse"/>.</summary>
    public IntegrationPattern Pattern { get; set; }
}
