namespace Stepwise;

/// <summary>A Fail state: the execution ends with an error. A body that returns a string computes the cause.</summary>
public sealed class FailAttribute : StateAttribute
{
    /// <summary>Names the error.</summary>
    /// <param name="error">ASL's <c>Error</c>.</param>
    public FailAttribute(string error) => Error = error;

    /// <summary>The error's name; ASL's <c>Error</c>.</summary>
    public string Error { get; }

    /// <summary>The cause, where it is constant; ASL's <c>Cause</c>. Default: none.</summary>
    public string? Cause { get; set; }
}
