using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Stepwise.Json;
using Stepwise.Jsonata;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>The variables of a state's JSONata expressions: <c>$states</c>, which is created when it is first read, and the state's variables.</summary>
internal sealed class JsonataBindings : IReadOnlyDictionary<string, JsonValue>
{
    private const string StatesName = "states";

    private readonly EvaluationScope _scope;
    private JsonObject? _states;
    private bool _hasContext;

    public JsonataBindings(EvaluationScope scope) => _scope = scope;

    public int Count => All().Count;

    public IEnumerable<string> Keys => All().Keys;

    public IEnumerable<JsonValue> Values => All().Values;

    public JsonValue this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no variable '{key}'.");

    /// <summary>Adds the context object to <c>$states</c>.</summary>
    public void AddContext()
    {
        if (!_hasContext)
        {
            _hasContext = true;
            _states = null;
        }
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonValue value)
    {
        if (key != StatesName)
        {
            return _scope.Variables.TryGetValue(key, out value);
        }

        value = _states ??= MakeStates();
        return true;
    }

    public IEnumerator<KeyValuePair<string, JsonValue>> GetEnumerator() => All().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private JsonObject MakeStates()
    {
        var count = 1 + (_hasContext ? 1 : 0) + (_scope.Result is null ? 0 : 1) + (_scope.ErrorOutput is null ? 0 : 1);
        var states = new JsonObject.Builder(count).Add("input", _scope.Input);
        if (_hasContext)
        {
            states.Add("context", _scope.Context);
        }

        return states.AddIfNotNull("result", _scope.Result).AddIfNotNull("errorOutput", _scope.ErrorOutput).ToObject();
    }

    private Dictionary<string, JsonValue> All() => new(_scope.Variables, StringComparer.Ordinal) { [StatesName] = _states ??= MakeStates() };
}
