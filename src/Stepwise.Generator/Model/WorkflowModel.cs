namespace Stepwise.Generator.Model;

/// <summary>A workflow class as it was written: its machine, its contracts, its deployment. Plain data, equal to what an equal class gives.</summary>
internal sealed record WorkflowModel
{
    public required string Name { get; init; }

    /// <summary>The class as C# code writes it elsewhere: <c>global::N.Outer.Class</c>.</summary>
    public required string TypeName { get; init; }

    public required MachineModel Machine { get; init; }

    public NotesModel? Notes { get; init; }

    public bool IsExpress { get; init; }

    public Naming Naming { get; init; }

    public int? TimeoutSeconds { get; init; }

    public LoggingModel? Logging { get; init; }

    public bool Tracing { get; init; }

    public DeploymentModel Deployment { get; init; } = DeploymentModel.None;

    /// <summary>The objects that contracts are made of.</summary>
    public ObjectShapes Shapes { get; init; } = ObjectShapes.None;

    /// <summary>The diagnostics of reading.</summary>
    public EquatableArray<DiagnosticInfo> Diagnostics { get; init; }
}
