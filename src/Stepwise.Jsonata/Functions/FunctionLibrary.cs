using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Functions;

/// <summary>JSONata's functions, except <c>$eval</c>, which needs the compiler.</summary>
internal static class FunctionLibrary
{
    /// <summary>The functions by their names without <c>$</c>.</summary>
    public static IReadOnlyDictionary<string, NativeFunction> All { get; } = Make();

    private static Dictionary<string, NativeFunction> Make()
    {
        NativeFunction[] functions =
        [
            .. StringFunctions.All, .. MatchFunctions.All, .. EncodingFunctions.All, .. NumberFunctions.All, .. AggregateFunctions.All, .. BooleanFunctions.All, .. ArrayFunctions.All,
            .. ObjectFunctions.All, .. HigherOrderFunctions.All, .. TimeFunctions.All,
        ];
        return functions.ToDictionary(function => function.Name, StringComparer.Ordinal);
    }
}
