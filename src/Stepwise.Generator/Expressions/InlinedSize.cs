namespace Stepwise.Generator.Expressions;

/// <summary>How much one body has become by the methods that it calls: each call is a copy of the method.</summary>
internal sealed class InlinedSize
{
    /// <summary>More than anything that a person reads in one definition.</summary>
    public const int Limit = 10_000;

    /// <summary>The number of operations that have been read in methods.</summary>
    public int Operations { get; set; }

    public bool IsExceeded => Operations > Limit;

    /// <summary>Whether a finding says so.</summary>
    public bool IsReported { get; set; }
}
