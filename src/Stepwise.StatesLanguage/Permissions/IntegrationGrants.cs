namespace Stepwise.StatesLanguage.Permissions;

/// <summary>
/// The permissions of each integration, from AWS's developer guide and from measurements. A row is a group of actions on the same resources. An integration can have several rows, and rows for single patterns.
/// An integration without a row is reported as not known.
/// </summary>
internal static class IntegrationGrants
{
    private static readonly ILookup<string, IntegrationGrant> _byIntegration
        = new[] { ComputeGrants.Rows, MessagingGrants.Rows, DataGrants.Rows, EmrGrants.Rows, LearningGrants.Rows }.SelectMany(rows => rows).ToLookup(row => row.Integration, StringComparer.Ordinal);

    /// <summary>The rows of an optimized integration, such as <c>sns:publish</c>, for all patterns.</summary>
    public static IReadOnlyList<IntegrationGrant> Optimized(string integration) => [.. _byIntegration[integration]];

    /// <summary>Returns the rows of an integration; empty if the integration or its pattern is not known.</summary>
    public static IReadOnlyList<IntegrationGrant> For(TaskResource resource)
    {
        if (resource.Kind == TaskResourceKind.Sdk)
        {
            return SdkGrants.For(resource);
        }

        var isKnown = ServiceIntegration.All.TryGetValue(resource.Integration, out var integration) ? integration.Patterns.Contains(resource.PatternText) : resource.PatternText.Length == 0;
        return isKnown ? [.. _byIntegration[resource.Integration].Where(row => row.AppliesTo(resource))] : [];
    }
}
