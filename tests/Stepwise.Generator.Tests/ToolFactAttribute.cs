namespace Stepwise.Generator.Tests;

/// <summary>A fact that needs a program, and is skipped with a word where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool)
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)) || File.Exists(Path.Combine(folder, tool + ".exe"))))
        {
            Skip = $"{tool} is not installed.";
        }
    }
}
