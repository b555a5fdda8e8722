namespace Stepwise.StatesLanguage;

/// <summary>The reason of a transition.</summary>
public enum TransitionKind
{
    /// <summary>The state succeeded (<c>Next</c>).</summary>
    Next,

    /// <summary>A rule of a Choice is true.</summary>
    Rule,

    /// <summary>No rule of a Choice is true (<c>Default</c>).</summary>
    Default,

    /// <summary>The state failed (<c>Catch</c>).</summary>
    Catch,
}
