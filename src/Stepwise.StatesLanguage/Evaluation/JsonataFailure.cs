using Stepwise.Jsonata;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>What AWS says of an expression that throws an error. The codes of limits are those of <c>Stepwise.Jsonata</c>, and AWS does not show them.</summary>
internal static class JsonataFailure
{
    private const string OverMemory = "threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage";

    /// <summary>Returns the text after the name of the field.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="random">The source of the id that AWS gives an error for which it reports no reason.</param>
    public static string Text(JsonataException exception, Random random) => exception.Code switch
    {
        "U1001" => $"threw an error during evaluation: {exception.Message}",
        "U1002" or "D2014" => OverMemory,
        "U1003" => $"threw an internal error during evaluation. {StatesFunctions.Uuid(random)}",
        _ => $"threw an error during evaluation. {exception.Code}: {exception.Message}",
    };

    /// <summary>Returns the text after the name of the field.</summary>
    /// <param name="exception">The error of a function that Step Functions adds.</param>
    public static string Text(StatesFunctionException exception) => exception.IsOverMemory ? OverMemory : $"threw an error during evaluation. {exception.Message}";
}
