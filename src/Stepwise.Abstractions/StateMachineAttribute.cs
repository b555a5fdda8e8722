namespace Stepwise;

/// <summary>Makes a <c>sealed partial</c> class a state machine. Static methods are its states. The summary of the class's XML documentation becomes ASL's <c>Comment</c>.</summary>
/// <example><code>
/// [StateMachine("campaign-execution", TimeoutSeconds = 604_800)]
/// public sealed partial class CampaignExecution
/// </code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StateMachineAttribute : Attribute
{
    /// <summary>Declares a state machine.</summary>
    /// <param name="name">The name of the machine and of its files: 1 to 80 characters of <c>A-Z a-z 0-9 - _</c>.</param>
    public StateMachineAttribute(string name) => Name = name;

    /// <summary>The name of the machine and of its files.</summary>
    public string Name { get; }

    /// <summary>The type of the machine, which AWS fixes when it is created. Default: <see cref="WorkflowType.Standard"/>.</summary>
    public WorkflowType Type { get; set; }

    /// <summary>The language of the machine's expressions; ASL's <c>QueryLanguage</c>. Default: <see cref="QueryLanguage.Jsonata"/>.</summary>
    public QueryLanguage QueryLanguage { get; set; }

    /// <summary>How names of C# properties become names of JSON properties. Default: <see cref="JsonNaming.CamelCase"/>.</summary>
    public JsonNaming JsonNaming { get; set; }

    /// <summary>The longest time that an execution may take, in seconds, 1 to 99,999,999; ASL's <c>TimeoutSeconds</c>. If it is not set, executions have no timeout of their own.</summary>
    public int TimeoutSeconds { get; set; }
}
