namespace Stepwise.Benchmarks.Jsonata;

/// <summary>What a line came to.</summary>
/// <param name="Line">The line.</param>
/// <param name="Rate">Evaluations a second.</param>
/// <param name="Bytes">What one evaluation allocates.</param>
/// <param name="Script">The evaluations a second of jsonata-js; null where it was not measured.</param>
/// <param name="IsSame">Whether both give the same result.</param>
internal sealed record JsonataRow(JsonataLine Line, double Rate, double Bytes, double? Script, bool IsSame)
{
    public bool IsReached => Verdict == "yes";

    public string Verdict
        => !IsSame ? "RESULTS DIFFER"
        : Rate < Line.Goal ? "NO: below the goal"
        : Rate < Script * JsonataLine.ScriptFactor ? $"NO: below {JsonataLine.ScriptFactor} times jsonata-js"
        : "yes";
}
