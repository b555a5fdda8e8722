using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Manifest;

namespace Stepwise.Deployment.Documentation;

/// <summary>The states that the manifest describes, by name.</summary>
internal sealed class DescribedStates
{
    private readonly Dictionary<string, ManifestState> _states = new(StringComparer.Ordinal);

    public DescribedStates(IReadOnlyList<ManifestState> states)
    {
        foreach (var state in states)
        {
            _states[state.Name] = state;
        }
    }

    public ManifestState? Find(string name) => _states.TryGetValue(name, out var state) ? state : null;

    public string? PurposeOf(State state) => Find(state.Name)?.Summary ?? state.Comment;

    public IReadOnlyList<NoteBlock> TroubleshootingOf(string name) => Find(name)?.Notes.Troubleshooting ?? [];
}
