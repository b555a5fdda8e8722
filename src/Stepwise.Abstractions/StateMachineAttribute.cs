namespace Stepwise;

/// <summary>Makes a <c>sealed partial</c> class a state machine. Its states are static methods; the summary of its XML documentation becomes <c>Comment</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StateMachineAttribute : Attribute
{
    /// <summary>Names the machine.</summary>
    /// <param name="name">The machine's name and that of its files: 1 to 80 of <c>A-Z a-z 0-9 - _</c>.</param>
    public StateMachineAttribute(string name) => Name = name;

    /// <summary>The machine's name.</summary>
    public string Name { get; }

    /// <summary>Standard or Express. Default: <see cref="WorkflowType.Standard"/>.</summary>
    public WorkflowType Type { get; set; }

    /// <summary>ASL's <c>QueryLanguage</c>. Default: <see cref="QueryLanguage.Jsonata"/>.</summary>
    public QueryLanguage QueryLanguage { get; set; }

    /// <summary>How property names are written on the wire. Default: <see cref="JsonNaming.CamelCase"/>.</summary>
    public JsonNaming JsonNaming { get; set; }

    /// <summary>The longest an execution may take, in seconds; ASL's <c>TimeoutSeconds</c>. Default: none.</summary>
    public int TimeoutSeconds { get; set; }
}
