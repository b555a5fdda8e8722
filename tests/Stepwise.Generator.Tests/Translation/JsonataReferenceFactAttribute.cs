namespace Stepwise.Generator.Tests.Translation;

/// <summary>A test that needs jsonata 2.0.6, and is skipped where that is absent.</summary>
public sealed class JsonataReferenceFactAttribute : FactAttribute
{
    public JsonataReferenceFactAttribute()
    {
        if (JsonataReference.Package is null)
        {
            Skip = "Needs Node and the npm package jsonata@2.0.6: set STEPWISE_JSONATA to a folder with node_modules/jsonata, or install it globally.";
        }
    }
}
