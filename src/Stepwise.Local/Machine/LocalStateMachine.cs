using Stepwise.Local.Machine.Tasks;
using Stepwise.Local.Service;
using Stepwise.StatesLanguage;

namespace Stepwise.Local;

/// <summary>A state machine that can be executed locally.</summary>
public sealed class LocalStateMachine
{
    internal LocalStateMachine(string name, string arn, StateMachine definition, StateMachineType type, string roleArn)
    {
        Name = name;
        Arn = arn;
        Definition = definition;
        Type = type;
        RoleArn = roleArn;
    }

    /// <summary>The machine's name.</summary>
    public string Name { get; }

    /// <summary>The machine's ARN.</summary>
    public string Arn { get; }

    /// <summary>The definition, with the substitutions in place.</summary>
    public StateMachine Definition { get; }

    /// <summary>Standard or Express.</summary>
    public StateMachineType Type { get; }

    /// <summary>The ARN of the role in which the machine's executions run.</summary>
    public string RoleArn { get; }

    /// <summary>The definition's text, by which AWS tells whether two definitions are the same; null for the machine of a distributed Map or a tested state.</summary>
    internal string? DefinitionText { get; init; }

    /// <summary>The handlers of this machine, which stand behind those of the options; null for none.</summary>
    internal MachineTasks? Tasks { get; init; }
}
