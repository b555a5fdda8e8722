namespace Stepwise.Consumer.Tests;

/// <summary>A test that compiles to native code. It is skipped if the SDK's ahead-of-time compiler is not in the NuGet cache: nothing else in the repository needs that package.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PrecompilerFactAttribute : FactAttribute
{
    public PrecompilerFactAttribute()
    {
        var compiler = $"microsoft.netcore.app.crossgen2.{StepwisePackage.Runtime}";
        if (!Directory.Exists(Path.Combine(StepwisePackage.Cache, compiler)))
        {
            Skip = $"The package {compiler} is not in the NuGet cache. The command for precompiled packages in docs/tool.md restores it.";
        }
    }
}
