using Stepwise.StatesLanguage.Manifest;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.Deployment.Plan;

/// <summary>The substitutions of a workflow, and what is known of those that neither a function nor a topic nor a queue stands for.</summary>
internal static class DeclaredSubstitutions
{
    /// <summary>The keys of all substitutions for which a value must be known where the workflow is deployed, sorted.</summary>
    public static SortedSet<string> Keys(WorkflowSource source)
    {
        var keys = DefinitionText.Keys(source.Definition);
        keys.UnionWith(DefinitionText.Keys(source.Policy));
        keys.UnionWith(source.Manifest.Alarms.SelectMany(alarm => alarm.Actions).Where(action => !AlarmText.IsArn(action)));
        if (source.Manifest.Encryption is { } encryption)
        {
            keys.UnionWith(DefinitionText.Keys(encryption.KmsKeyArn));
        }

        return keys;
    }

    /// <summary>What a key stands for, when an author declared it for a state; otherwise null.</summary>
    public static string? DescriptionOf(string key, WorkflowManifest manifest)
    {
        var states = manifest.States.Where(state => state.Resources.Contains("${" + key + "}")).Select(state => state.Name).ToList();
        return states.Count == 0 ? null : "The ARN of what " + string.Join(", ", states) + " may reach.";
    }

    /// <summary>The keys of a policy whose values are parts of other ones, which somebody supplies. What a definition needs is supplied as it is.</summary>
    public static Dictionary<string, DerivedSubstitution> Derived(SortedSet<string> keys, string definition)
    {
        var needed = DefinitionText.Keys(definition);
        var derived = new Dictionary<string, DerivedSubstitution>(StringComparer.Ordinal);
        foreach (var key in keys.Where(key => !needed.Contains(key)))
        {
            if (DerivedSubstitution.Of(key, [.. keys.Where(other => other != key)]) is { } found)
            {
                derived.Add(key, found);
            }
        }

        return derived;
    }
}
