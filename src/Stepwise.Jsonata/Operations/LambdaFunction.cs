using Stepwise.Json;
using Stepwise.Jsonata.Runtime;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Operations;

/// <summary>A function that the expression defines, with the variables and the context item at its definition.</summary>
internal sealed class LambdaFunction(LambdaOperation definition, JsonValue? context, Frame frame) : JsonataFunction
{
    public override int Arity => definition.Parameters.Length;

    public LambdaOperation Definition => definition;

    public override JsonValue? Invoke(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        if (definition.Signature is { } signature)
        {
            arguments = SignatureValidation.Validate(signature, arguments, input);
        }

        return Run(NewFrame(arguments), input, evaluation);
    }

    public override JsonValue? Invoke(JsonValue? a, JsonValue? input, Evaluation evaluation)
    {
        if (definition.Signature is not null)
        {
            return Invoke([a], input, evaluation);
        }

        var slots = new JsonValue?[definition.SlotCount];
        var parameters = definition.Parameters;
        if (parameters.Length > 0)
        {
            slots[parameters[0]] = a;
        }

        return Run(new Frame(frame, slots), input, evaluation);
    }

    public override JsonValue? Invoke(JsonValue? a, JsonValue? b, JsonValue? input, Evaluation evaluation)
    {
        var parameters = definition.Parameters;
        if (definition.Signature is not null || parameters.Length < 2)
        {
            return Invoke([a, b], input, evaluation);
        }

        var slots = new JsonValue?[definition.SlotCount];
        slots[parameters[0]] = a;
        slots[parameters[1]] = b;
        return Run(new Frame(frame, slots), input, evaluation);
    }

    private Frame NewFrame(JsonValue?[] arguments)
    {
        var slots = new JsonValue?[definition.SlotCount];
        var parameters = definition.Parameters;
        for (var i = 0; i < parameters.Length; i++)
        {
            slots[parameters[i]] = i < arguments.Length ? arguments[i] : null;
        }

        return new Frame(frame, slots);
    }

    private JsonValue? Run(Frame inner, JsonValue? input, Evaluation evaluation)
    {
        evaluation.CheckDepth(definition.Nesting);
        evaluation.Step();
        var result = definition.Body.Evaluate(context, inner, evaluation);
        while (ReferenceEquals(result, TailCall.Marker))
        {
            var call = evaluation.PendingCall!;
            evaluation.PendingCall = null;
            evaluation.Step();
            try
            {
                if (call.Function is LambdaFunction next)
                {
                    // If its body ends with a tail call as well, the loop makes that call.
                    result = next.Begin(call.Arguments, input, evaluation);
                }
                else
                {
                    result = call.Function is JsonataFunction function
                        ? function.Invoke(call.Arguments, input, evaluation)
                        : throw new JsonataException("T1006");
                }
            }
            catch (JsonataException error) when (call.Site.Claim(error))
            {
                throw;
            }
        }

        return result;
    }

    private JsonValue? Begin(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        evaluation.CheckNesting(definition.Nesting);
        if (definition.Signature is { } signature)
        {
            arguments = SignatureValidation.Validate(signature, arguments, input);
        }

        return definition.Body.Evaluate(context, NewFrame(arguments), evaluation);
    }
}
