using Stepwise.Json;

namespace Stepwise.Jsonata.Runtime;

/// <summary>A partially applied function: some of its arguments are already given.</summary>
internal sealed class PartialFunction : JsonataFunction
{
    private readonly JsonataFunction _function;
    private readonly JsonValue?[] _arguments;
    private readonly int[] _missing;

    /// <summary>Applies a function partially.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arguments">The given arguments, at their indexes.</param>
    /// <param name="missing">The indexes of the missing arguments.</param>
    public PartialFunction(JsonataFunction function, JsonValue?[] arguments, int[] missing)
    {
        _function = function;
        _arguments = arguments;
        _missing = missing;
    }

    public override int Arity => _missing.Length;

    public override JsonValue? Invoke(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
    {
        var all = (JsonValue?[])_arguments.Clone();
        for (var i = 0; i < _missing.Length && i < arguments.Length; i++)
        {
            all[_missing[i]] = arguments[i];
        }

        evaluation.Enter();
        var result = _function.Invoke(all, input, evaluation);
        evaluation.Leave();
        return result;
    }
}
