namespace Stepwise.Jsonata.Tests.Syntax;

/// <summary>A test that needs JSONata's own cases, and is skipped where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedCasesFactAttribute : FactAttribute
{
    public SharedCasesFactAttribute()
    {
        if (SharedCases.Folder is null)
        {
            Skip = "JSONata's cases are not here; set STEPWISE_CONFORMANCE to the folder of the recorded cases.";
        }
    }
}
