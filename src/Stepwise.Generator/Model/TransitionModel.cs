namespace Stepwise.Generator.Model;

internal enum TransitionKind
{
    /// <summary><c>Next</c>: the target is a member of the class.</summary>
    Next,

    /// <summary>An arm of a Choice: the target is a member of the class.</summary>
    Choice,

    /// <summary>A target that the author wrote in JSON: the name of a state in the definition, or else a member of the class.</summary>
    Raw,
}

/// <summary>A way out of a state.</summary>
/// <param name="Target">The state that it leads to.</param>
/// <param name="Kind">What the target names.</param>
/// <param name="Writes">The value that is set on the way; null if no value is set.</param>
internal sealed record TransitionModel(StateReference Target, TransitionKind Kind, string? Writes)
{
    /// <summary>The values, and paths from them, that are not null on this way, because of the conditions under which it is taken.</summary>
    public EquatableArray<string> Proved { get; init; }

    /// <summary>A way whose target could not be read.</summary>
    public static TransitionModel Unread(int anchor) => new(new StateReference("", anchor), TransitionKind.Next, null);
}
