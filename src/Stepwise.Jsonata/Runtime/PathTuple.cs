using System.Runtime.CompilerServices;
using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>An item of a path that binds variables: the item and the values of the variables. JSONata calls it a tuple. Only paths, their predicates and their grouping see it.</summary>
internal sealed class PathTuple(JsonValue? item, JsonValue?[] slots, Scope scope) : JsonValue
{
    /// <summary>The trait of an array of tuples.</summary>
    public const JsonArrayTraits StreamTrait = (JsonArrayTraits)16;

    public readonly JsonValue? Item = item;
    public readonly JsonValue?[] Slots = slots;
    public readonly Scope Scope = scope;

    public override JsonKind Kind => JsonataFunction.FunctionKind;

    public static bool IsStream(JsonValue? value) => value is JsonArray array && (array.Traits & StreamTrait) != 0;

    /// <summary>Creates the frame in which an expression sees the variables of the tuple.</summary>
    public Frame Enter(Frame frame) => new(frame, Slots);

    /// <summary>Copies the variables of a tuple that another path created.</summary>
    public void TakeOver(PathTuple other)
    {
        foreach (var (name, variable) in other.Scope.Variables)
        {
            if (other.Slots[variable.Slot] is { } value && Scope.TryFind(name, out var own))
            {
                Slots[own.Slot] = value;
            }
        }
    }

    public override bool Equals(JsonValue? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
