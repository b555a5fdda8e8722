namespace Stepwise.Jsonata.Evaluation;

/// <summary>The functions of JSONata.</summary>
internal static class FunctionLibrary
{
    /// <summary>The functions by their names without <c>$</c>.</summary>
    public static IReadOnlyDictionary<string, NativeFunction> All { get; } = new Dictionary<string, NativeFunction>(StringComparer.Ordinal);
}
