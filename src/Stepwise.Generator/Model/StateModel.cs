namespace Stepwise.Generator.Model;

/// <summary>A state as it was written. Flow, translation and emission ask it for the abstract members, and never for its kind.</summary>
internal abstract record StateModel
{
    /// <summary>The method's name.</summary>
    public required string Member { get; init; }

    /// <summary>The name in the definition.</summary>
    public required string Name { get; init; }

    /// <summary>The method's identifier.</summary>
    public required int Anchor { get; init; }

    public string? Comment { get; init; }

    public NotesModel? Notes { get; init; }

    /// <summary>The state's own query language where one is written.</summary>
    public Language? Language { get; init; }

    public int LanguageAnchor { get; init; }

    public EquatableArray<ParameterModel> Parameters { get; init; }

    public StateReference? Next { get; init; }

    public bool End { get; init; }

    /// <summary>The attribute's place.</summary>
    public int AttributeAnchor { get; init; }

    /// <summary>The method's own retriers; null where it has none.</summary>
    public EquatableArray<RetryModel>? Retry { get; init; }

    /// <summary>The method's own catchers; null where it has none.</summary>
    public EquatableArray<CatchModel>? Catch { get; init; }

    /// <summary>What the state may reach where its arguments do not say it.</summary>
    public EquatableArray<ResourceModel> Resources { get; init; }

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
