namespace Stepwise.Cli.Running;

/// <summary>A row of the timeline: a state, or what several rows have in common.</summary>
/// <param name="Depth">How many Parallels, Maps and loops are around it.</param>
/// <param name="At">When it was first entered, from the start; null where the rows below say it.</param>
/// <param name="Text">The state's name, or a note such as <c>57 turns</c>.</param>
/// <param name="IsState">Whether the text is a state's name.</param>
/// <param name="Count">How many visits the row stands for.</param>
/// <param name="Took">How long it took, the shortest and the longest.</param>
/// <param name="Attempts">How often its work was begun, in all visits.</param>
/// <param name="Note">What went wrong, and what became of it.</param>
/// <param name="HasFailed">Whether the machine ended there.</param>
internal sealed record TimelineRow(int Depth, TimeSpan? At, string Text, bool IsState, int Count, (TimeSpan Shortest, TimeSpan Longest) Took, int Attempts, string Note, bool HasFailed);
