namespace Stepwise.Deployment.Plan;

/// <summary>The state machine.</summary>
internal sealed record PlannedMachine
{
    /// <summary>ASL's machine type, STANDARD or EXPRESS.</summary>
    public required string Type { get; init; }

    /// <summary>The text of the definition. Deployment tools read only its substitutions as expressions.</summary>
    public required string Definition { get; init; }

    /// <summary>The keys of the substitutions in the definition, sorted.</summary>
    public required IReadOnlyCollection<string> DefinitionKeys { get; init; }

    /// <summary>Whether executions are traced with X-Ray.</summary>
    public required bool Tracing { get; init; }

    /// <summary>The customer managed key, or null for a key that AWS owns.</summary>
    public required PlannedEncryption? Encryption { get; init; }

    /// <summary>The log group; null if executions are not logged.</summary>
    public required PlannedLogGroup? LogGroup { get; init; }

    /// <summary>The machine's role.</summary>
    public required PlannedRole Role { get; init; }

    /// <summary>Whether each deployment publishes a version.</summary>
    public required bool PublishesVersion { get; init; }

    /// <summary>The name of the alias that points to the version published last, or null.</summary>
    public required string? Alias { get; init; }

    /// <summary>The outputs of machine, role, version and alias.</summary>
    public required IReadOnlyList<PlannedOutput> Outputs { get; init; }
}
