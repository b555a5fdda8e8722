using Stepwise.Generator.Model;

namespace Stepwise.Generator.Translation;

/// <summary>What the functions of values are in JSONata. Each argument stands once in the text.</summary>
internal static class JsonataFunctions
{
    /// <summary>A call of a function.</summary>
    public static JsonataFragment Call(ValueFunction function, IReadOnlyList<JsonataFragment> arguments) => function switch
    {
        ValueFunction.Absolute => Named("$abs", arguments),
        ValueFunction.Sum => Named("$sum", arguments),
        ValueFunction.Greatest => Named("$max", arguments),
        ValueFunction.Least => Named("$min", arguments),
        ValueFunction.Average => Named("$average", arguments),
        ValueFunction.Append => Named("$append", arguments),
        ValueFunction.Reverse => Named("$reverse", arguments),
        ValueFunction.Distinct => Named("$distinct", arguments),
        ValueFunction.Range => new JsonataFragment("[" + arguments[0].In(JsonataFragment.Sum) + ".." + arguments[1].In(JsonataFragment.Sum) + "]", JsonataFragment.Primary),
        ValueFunction.Merge => Named("$merge", arguments),
        ValueFunction.Member => Named("$lookup", arguments),
        ValueFunction.Names => Named("$keys", arguments),
        _ => throw new ArgumentOutOfRangeException(nameof(function)),
    };

    private static JsonataFragment Named(string name, IReadOnlyList<JsonataFragment> arguments) =>
        new(name + "(" + string.Join(", ", arguments.Select(static argument => argument.Text)) + ")", JsonataFragment.Primary);
}
