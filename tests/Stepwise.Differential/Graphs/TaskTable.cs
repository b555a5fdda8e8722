using System.Text.Json.Nodes;
using Stepwise.Differential.Running;

namespace Stepwise.Differential.Graphs;

/// <summary>What the tasks of one execution answer: both sides read it.</summary>
/// <param name="seed">The seed of the execution.</param>
/// <param name="results">The results that each task can have.</param>
internal sealed class TaskTable(int seed, IReadOnlyDictionary<string, IReadOnlyList<PooledValue>> results)
{
    private static readonly string[] _errors = ["Custom.Error", "OutOfStockException", "States.Timeout", "Other"];
    private static readonly string[] _causes = ["it broke", "{\"errorType\":\"Other\"}", "", "it's 'x'"];

    private readonly SortedDictionary<string, TaskOutcome> _given = new(StringComparer.Ordinal);

    /// <summary>What a task answers.</summary>
    /// <param name="state">The task.</param>
    /// <param name="visit">How often it was asked before.</param>
    public TaskOutcome Of(string state, int visit)
    {
        var key = state + " " + visit.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (!_given.TryGetValue(key, out var outcome))
        {
            var random = new Random(unchecked(seed * 31 + StableHash.Of(key)));
            var fails = random.Next(4) == 0;
            var (error, cause) = (_errors[random.Next(_errors.Length)], _causes[random.Next(_causes.Length)]);
            var known = results.GetValueOrDefault(state);
            _given[key] = outcome = fails ? new(error, cause, null) : new(null, null, known?[random.Next(known.Count)]);
        }

        return outcome;
    }

    /// <summary>What was asked for, to be read by a person.</summary>
    public JsonObject Given => new(_given.Select(static item => KeyValuePair.Create<string, JsonNode?>(
        item.Key,
        item.Value.Error is { } error ? new JsonObject { ["error"] = error, ["cause"] = item.Value.Cause } : item.Value.Result?.Node?.DeepClone())));
}
