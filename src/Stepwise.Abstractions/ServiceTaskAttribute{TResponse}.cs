namespace Stepwise;

/// <summary>A Task state that calls an AWS service and keeps its response.</summary>
/// <typeparam name="TResponse">The response's type, of which later states read members.</typeparam>
public sealed class ServiceTaskAttribute<TResponse> : ServiceTaskAttribute
{
    /// <summary>Names the service and its action.</summary>
    /// <param name="action">The service and its action, such as <c>dynamodb:getItem</c>.</param>
    public ServiceTaskAttribute(string action)
        : base(action)
    {
    }
}
