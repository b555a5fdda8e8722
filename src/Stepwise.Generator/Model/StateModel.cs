namespace Stepwise.Generator.Model;

/// <summary>A state as it was written. Flow, translation and emission ask it for the abstract members, and never for its kind.</summary>
internal abstract record StateModel
{
    /// <summary>What all kinds have in common.</summary>
    public required StateDeclaration Declaration { get; init; }

    /// <inheritdoc cref="StateDeclaration.Member"/>
    public string Member => Declaration.Member;

    /// <inheritdoc cref="StateDeclaration.Name"/>
    public string Name => Declaration.Name;

    /// <inheritdoc cref="StateDeclaration.Anchor"/>
    public int Anchor => Declaration.Anchor;

    /// <inheritdoc cref="StateDeclaration.Comment"/>
    public string? Comment => Declaration.Comment;

    /// <inheritdoc cref="StateDeclaration.Notes"/>
    public NotesModel? Notes => Declaration.Notes;

    /// <inheritdoc cref="StateDeclaration.Language"/>
    public Language? Language => Declaration.Language;

    /// <inheritdoc cref="StateDeclaration.LanguageAnchor"/>
    public int LanguageAnchor => Declaration.LanguageAnchor;

    /// <inheritdoc cref="StateDeclaration.Parameters"/>
    public EquatableArray<ParameterModel> Parameters => Declaration.Parameters;

    /// <inheritdoc cref="StateDeclaration.Next"/>
    public StateReference? Next => Declaration.Next;

    /// <inheritdoc cref="StateDeclaration.End"/>
    public bool End => Declaration.End;

    /// <inheritdoc cref="StateDeclaration.AttributeAnchor"/>
    public int AttributeAnchor => Declaration.AttributeAnchor;

    /// <inheritdoc cref="StateDeclaration.Retry"/>
    public EquatableArray<RetryModel>? Retry => Declaration.Retry;

    /// <inheritdoc cref="StateDeclaration.Catch"/>
    public EquatableArray<CatchModel>? Catch => Declaration.Catch;

    /// <inheritdoc cref="StateDeclaration.Resources"/>
    public EquatableArray<ResourceModel> Resources => Declaration.Resources;

    /// <summary>The ways out of the state, apart from its catchers. A way whose target could not be read has an empty name.</summary>
    public abstract IReadOnlyList<TransitionModel> Transitions { get; }

    /// <summary>Whether the execution, or the branch that the machine is, can end here.</summary>
    public abstract bool IsTerminal { get; }

    /// <summary>The value that the state sets when it succeeds; null where it sets none.</summary>
    public abstract ResultModel? Writes { get; }

    /// <summary>The expressions that the state computes, beside the values of its parameters.</summary>
    public abstract IReadOnlyList<Expression> Expressions { get; }

    /// <summary>The state's part of the output contract; null where it does not end the execution, or ends it with a failure.</summary>
    public abstract OutputModel? Output { get; }

    /// <summary>The machines that the state runs.</summary>
    public abstract EquatableArray<MachineModel> Machines { get; }

    /// <summary>The work that Step Functions retries and whose errors it catches; null for a state that does none.</summary>
    public abstract WorkModel? Work { get; }

    /// <summary>Whether time passes here: the state waits for a time, for a job or for a task token.</summary>
    public abstract bool PassesTime { get; }

    /// <summary>Whether the compiler knows what the state does. False for JSON that the author wrote.</summary>
    public abstract bool IsAnalysed { get; }

    /// <summary>The transitions of a state that has <c>Next</c> or <c>End</c>.</summary>
    protected IReadOnlyList<TransitionModel> NextOrEnd() =>
        Next is { } next ? [new TransitionModel(next, TransitionKind.Next, Writes?.Name)]
        : End ? []
        : [TransitionModel.Unread(AttributeAnchor)];
}
