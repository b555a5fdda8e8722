namespace Stepwise.StatesLanguage.Paths;

/// <summary>An intrinsic function, with its arguments and its result.</summary>
/// <param name="Name">The full name, such as <c>States.Format</c>.</param>
/// <param name="MinArguments">The smallest number of arguments.</param>
/// <param name="MaxArguments">The greatest number of arguments; null means no limit.</param>
/// <param name="MayReturnText">Whether the result can be a string, as <c>ErrorPath</c> and <c>CausePath</c> require.</param>
/// <param name="TakesNumbers">Whether all arguments are numbers.</param>
internal sealed record IntrinsicFunction(string Name, int MinArguments, int? MaxArguments, bool MayReturnText, bool TakesNumbers)
{
    /// <summary>The functions by name.</summary>
    public static IReadOnlyDictionary<string, IntrinsicFunction> All { get; } = new IntrinsicFunction[]
    {
        new("States.Format", 1, null, true, false),
        new("States.StringToJson", 1, 1, false, false),
        new("States.JsonToString", 1, 1, true, false),
        new("States.Array", 0, null, false, false),
        new("States.ArrayPartition", 2, 2, false, false),
        new("States.ArrayContains", 2, 2, false, false),
        new("States.ArrayRange", 3, 3, false, true),
        new("States.ArrayGetItem", 2, 2, true, false),
        new("States.ArrayLength", 1, 1, false, false),
        new("States.ArrayUnique", 1, 1, false, false),
        new("States.Base64Encode", 1, 1, true, false),
        new("States.Base64Decode", 1, 1, true, false),
        new("States.Hash", 2, 2, true, false),
        new("States.JsonMerge", 3, 3, false, false),
        new("States.MathRandom", 2, 3, false, true),
        new("States.MathAdd", 2, 2, false, true),
        new("States.StringSplit", 2, 2, false, false),
        new("States.UUID", 0, 0, true, false),
    }.ToDictionary(function => function.Name, StringComparer.Ordinal);
}
