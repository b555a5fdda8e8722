namespace Stepwise.Local.Tests.Conformance;

/// <summary>A test that needs behaviour recorded on AWS, and is skipped where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordedCasesFactAttribute : FactAttribute
{
    public RecordedCasesFactAttribute(string folder)
    {
        if (RecordedCases.Folder(folder) is null)
        {
            Skip = $"The recorded cases of '{folder}' are not here; set STEPWISE_CONFORMANCE to the folder of the recorded cases.";
        }
    }
}
