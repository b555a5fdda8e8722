using Stepwise.StatesLanguage.Catalogue;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>Finds out whether the action that a resource names exists.</summary>
internal static class ActionNames
{
    /// <summary>Says what to write instead of an action that does not exist; null if the action exists, or if its name contains a substitution.</summary>
    public static string? WhatIsWrong(TaskResource resource) => Substitutions.Holds(resource.Integration) ? null : resource.Kind switch
    {
        TaskResourceKind.Sdk => ServiceCatalogue.Aws.TryFind(resource.Service, resource.Action, out _) ? null : InsteadOfCall(resource),
        TaskResourceKind.Optimized => ServiceIntegration.All.ContainsKey(resource.Integration) ? null : InsteadOfIntegration(resource),
        _ => null,
    };

    private static string InsteadOfCall(TaskResource resource)
    {
        if (ServiceCatalogue.Aws.TryFind(resource.Service, out var service))
        {
            return service.Closest(resource.Action) is { } action ? $"Did you mean aws-sdk:{service.Name}:{action}?" : $"The service {service.Name} has no action {resource.Action}.";
        }

        return IntegrationCatalogue.Aws.ServiceOf(resource.Service) is { } known ? $"In an AWS SDK integration the service is called {known}: write aws-sdk:{known}:{resource.Action}."
            : ServiceCatalogue.Aws.Closest(resource.Service) is { } close ? $"Did you mean aws-sdk:{close}:{resource.Action}?"
            : $"There is no service {resource.Service}.";
    }

    /// <summary>The integration that somebody probably meant, or else the AWS SDK integration of the same action.</summary>
    private static string InsteadOfIntegration(TaskResource resource)
    {
        var service = IntegrationCatalogue.Aws.ServiceOf(resource.Service) ?? resource.Service;
        return ServiceCatalogue.Aws.TryFind(service, resource.Action, out _) ? $"For an AWS SDK integration, write aws-sdk:{service}:{resource.Action}."
            : Spelling.Closest(resource.Integration, ServiceIntegration.All.Keys) is { } close ? $"Did you mean {close}?"
            : ServiceCatalogue.Aws.TryFind(service, out var known) && known.Closest(resource.Action) is { } action ? $"Did you mean aws-sdk:{service}:{action}?"
            : $"There is no integration {resource.Integration}.";
    }
}
