using System.Globalization;
using Microsoft.CodeAnalysis;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Kinds;

/// <summary>Reads a kind of Task state.</summary>
internal abstract class TaskReader<TModel> : StateReader<TModel>
    where TModel : TaskModel
{
    public sealed override bool HasTransition => true;

    public sealed override bool DoesWork => true;

    public sealed override bool ReachesResources => true;

    public override ITypeSymbol? ResultType(StateMethod method) => TaskResult.Of(method);

    public sealed override IEnumerable<ITypeSymbol> ContractTypes(StateMethod method, ReadingContext context) => ResultType(method) is { } type ? [type] : [];

    /// <summary>What the task puts into the output; null where the execution goes on.</summary>
    protected EndSignature? EndOf(StateMethod method) => method.IsEnd ? EndSignature.Of(ResultType(method)) : null;

    /// <summary>Whether a parameter is the task token.</summary>
    protected static bool HasToken(StateReading state)
    {
        foreach (var parameter in state.Declaration.Parameters)
        {
            if (parameter.Role is ParameterRole.Token)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the timeout in seconds, or null if it is not written or not valid.</summary>
    protected static int? TimeoutOf(StateReading state) => AttributeValues.Seconds(state.Context, state.Attribute, "TimeoutSeconds", 1);

    /// <summary>Returns the heartbeat in seconds, which is shorter than the timeout, or null if it is not written or not valid.</summary>
    protected static int? HeartbeatOf(StateReading state)
    {
        var use = state.Attribute;
        var heartbeat = AttributeValues.Seconds(state.Context, use, "HeartbeatSeconds", 1);
        if (heartbeat is { } beat && use.Int(use.Named("TimeoutSeconds")) is { } timeout && beat >= timeout)
        {
            state.Context.Report(DiagnosticIds.InvalidAttributeValue, state.Context.Anchor(use.Named("HeartbeatSeconds")!), "HeartbeatSeconds",
                beat.ToString(CultureInfo.InvariantCulture), "it must be smaller than TimeoutSeconds");
        }

        return heartbeat;
    }
}
