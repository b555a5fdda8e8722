using System.Runtime.InteropServices;

namespace Stepwise.Consumer.Tests;

/// <summary>A test that compiles to native code. It runs where the SDK's compiler was restored before, because nothing else in the repository needs that package.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PrecompilerFactAttribute : FactAttribute
{
    public PrecompilerFactAttribute()
    {
        var compiler = $"microsoft.netcore.app.crossgen2.{RuntimeInformation.RuntimeIdentifier}";
        if (!Directory.Exists(Path.Combine(StepwisePackage.Cache, compiler)))
        {
            Skip = $"The package {compiler} is not in the NuGet cache. The command for precompiled packages in docs/tool.md restores it.";
        }
    }
}
