using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Stepwise.Local.Service;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Manifest;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Local.Testing;

/// <summary>The definition of a workflow, and what its manifest says of its C# and of the resources that it refers to: read once for each descriptor, since both come out of the assembly's attributes.</summary>
internal sealed class WorkflowSource
{
    private static readonly ConditionalWeakTable<object, WorkflowSource> _known = new();
    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string AccountId, string Region), Definition> _definitions = new();
    private readonly string _definition;
    private readonly WorkflowManifest? _manifest;

    private WorkflowSource(string definition, WorkflowManifest? manifest)
    {
        _definition = definition;
        _manifest = manifest;
        Type = manifest?.Type == "EXPRESS" ? WorkflowType.Express : WorkflowType.Standard;
        foreach (var state in manifest?.States ?? [])
        {
            _members[state.Name] = state.Member;
        }
    }

    public WorkflowType Type { get; }

    public static WorkflowSource Of<TInput, TOutput, TTasks>(WorkflowDescriptor<TInput, TOutput, TTasks> workflow)
        => _known.GetValue(workflow, static key =>
        {
            var workflow = (WorkflowDescriptor<TInput, TOutput, TTasks>)key;
            return new(workflow.Definition, workflow.Manifest is { } manifest ? WorkflowManifest.Parse(manifest) : null);
        });

    /// <summary>Class and member of a state, such as <c>CampaignSystem.CampaignExecution.ValidateCampaign</c>; null where that is not known.</summary>
    public string? PlaceOf(string stateName) => _members.GetValueOrDefault(stateName) is { } member ? _manifest?.Class + "." + member : null;

    /// <summary>The definition with its substitutions in place. The compiler has checked it: it is checked again only where the options have substitutions of their own.</summary>
    /// <param name="options">The account, and values that stand before the manifest's.</param>
    /// <returns>The definition. If the options have no substitutions, the same object each time, prepared once for all runs.</returns>
    /// <exception cref="ArgumentException">AWS would refuse the definition with the options' substitutions.</exception>
    public Definition ReadDefinition(LocalOptions options) => options.Substitutions.Count > 0
        ? Definition.Read(_definition, Type, options, Substitutions(options))
        : _definitions.GetOrAdd((options.AccountId, options.Region), _ => Definition.Read(_definition, Type, options with { ValidateDefinitions = false }, Substitutions(options)));

    /// <summary>The values of the definition's substitutions: resources of those names in the account.</summary>
    private Dictionary<string, string> Substitutions(LocalOptions options)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in _manifest?.Resources ?? [])
        {
            if (resource.Kind != ResourceKind.Value)
            {
                result[resource.Substitution] = resource.Kind.IsName ? resource.Name
                    : resource.Kind.IsUrl ? $"https://sqs.{options.Region}.amazonaws.com/{options.AccountId}/{resource.Name}"
                    : resource.Kind.Arn("aws", options.Region, options.AccountId, resource.Name);
            }
        }

        return result;
    }
}
