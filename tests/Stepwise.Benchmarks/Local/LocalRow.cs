namespace Stepwise.Benchmarks.Local;

/// <summary>What a line came to.</summary>
/// <param name="Name">What was run.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Unit">What the figure counts.</param>
/// <param name="Goal">What it is to reach; null where there is no goal.</param>
/// <param name="IsLimit">Whether the goal is the most that it may be, and not the least.</param>
/// <param name="Note">What else was measured.</param>
internal sealed record LocalRow(string Name, double Figure, string Unit, double? Goal = null, bool IsLimit = false, string Note = "")
{
    public bool IsReached => Goal is not { } goal || (IsLimit ? Figure <= goal : Figure >= goal);
}
