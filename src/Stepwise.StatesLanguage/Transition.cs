using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A way from one state of a machine to another.</summary>
/// <param name="From">The name of the state that is left.</param>
/// <param name="To">The name of the state that is entered; there may be none of that name.</param>
/// <param name="Kind">Why.</param>
public sealed record Transition(string From, string To, TransitionKind Kind)
{
    /// <summary>The rule that holds; null when <see cref="Kind"/> is another, or the state is a <see cref="RawState"/>.</summary>
    public ChoiceRule? Rule { get; init; }

    /// <summary>The errors that are caught; empty when <see cref="Kind"/> is another.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The transitions of a state, in the order in which they are written: Next, rules, Default, Catch. A <see cref="RawState"/>'s are read as far as they can be understood.</summary>
    /// <param name="state">The state.</param>
    /// <returns>Its transitions; empty when it ends the machine.</returns>
    public static IReadOnlyList<Transition> FromState(State state)
    {
        var found = new List<Transition>();
        switch (state)
        {
            case RawState raw:
                AddRaw(raw, found);
                return found;
            case TransitionState { End: false, Next: { } next }:
                found.Add(new(state.Name, next, TransitionKind.Next));
                break;
            case ChoiceState choice:
                foreach (var rule in choice.Choices)
                {
                    if (rule.Next is { } target)
                    {
                        found.Add(new(state.Name, target, TransitionKind.Rule) { Rule = rule });
                    }
                }

                if (choice.Default is { } otherwise)
                {
                    found.Add(new(state.Name, otherwise, TransitionKind.Default));
                }

                break;
        }

        foreach (var catcher in (state as WorkState)?.Catch ?? [])
        {
            found.Add(new(state.Name, catcher.Next, TransitionKind.Catch) { Errors = catcher.ErrorEquals });
        }

        return found;
    }

    private static void AddRaw(RawState raw, List<Transition> found)
    {
        if (raw.Body["Next"] is JsonString next)
        {
            found.Add(new(raw.Name, next.Value, TransitionKind.Next));
        }

        foreach (var rule in ItemsOf(raw, "Choices"))
        {
            if (rule["Next"] is JsonString target)
            {
                found.Add(new(raw.Name, target.Value, TransitionKind.Rule));
            }
        }

        if (raw.Body["Default"] is JsonString otherwise)
        {
            found.Add(new(raw.Name, otherwise.Value, TransitionKind.Default));
        }

        foreach (var catcher in ItemsOf(raw, "Catch"))
        {
            if (catcher["Next"] is JsonString target)
            {
                var errors = catcher["ErrorEquals"] is JsonArray names ? names.OfType<JsonString>().Select(name => name.Value) : [];
                found.Add(new(raw.Name, target.Value, TransitionKind.Catch) { Errors = [.. errors] });
            }
        }
    }

    private static IEnumerable<JsonObject> ItemsOf(RawState raw, string field) => raw.Body[field] is JsonArray items ? items.OfType<JsonObject>() : [];
}
