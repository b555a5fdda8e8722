namespace Stepwise.StatesLanguage;

/// <summary>The type of a state machine, or of the child executions of a Distributed Map (ASL <c>ExecutionType</c>).</summary>
public enum StateMachineType
{
    /// <summary>Standard (ASL <c>STANDARD</c>): an execution can take up to one year, and each step runs exactly once.</summary>
    Standard,

    /// <summary>Express (ASL <c>EXPRESS</c>): an execution can take up to five minutes, and each step runs at least once.</summary>
    Express,
}
