using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Kinds.Raw;

/// <summary>A state that the author wrote in ASL.</summary>
internal sealed record RawStateModel : StateModel
{
    public required WrittenJson<JsonObject> Body { get; init; }

    /// <summary>The body's <c>Type</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The states that the body names as targets; their names in the definition.</summary>
    public EquatableArray<StateReference> Targets { get; init; }

    /// <summary>Whether the body can end the execution.</summary>
    public bool CanEnd { get; init; }

    public override IReadOnlyList<TransitionModel> Transitions => [.. Targets.Select(static target => new TransitionModel(target, TransitionKind.Raw, null))];

    public override bool IsTerminal => CanEnd;

    public override ResultModel? Writes => null;

    public override IReadOnlyList<Expression> Expressions => [];

    public override OutputModel? Output => null;

    public override EquatableArray<MachineModel> Machines => default;

    public override WorkModel? Work => null;

    public override bool PassesTime => Type == "Wait" || (Type == "Task" && Body.Value["Resource"] is JsonString { Value: var resource } && RawResource.PassesTime(resource));

    public override bool IsAnalysed => false;
}
