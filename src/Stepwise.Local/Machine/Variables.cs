using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Stepwise.Json;

namespace Stepwise.Local.Machine;

/// <summary>The variables of a machine. The variables of the machines around it can be read here, but not set.</summary>
internal sealed class Variables(Variables? outer) : IReadOnlyDictionary<string, JsonValue>
{
    private Dictionary<string, JsonValue>? _own;

    public int Count => All().Count;

    public IEnumerable<string> Keys => All().Keys;

    public IEnumerable<JsonValue> Values => All().Values;

    public JsonValue this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no variable '{key}'.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonValue value)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._own is { } own && own.TryGetValue(key, out value))
            {
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>Sets variables of this machine.</summary>
    /// <param name="values">Their names and values.</param>
    public void Set(JsonObject values)
    {
        _own ??= new(StringComparer.Ordinal);
        foreach (var member in values.Members)
        {
            _own[member.Name] = member.Value;
        }
    }

    /// <summary>Sets the variables to those of a run that ended.</summary>
    /// <param name="earlier">The variables.</param>
    public void Set(Variables earlier) => _own = earlier._own is { } own ? new(own, StringComparer.Ordinal) : null;

    public IEnumerator<KeyValuePair<string, JsonValue>> GetEnumerator() => All().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Variables? Outer => outer;

    private Dictionary<string, JsonValue> All()
    {
        var all = outer is null ? new(StringComparer.Ordinal) : outer.All();
        foreach (var (name, value) in _own ?? [])
        {
            all[name] = value;
        }

        return all;
    }
}
