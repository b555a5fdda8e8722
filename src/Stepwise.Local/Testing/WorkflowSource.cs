using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.Local.Service;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.Testing;

/// <summary>The definition of a workflow, and what its manifest says of its C# and of the resources that it refers to: read once for each descriptor, since both come out of the assembly's attributes.</summary>
internal sealed class WorkflowSource
{
    private static readonly ConditionalWeakTable<object, WorkflowSource> Known = new();
    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);
    private readonly List<(string Key, string Kind, string Name)> _resources = [];
    private readonly ConcurrentDictionary<(string AccountId, string Region), Definition> _definitions = new();
    private readonly string _definition;
    private readonly string? _className;

    private WorkflowSource(string definition, JsonObject manifest)
    {
        _definition = definition;
        _className = Text(manifest, "class");
        Type = Text(manifest, "type") == "EXPRESS" ? WorkflowType.Express : WorkflowType.Standard;
        foreach (var state in Objects(manifest, "states"))
        {
            if (Text(state, "name") is { } name && Text(state, "member") is { } member)
            {
                _members[name] = member;
            }
        }

        foreach (var kind in (string[])["functions", "topics", "queues"])
        {
            foreach (var resource in Objects(manifest, kind))
            {
                if (Text(resource, "substitution") is { } key && Text(resource, "name") is { } name)
                {
                    _resources.Add((key, kind, name));
                }
            }
        }
    }

    public WorkflowType Type { get; }

    public static WorkflowSource Of<TInput, TOutput, TTasks>(WorkflowDescriptor<TInput, TOutput, TTasks> workflow)
        => Known.GetValue(workflow, static key =>
        {
            var workflow = (WorkflowDescriptor<TInput, TOutput, TTasks>)key;
            return new(workflow.Definition, workflow.Manifest is { } manifest && JsonValue.Parse(manifest) is JsonObject value ? value : JsonObject.Empty);
        });

    /// <summary>Class and member of a state, such as <c>CampaignSystem.CampaignExecution.ValidateCampaign</c>; null where that is not known.</summary>
    public string? PlaceOf(string stateName) => _members.GetValueOrDefault(stateName) is { } member ? _className + "." + member : null;

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
        foreach (var (key, kind, name) in _resources)
        {
            result[key] = kind switch
            {
                "functions" => $"arn:aws:lambda:{options.Region}:{options.AccountId}:function:{name}",
                "topics" => $"arn:aws:sns:{options.Region}:{options.AccountId}:{name}",
                _ => $"https://sqs.{options.Region}.amazonaws.com/{options.AccountId}/{name}",
            };
        }

        return result;
    }

    private static string? Text(JsonObject value, string name) => (value[name] as JsonString)?.Value;

    private static IEnumerable<JsonObject> Objects(JsonObject value, string name) => (value[name] as JsonArray)?.OfType<JsonObject>() ?? [];
}
