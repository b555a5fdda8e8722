namespace Stepwise.Deployment.Tests;

/// <summary>A theory that needs programs, and is skipped with a word where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolTheoryAttribute : TheoryAttribute
{
    /// <param name="tools">The programs, with spaces between.</param>
    /// <param name="variable">An environment variable that must be set as well.</param>
    public ToolTheoryAttribute(string tools, string? variable = null)
    {
        if (tools.Split(' ').FirstOrDefault(tool => !IsInstalled(tool)) is { } missing)
        {
            Skip = $"{missing} is not installed.";
        }
        else if (variable is not null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)))
        {
            Skip = $"{variable} names no folder.";
        }
    }

    private static bool IsInstalled(string tool)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)) || File.Exists(Path.Combine(folder, tool + ".exe")));
}
