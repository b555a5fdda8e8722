namespace Stepwise.StatesLanguage.Manifest;

/// <summary>The group in which schedules are created at run time.</summary>
/// <param name="Group">The group's name.</param>
internal sealed record ManifestDynamicSchedules(string Group);
