using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Operations;

/// <summary>A call of a function.</summary>
/// <param name="procedure">The expression that returns the function.</param>
/// <param name="arguments">The arguments.</param>
/// <param name="token">The name of the function in errors; null if it has none.</param>
/// <param name="forgotten">The variable that was probably meant, if the procedure begins with the name of a member: <c>$sum</c> for <c>sum(x)</c>.</param>
/// <param name="isTail">Whether it is a tail call.</param>
/// <param name="scope">The variables at the call.</param>
/// <param name="level">The depth of the call in the body of its function.</param>
/// <param name="position">The position in errors.</param>
internal sealed class CallOperation(Operation procedure, Operation[] arguments, string? token, VariableOperation? forgotten, bool isTail, Scope scope, int level, int position) : Operation, ICallSite
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => Sequences.Collapse(EvaluateRaw(input, frame, evaluation));

    public override JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var function = Procedure(input, frame, evaluation);
        if (isTail)
        {
            evaluation.PendingCall = new(function, Arguments(0, input, frame, evaluation), this);
            return TailCall.Marker;
        }

        // One or two arguments of a lambda need no array.
        if (function is LambdaFunction)
        {
            switch (arguments.Length)
            {
                case 1:
                    return Invoke((LambdaFunction)function, arguments[0].Evaluate(input, frame, evaluation), input, evaluation);
                case 2:
                    return Invoke((LambdaFunction)function, arguments[0].Evaluate(input, frame, evaluation), arguments[1].Evaluate(input, frame, evaluation), input, evaluation);
            }
        }

        return Invoke(function, Arguments(0, input, frame, evaluation), input, frame, evaluation);
    }

    /// <summary>Calls the function with one more argument before the others, as <c>~&gt;</c> does.</summary>
    public JsonValue? Apply(JsonValue? first, JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var function = Procedure(input, frame, evaluation);
        var all = Arguments(1, input, frame, evaluation);
        all[0] = first;
        return Invoke(function, all, input, frame, evaluation);
    }

    /// <inheritdoc/>
    public bool Claim(JsonataException error)
    {
        error.Token ??= token;
        error.Position = position;
        return false;
    }

    private JsonValue? Procedure(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var function = procedure.Evaluate(input, frame, evaluation);
        if (function is null && forgotten?.Evaluate(input, frame, evaluation) is { } meant
            && Conversion.ToBoolean(meant, evaluation) | meant is JsonataFunction or JsonArray or JsonObject)
        {
            throw new JsonataException("T1005") { Position = position, Token = forgotten.Name };
        }

        return function;
    }

    private JsonValue?[] Arguments(int from, JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var all = new JsonValue?[arguments.Length + from];
        for (var i = 0; i < arguments.Length; i++)
        {
            all[i + from] = arguments[i].Evaluate(input, frame, evaluation);
        }

        return all;
    }

    private JsonValue? Invoke(LambdaFunction function, JsonValue? a, JsonValue? input, Evaluation evaluation)
    {
        try
        {
            evaluation.Descend(level);
            var result = function.Invoke(a, input, evaluation);
            evaluation.Descend(-level);
            return result;
        }
        catch (JsonataException error) when (Claim(error))
        {
            throw;
        }
    }

    private JsonValue? Invoke(LambdaFunction function, JsonValue? a, JsonValue? b, JsonValue? input, Evaluation evaluation)
    {
        try
        {
            evaluation.Descend(level);
            var result = function.Invoke(a, b, input, evaluation);
            evaluation.Descend(-level);
            return result;
        }
        catch (JsonataException error) when (Claim(error))
        {
            throw;
        }
    }

    private JsonValue? Invoke(JsonValue? function, JsonValue?[] all, JsonValue? input, Frame frame, Evaluation evaluation)
    {
        try
        {
            if (function is not JsonataFunction called)
            {
                throw new JsonataException("T1006");
            }

            if (called is CallSiteFunction)
            {
                evaluation.CallSite = (frame, scope);
            }

            evaluation.Descend(level);
            var result = called.Invoke(all, input, evaluation);
            evaluation.Descend(-level);
            return result;
        }
        catch (JsonataException error) when (Claim(error))
        {
            throw;
        }
    }
}

/// <summary><c>a ~&gt; f</c>.</summary>
/// <param name="left">The value.</param>
/// <param name="right">The function.</param>
/// <param name="level">How many evaluations are around it in its function.</param>
/// <param name="position">Where it stands in the text.</param>
internal sealed class ApplyOperation(Operation left, Operation right, int level, int position) : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => Sequences.Collapse(EvaluateRaw(input, frame, evaluation));

    public override JsonValue? EvaluateRaw(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var value = left.Evaluate(input, frame, evaluation);
        if (right is CallOperation call)
        {
            return call.Apply(value, input, frame, evaluation);
        }

        var applied = right.Evaluate(input, frame, evaluation);
        if (applied is not JsonataFunction function)
        {
            throw new JsonataException("T2006") { Position = position, Value = applied };
        }

        if (value is JsonataFunction first)
        {
            return new ComposedFunction(first, function);
        }

        evaluation.Descend(level);
        evaluation.Enter();
        var result = function.Invoke([value], JsonNull.Instance, evaluation);
        evaluation.Leave();
        evaluation.Descend(-level);
        return result;
    }
}

/// <summary>A call with a <c>?</c> among its arguments.</summary>
internal sealed class PartialOperation(Operation procedure, Operation?[] arguments, string? token, VariableOperation? forgotten, int position) : Operation
{
    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation)
    {
        var given = new JsonValue?[arguments.Length];
        for (var i = 0; i < given.Length; i++)
        {
            given[i] = arguments[i]?.Evaluate(input, frame, evaluation);
        }

        var function = procedure.Evaluate(input, frame, evaluation);
        if (function is null && forgotten?.Evaluate(input, frame, evaluation) is not null)
        {
            throw new JsonataException("T1007") { Position = position, Token = forgotten.Name };
        }

        if (function is not JsonataFunction partial)
        {
            throw new JsonataException("T1008") { Position = position, Token = token };
        }

        // A lambda has no more arguments than parameters.
        var count = partial is LambdaFunction or PartialFunction ? Math.Min(given.Length, partial.Arity) : given.Length;
        return new PartialFunction(partial, given[..count], [.. Enumerable.Range(0, count).Where(i => arguments[i] is null)]);
    }
}

/// <summary><c>function($a) { b }</c>.</summary>
internal sealed class LambdaOperation(int[] parameters, Syntax.JsonataSignature? signature, Operation body, Scope scope) : Operation
{
    /// <summary>The slots of the parameters.</summary>
    public int[] Parameters => parameters;

    public Syntax.JsonataSignature? Signature => signature;

    public Operation Body => body;

    public int SlotCount { get; } = scope.SlotCount;

    /// <summary>The number of evaluations that may nest in the body: the deeper branch counts. 0 if the body counts them itself.</summary>
    public int Nesting { get; init; }

    public override JsonValue? Evaluate(JsonValue? input, Frame frame, Evaluation evaluation) => new LambdaFunction(this, input, frame);
}
