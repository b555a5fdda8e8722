namespace Stepwise.Jsonata.Tests.Functions;

/// <summary>A test that compares with the reference implementation: the environment variable STEPWISE_JSONATA names a folder with node_modules/jsonata, version 2.0.6, and Node is installed.</summary>
public sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute()
    {
        if (Reference.Folder is null)
        {
            Skip = "Set STEPWISE_JSONATA to a folder with node_modules/jsonata (2.0.6) to compare with the reference implementation.";
        }
    }
}
