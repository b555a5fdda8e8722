using Stepwise.Json;

namespace Stepwise.StatesLanguage;

/// <summary>A transition from one state of a machine to another.</summary>
/// <param name="From">The name of the state that the transition leaves.</param>
/// <param name="To">The name of the state that the transition enters. The machine may have no state of that name.</param>
/// <param name="Kind">The reason of the transition.</param>
public sealed record Transition(string From, string To, TransitionKind Kind)
{
    /// <summary>The rule that causes the transition; null if <see cref="Kind"/> is not <see cref="TransitionKind.Rule"/>, or the state is a <see cref="RawState"/>.</summary>
    public ChoiceRule? Rule { get; init; }

    /// <summary>The names of the errors that cause the transition; empty if <see cref="Kind"/> is not <see cref="TransitionKind.Catch"/>.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>Returns the transitions of a state in a fixed order: Next, rules, Default, Catch. From a <see cref="RawState"/>, it returns those that it can read.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The transitions; empty if the state has none.</returns>
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
