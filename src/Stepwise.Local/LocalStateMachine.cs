using Stepwise.StatesLanguage;

namespace Stepwise.Local;

/// <summary>A state machine that can be executed locally.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Definition">Its definition, with the substitutions in place.</param>
/// <param name="Type">Standard or Express.</param>
/// <param name="RoleArn">The role in which its executions run.</param>
public sealed record LocalStateMachine(string Name, string Arn, StateMachine Definition, StateMachineType Type, string RoleArn)
{
    /// <summary>The handlers of this machine, behind those of the options; null for none.</summary>
    internal LocalTasks? Tasks { get; init; }
}
