namespace Stepwise.StatesLanguage.Tests.Catalogue;

/// <summary>A test that needs botocore's folder <c>data</c>, which STEPWISE_BOTOCORE names. It is skipped if the variable is not set.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BotocoreFactAttribute : FactAttribute
{
    public BotocoreFactAttribute()
    {
        if (Folder is null)
        {
            Skip = "Set STEPWISE_BOTOCORE to botocore's folder 'data'.";
        }
    }

    public static string? Folder { get; } = Environment.GetEnvironmentVariable("STEPWISE_BOTOCORE") is { Length: > 0 } folder ? folder : null;
}
