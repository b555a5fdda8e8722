namespace Stepwise.StatesLanguage.Tests;

/// <summary>A test that needs files which are not part of the repository, and is skipped where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    /// <param name="path">The file, relative to the shared folder, with its first part <c>conformance</c> or <c>reference</c>.</param>
    public SharedFactAttribute(string path)
    {
        var parts = path.Split('/', 2);
        var root = parts[0] == "reference" ? SharedCases.Reference : SharedCases.Conformance;
        if (root is null || !File.Exists(Path.Combine(root, parts[1])))
        {
            Skip = $"The shared file {path} is not here; set STEPWISE_CONFORMANCE to the folder of the recorded cases.";
        }
    }
}
