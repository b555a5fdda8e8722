namespace Stepwise.Build;

/// <summary>The ids of the diagnostics that the build task reports. <c>Stepwise.targets</c> reports ASL593.</summary>
internal static class BuildDiagnosticIds
{
    public const string GeneratorDidNotRun = "ASL590";
    public const string PathTwice = "ASL591";
    public const string InvalidPath = "ASL592";
    public const string CheckedInCopyDiffers = "ASL594";
    public const string InvalidProperty = "ASL595";
    public const string CannotReadOrWrite = "ASL596";
}
