using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Operations;

/// <summary>A constant.</summary>
internal sealed class ConstantOperation(JsonValue value) : Operation
{
    public JsonValue Value => value;

    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => value;
}

/// <summary>Checks the stack before it evaluates a deeply nested expression.</summary>
internal sealed class GuardOperation(Operation inner) : Operation
{
    public override bool GivesBoolean => inner.GivesBoolean;

    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        Evaluation.WatchStack();
        return inner.Evaluate(input, frame, evaluation);
    }

    public override JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        Evaluation.WatchStack();
        return inner.EvaluateRaw(input, frame, evaluation);
    }
}

/// <summary>Keeps a sequence of one item because of <c>[]</c>.</summary>
internal sealed class KeepOperation(Operation inner) : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
        => Sequences.CollapseKeeping(inner.EvaluateRaw(input, frame, evaluation));
}

/// <summary><c>a ? b : c</c>.</summary>
internal sealed class ConditionOperation(Operation condition, Operation then, Operation? otherwise) : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
        => Sequences.Collapse(condition.IsTrue(input, frame, evaluation) ? then.Evaluate(input, frame, evaluation) : otherwise?.Evaluate(input, frame, evaluation));
}

/// <summary><c>(a; b)</c> without variables, or with variables in a frame of its own.</summary>
internal sealed class BlockOperation(Operation[] expressions, Scope? scope) : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var inner = scope is null ? frame : new Frame(frame, new JsonValue?[scope.SlotCount]);
        JsonValue? result = null;
        foreach (var expression in expressions)
        {
            result = expression.Evaluate(input, inner, evaluation);
        }

        return Sequences.Collapse(result);
    }
}

/// <summary><c>(a; b)</c> with variables in the frame around it. The block clears them when it begins.</summary>
internal sealed class InnerBlockOperation(Operation[] expressions, int hops, int[] slots) : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var host = frame;
        for (var i = 0; i < hops; i++)
        {
            host = host.Parent!;
        }

        foreach (var slot in slots)
        {
            host.Slots[slot] = null;
        }

        JsonValue? result = null;
        foreach (var expression in expressions)
        {
            result = expression.Evaluate(input, frame, evaluation);
        }

        return Sequences.Collapse(result);
    }
}

/// <summary><c>$a := b</c>.</summary>
internal sealed class BindOperation(Operation value, int hops, int slot, bool isAlwaysBound) : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var bound = value.Evaluate(input, frame, evaluation);
        var host = frame;
        for (var i = 0; i < hops; i++)
        {
            host = host.Parent!;
        }

        host.Slots[slot] = bound ?? (isAlwaysBound ? null : Frame.Nothing);
        return Sequences.Collapse(bound);
    }
}
