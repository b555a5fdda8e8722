namespace Stepwise.Generator.Model;

/// <summary>What the declarations of all kinds of states have in common.</summary>
internal sealed record StateDeclaration
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
}
