using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>Functions on objects, except those that call a function.</summary>
internal static class ObjectFunctions
{
    /// <summary>Up to this many members, a linear search is faster than an index.</summary>
    private const int FewMembers = 12;

    public static NativeFunction[] All { get; } =
    [
        new("keys", "<x-:a<s>>", static (a, _, evaluation) => Keys(a[0], evaluation), 1),
        new("lookup", "<x-s:x>", static (a, _, evaluation) => Lookup(a[0], a[1] is JsonString key ? key.Value : "undefined", evaluation), 2),
        new("spread", "<x-:a<o>>", static (a, _, evaluation) => Spread(a[0], evaluation), 1),
        new("merge", "<a<o>:o>", static (a, _, evaluation) => a[0] is JsonArray objects ? Merge(objects, evaluation) : null, 1),
        new("clone", "<(oa)-:o>", static (a, _, evaluation) => a[0] is { } value ? Clone(value, evaluation) : null, 1),
    ];

    private static JsonArray Keys(JsonValue? value, Evaluation evaluation)
    {
        if (value is JsonObject { HasDuplicateNames: false } @object)
        {
            evaluation.Allocate(@object.Count);
            return Sequences.Create(Array.ConvertAll<JsonMember, JsonValue>(@object.MemberArray, static member => new JsonString(member.Name)));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var keys = new List<JsonValue>();
        Collect(value);
        evaluation.Allocate(keys.Count);
        return Sequences.Create([.. keys]);

        void Collect(JsonValue? from)
        {
            evaluation.Step();
            if (from is JsonArray array)
            {
                evaluation.Enter();
                foreach (var item in array.Items)
                {
                    Collect(item);
                }

                evaluation.Leave();
            }
            else if (from is JsonObject o)
            {
                foreach (var member in o.MemberArray)
                {
                    if (seen.Add(member.Name))
                    {
                        keys.Add(new JsonString(member.Name));
                    }
                }
            }
        }
    }

    private static JsonValue? Lookup(JsonValue? value, string key, Evaluation evaluation)
    {
        evaluation.Step();
        if (value is not JsonArray array)
        {
            return (value as JsonObject)?[key];
        }

        evaluation.Enter();
        var found = new SequenceBuilder(evaluation);
        foreach (var item in array.Items)
        {
            found.AddFlat(Lookup(item, key, evaluation));
        }

        evaluation.Leave();
        return found.ToSequence();
    }

    private static JsonValue? Spread(JsonValue? value, Evaluation evaluation)
    {
        evaluation.Step();
        if (value is JsonObject @object)
        {
            return SpreadMembers(@object, evaluation);
        }

        if (value is not JsonArray array)
        {
            return value;
        }

        evaluation.Enter();
        var spread = new SequenceBuilder(evaluation);
        foreach (var item in array.Items)
        {
            spread.AddFlat(Spread(item, evaluation));
        }

        evaluation.Leave();

        // In JSONata, appending turns the sequence into a plain array.
        return array.Count == 0 ? spread.ToSequence() : spread.ToArray();
    }

    private static JsonArray SpreadMembers(JsonObject @object, Evaluation evaluation)
    {
        evaluation.Allocate(@object.Count);
        return Sequences.Create(Array.ConvertAll<JsonMember, JsonValue>(@object.MemberArray, static member => new JsonObject([new JsonMember(member.Name, member.Value)])));
    }

    private static JsonObject Merge(JsonArray objects, Evaluation evaluation)
    {
        var count = 0;
        foreach (var item in objects.Items)
        {
            evaluation.Step();
            count += ((JsonObject)item).Count;
        }

        evaluation.Allocate(count);
        var members = new JsonMember[count];
        var index = count > FewMembers ? new Dictionary<string, int>(count, StringComparer.Ordinal) : null;
        count = 0;
        foreach (var item in objects.Items)
        {
            foreach (var member in ((JsonObject)item).MemberArray)
            {
                var place = index is not null ? index.GetValueOrDefault(member.Name, -1) : IndexOf(members, count, member.Name);
                if (place < 0)
                {
                    place = count++;
                    index?.Add(member.Name, place);
                }

                // An overwritten member keeps its position.
                members[place] = new(member.Name, member.Value);
            }
        }

        return new(count == members.Length ? members : members[..count]);
    }

    private static int IndexOf(JsonMember[] members, int count, string name)
    {
        for (var i = 0; i < count; i++)
        {
            if (string.Equals(members[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Converts a value as JSONata does by writing and parsing it: numbers are rounded to 15 digits, and functions become empty texts.</summary>
    private static JsonValue Clone(JsonValue value, Evaluation evaluation)
    {
        evaluation.Step();
        switch (value)
        {
            case JsonNumber number:
                return JsonValue.Parse(Conversion.NumberText(number));
            case JsonataFunction:
                return new JsonString("");
            case JsonArray array when (array.Traits & JsonArrayTraits.Outer) != 0 && array.Count > 0:
                return Clone(array[0], evaluation);
            case JsonArray array:
                evaluation.Enter();
                evaluation.Allocate(array.Count);
                var items = new JsonValue[array.Count];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = Clone(array[i], evaluation);
                }

                evaluation.Leave();
                return new JsonArray(items, JsonArrayTraits.None);
            case JsonObject @object:
                evaluation.Enter();
                evaluation.Allocate(@object.Count);
                var members = new JsonMember[@object.Count];
                for (var i = 0; i < members.Length; i++)
                {
                    members[i] = new(@object.MemberArray[i].Name, Clone(@object.MemberArray[i].Value, evaluation));
                }

                evaluation.Leave();
                return new JsonObject(members);
            default:
                return value;
        }
    }
}
