using Stepwise.Generator.Model;

namespace Stepwise.Generator.Kinds.Service;

/// <summary>A Task state that calls an action of a service.</summary>
internal sealed record ServiceTaskModel : TaskModel
{
    /// <summary>The service and the action, such as <c>sns:publish</c>, without the suffix of a pattern.</summary>
    public required string Action { get; init; }

    /// <summary>Whether the task starts a job and waits until the job ends (<c>.sync</c>).</summary>
    public bool RunsJob { get; init; }

    /// <summary>The arguments that the body builds; null for a partial method, whose parameters are the arguments.</summary>
    public Expression? Arguments { get; init; }

    public override IReadOnlyList<Expression> Expressions => Arguments is { } arguments ? [arguments] : [];

    public override bool PassesTime => WaitsForToken || RunsJob;

    public override bool IsAnalysed => true;

    protected override InvocationModel Invokes => new(InvocationKind.Action, Action);
}
