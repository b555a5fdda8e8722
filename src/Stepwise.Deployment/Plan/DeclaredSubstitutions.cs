using Stepwise.StatesLanguage.Manifest;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.Deployment.Plan;

/// <summary>Finds the substitutions of a workflow, and where their values come from.</summary>
internal static class DeclaredSubstitutions
{
    /// <summary>Returns the keys of all substitutions that need a value when the workflow is deployed, sorted.</summary>
    public static SortedSet<string> Keys(WorkflowSource source)
    {
        var keys = DefinitionText.Keys(source.Definition);
        keys.UnionWith(DefinitionText.Keys(source.Policy));
        keys.UnionWith(source.Manifest.Alarms.SelectMany(alarm => alarm.Actions).Where(action => !ManifestAlarm.IsArn(action)));
        if (source.Manifest.Encryption is { } encryption)
        {
            keys.UnionWith(DefinitionText.Keys(encryption.KmsKeyArn));
        }

        return keys;
    }

    /// <summary>Returns a key with its description: that of a resource that the author declared for a state, or of a value that states use.</summary>
    public static PlannedSubstitution Describe(string key, WorkflowManifest manifest)
    {
        var states = manifest.States.Where(state => state.Resources.Contains("${" + key + "}")).Select(state => state.Name).ToList();
        return states.Count > 0 ? new(key, "The ARN of what " + string.Join(", ", states) + " may reach.", IsArn: true)
            : manifest.Resources.FirstOrDefault(resource => resource.Substitution == key) is { } value ? DescribeValue(key, value.States)
            : new(key, null, IsArn: false);
    }

    private static PlannedSubstitution DescribeValue(string key, IReadOnlyList<string> states)
    {
        // As in the permissions, the key says that the value is an ARN.
        var isArn = key.EndsWith("Arn", StringComparison.Ordinal);
        return new(key, $"The {(isArn ? "ARN" : "value")} {key}, which these states use: {string.Join(", ", states)}.", isArn) { IsText = !isArn };
    }

    /// <summary>Returns the substitutions of the policy whose values can be computed from the values of other keys. A key that the definition names is not among them: its value is supplied.</summary>
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
