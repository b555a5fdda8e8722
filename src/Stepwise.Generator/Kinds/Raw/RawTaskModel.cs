using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Kinds.Raw;

/// <summary>A Task state whose resource and arguments the author wrote as in ASL.</summary>
internal sealed record RawTaskModel : TaskModel
{
    public required string Resource { get; init; }

    public WrittenJson<JsonValue>? Arguments { get; init; }

    public override IReadOnlyList<Expression> Expressions => [];

    public override bool PassesTime => RawResource.PassesTime(Resource);

    public override bool IsAnalysed => false;

    protected override bool MayFailWithoutCause => WaitsForToken || RawResource.MayFailWithoutCause(Resource);

    protected override InvocationModel? Invokes => null;
}
