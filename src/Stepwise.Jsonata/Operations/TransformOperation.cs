using Stepwise.Json;
using Stepwise.Jsonata.Runtime;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Operations;

/// <summary><c>|a|b, c|</c>: a function that returns a changed copy of its argument.</summary>
internal sealed class TransformOperation(Operation pattern, Operation update, int updatePosition, Operation? delete, int deletePosition, Operation clone, int position)
    : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
        => new NativeFunction("", "<(oa):o>", (arguments, _, inner) => Transform(arguments[0], frame, inner), 1);

    /// <summary>The number of evaluations that may nest in it. 0 if they count themselves.</summary>
    public int Nesting { get; init; }

    private JsonValue? Transform(JsonValue? original, Frame frame, Evaluation evaluation)
    {
        evaluation.CheckNesting(Nesting);
        if (original is null)
        {
            return null;
        }

        if (clone.Evaluate(null, frame, evaluation) is not JsonataFunction cloning)
        {
            throw new JsonataException("T2013") { Position = position };
        }

        var copied = cloning.Invoke(original, JsonNull.Instance, evaluation);

        // Below, objects are told apart by reference, so no object may occur twice.
        var result = copied is null ? null : Copy(copied, evaluation);
        var changes = new Dictionary<JsonValue, JsonObject>(ReferenceEqualityComparer.Instance);
        var matches = pattern.Evaluate(result, frame, evaluation);
        foreach (var match in matches is JsonArray array ? array.Items : matches is null ? [] : [matches])
        {
            evaluation.Step();
            Change(match, changes, frame, evaluation);
        }

        return changes.Count == 0 || result is null ? result : Rebuild(result, changes, evaluation);
    }

    private static JsonValue Copy(JsonValue value, Evaluation evaluation)
    {
        evaluation.Step();
        if (value is JsonArray array)
        {
            evaluation.Enter();
            var items = new JsonValue[array.Count];
            for (var i = 0; i < items.Length; i++)
            {
                items[i] = Copy(array.Items[i], evaluation);
            }

            evaluation.Leave();
            return new JsonArray(items, array.Traits);
        }

        if (value is JsonObject @object)
        {
            evaluation.Enter();
            var members = new JsonMember[@object.Count];
            for (var i = 0; i < members.Length; i++)
            {
                members[i] = new JsonMember(@object.MemberArray[i].Name, Copy(@object.MemberArray[i].Value, evaluation));
            }

            evaluation.Leave();
            return new JsonObject(members);
        }

        return value;
    }

    private void Change(JsonValue match, Dictionary<JsonValue, JsonObject> changes, Frame frame, Evaluation evaluation)
    {
        var current = changes.Count == 0 ? match : Rebuild(match, changes, evaluation);
        var set = update.Evaluate(current, frame, evaluation);
        if (set is not (null or JsonObject))
        {
            throw new JsonataException("T2011") { Position = updatePosition, Value = set };
        }

        var changed = current as JsonObject;
        if (changed is not null && set is JsonObject members)
        {
            changed = With(changed, members);
            changes[match] = changed;
        }

        // The names to delete are evaluated on the updated object.
        var removed = delete?.Evaluate(changed ?? current, frame, evaluation);
        if (removed is null)
        {
            return;
        }

        var names = removed is JsonArray array ? array.Items : [removed];
        if (Array.Exists(names, n => n is not JsonString))
        {
            throw new JsonataException("T2012") { Position = deletePosition, Value = removed };
        }

        if (changed is not null)
        {
            var gone = names.Select(n => ((JsonString)n).Value).ToHashSet(StringComparer.Ordinal);
            changes[match] = new JsonObject([.. changed.MemberArray.Where(m => !gone.Contains(m.Name))]);
        }
    }

    private static JsonObject With(JsonObject @object, JsonObject set)
    {
        var members = new List<JsonMember>(@object.Count + set.Count);
        foreach (var member in @object.MemberArray)
        {
            members.Add(set.TryGetValue(member.Name, out var value) ? new JsonMember(member.Name, value) : member);
        }

        foreach (var member in set.MemberArray)
        {
            if (!@object.TryGetValue(member.Name, out _))
            {
                members.Add(member);
            }
        }

        return new JsonObject([.. members]);
    }

    /// <summary>Returns the value with all changes. Parts without changes are shared with the original.</summary>
    private static JsonValue Rebuild(JsonValue value, Dictionary<JsonValue, JsonObject> changes, Evaluation evaluation)
    {
        evaluation.Step();
        if (value is JsonArray array)
        {
            JsonValue[]? items = null;
            evaluation.Enter();
            for (var i = 0; i < array.Count; i++)
            {
                var item = Rebuild(array.Items[i], changes, evaluation);
                if (!ReferenceEquals(item, array.Items[i]))
                {
                    items ??= (JsonValue[])array.Items.Clone();
                    items[i] = item;
                }
            }

            evaluation.Leave();
            return items is null ? array : new JsonArray(items, array.Traits);
        }

        if (value is JsonObject @object)
        {
            var current = changes.TryGetValue(@object, out var changed) ? changed : @object;
            JsonMember[]? members = null;
            evaluation.Enter();
            for (var i = 0; i < current.Count; i++)
            {
                var member = current.MemberArray[i];
                var rebuilt = Rebuild(member.Value, changes, evaluation);
                if (!ReferenceEquals(rebuilt, member.Value))
                {
                    members ??= (JsonMember[])current.MemberArray.Clone();
                    members[i] = new JsonMember(member.Name, rebuilt);
                }
            }

            evaluation.Leave();
            return members is null ? current : new JsonObject(members);
        }

        return value;
    }
}
