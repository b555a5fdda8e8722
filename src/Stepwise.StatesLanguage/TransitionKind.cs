namespace Stepwise.StatesLanguage;

/// <summary>Why a machine goes from one state to another.</summary>
public enum TransitionKind
{
    /// <summary>The state is done (<c>Next</c>).</summary>
    Next,

    /// <summary>A rule of a Choice holds.</summary>
    Rule,

    /// <summary>No rule of a Choice holds (<c>Default</c>).</summary>
    Default,

    /// <summary>The state failed (<c>Catch</c>).</summary>
    Catch,
}
