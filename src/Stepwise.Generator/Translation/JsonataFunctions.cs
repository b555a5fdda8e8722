using Stepwise.Generator.Model;

namespace Stepwise.Generator.Translation;

/// <summary>What the functions of values are in JSONata. Each argument stands once in the text.</summary>
internal static class JsonataFunctions
{
    /// <summary>A call of a function.</summary>
    public static JsonataFragment Call(ValueFunction function, IReadOnlyList<JsonataFragment> arguments) => function switch
    {
        ValueFunction.Absolute => Named("$abs", arguments),
        _ => throw new ArgumentOutOfRangeException(nameof(function)),
    };

    private static JsonataFragment Named(string name, IReadOnlyList<JsonataFragment> arguments) =>
        new(name + "(" + string.Join(", ", arguments.Select(static argument => argument.Text)) + ")", JsonataFragment.Primary);
}
