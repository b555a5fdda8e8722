namespace Stepwise;

/// <summary>Makes a method a Task state that calls an AWS service and keeps the response.</summary>
/// <typeparam name="TResponse">The response's type, whose members later states read.</typeparam>
public sealed class ServiceTaskAttribute<TResponse> : ServiceTaskAttribute
{
    /// <summary>Calls a service.</summary>
    /// <param name="action">The service and its action, such as <c>dynamodb:getItem</c>; the end of ASL's <c>Resource</c>.</param>
    public ServiceTaskAttribute(string action)
        : base(action)
    {
    }
}
