namespace Stepwise.Local.Machine;

/// <summary>Why an execution is not started.</summary>
/// <param name="Code">AWS's error code.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record StartRefusal(string Code, string Message)
{
    public const string ExecutionAlreadyExists = "ExecutionAlreadyExists";
    public const string InvalidName = "InvalidName";
    public const string InvalidExecutionInput = "InvalidExecutionInput";

    /// <summary>Whether the input is wrong, and not the name.</summary>
    public bool IsAboutInput => Code == InvalidExecutionInput;
}
