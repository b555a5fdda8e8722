namespace Stepwise.StatesLanguage.Manifest;

/// <summary>What the source says of a state.</summary>
/// <param name="Name">The state's name in the definition.</param>
/// <param name="Member">The member that declares it.</param>
/// <param name="Type">The state's type.</param>
/// <param name="Summary">Its documentation, or null.</param>
/// <param name="Function">The function that it invokes, or null.</param>
/// <param name="Action">The service and action that it calls, or null.</param>
/// <param name="Reads">The values that it reads.</param>
/// <param name="Writes">The values that it writes.</param>
/// <param name="CatchExempt">Whether the class's catch does not apply to it.</param>
/// <param name="Analysed">Whether its content was checked; a raw state is taken as it is.</param>
internal sealed record ManifestState(string Name, string Member, string Type, string? Summary, string? Function, string? Action, IReadOnlyList<string> Reads, IReadOnlyList<string> Writes, bool CatchExempt, bool Analysed)
{
    /// <summary>The ARNs and substitutions that the author declares for what the state's arguments do not determine.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>What its documentation tells beyond the summary.</summary>
    public ManifestNotes Notes { get; init; } = ManifestNotes.None;
}
