using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>The variables of one call of a function, or of one item of a stream of tuples. An unset slot is null.</summary>
internal sealed class Frame(Frame? parent, JsonValue?[] slots)
{
    /// <summary>The content of a slot whose variable is bound to no value. It hides a variable of the same name further out.</summary>
    public static readonly JsonValue Nothing = new Unbound();

    /// <summary>A frame without variables.</summary>
    public static readonly Frame Empty = new(null, []);

    public readonly Frame? Parent = parent;
    public readonly JsonValue?[] Slots = slots;

    private sealed class Unbound : JsonataFunction
    {
        public override int Arity => 0;

        public override JsonValue? Invoke(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation) => null;
    }
}
