namespace Stepwise.Cli.Shell;

/// <summary>The exit codes of the tool.</summary>
internal static class ExitCodes
{
    /// <summary>The command did what it was asked.</summary>
    public const int Success = 0;

    /// <summary>An argument is wrong, a definition has errors, or a file cannot be read or written.</summary>
    public const int Failure = 1;

    /// <summary>The execution failed, timed out or was stopped.</summary>
    public const int ExecutionFailed = 2;
}
