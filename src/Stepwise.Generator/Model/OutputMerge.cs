namespace Stepwise.Generator.Model;

/// <summary>One property that an ending state puts into the output.</summary>
/// <param name="Form">The attributes of System.Text.Json that give it another form in JSON than its type has, as C# text. Empty if there are none.</param>
internal readonly record struct OutputProperty<T>(string Name, string WireName, T Type, string Form = "");

/// <summary>A property of the merged output.</summary>
internal readonly record struct MergedProperty<T>(string Name, string WireName, T Type, bool IsAlwaysSet, string Form);

/// <summary>Merges the outputs of several ending states: a property that not all of them have may be missing.</summary>
internal static class OutputMerge
{
    /// <param name="outputs">What each ending state puts into the output; empty for a marker.</param>
    /// <param name="join">The type that reads the values of both; null where they are not one type.</param>
    /// <param name="conflict">Called for a property whose type differs from the known one: the property, the known type, and the index of the later output.</param>
    public static List<MergedProperty<T>> Of<T>(List<List<OutputProperty<T>>> outputs, Func<T, T, T?> join, Action<OutputProperty<T>, T, int>? conflict = null)
        where T : class
    {
        var merged = new List<MergedProperty<T>>();
        var counts = new List<int>();
        for (var i = 0; i < outputs.Count; i++)
        {
            foreach (var property in outputs[i])
            {
                var known = merged.FindIndex(candidate => candidate.WireName == property.WireName);
                if (known < 0)
                {
                    merged.Add(new MergedProperty<T>(property.Name, property.WireName, property.Type, IsAlwaysSet: false, property.Form));
                    counts.Add(1);
                    continue;
                }

                counts[known]++;
                if (join(merged[known].Type, property.Type) is { } joined)
                {
                    merged[known] = merged[known] with { Type = joined };
                }
                else
                {
                    conflict?.Invoke(property, merged[known].Type, i);
                }
            }
        }

        for (var i = 0; i < merged.Count; i++)
        {
            merged[i] = merged[i] with { IsAlwaysSet = counts[i] == outputs.Count };
        }

        return merged;
    }
}
