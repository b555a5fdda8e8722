namespace Stepwise.StatesLanguage;

/// <summary>The type of a state machine or of a Distributed Map's child executions.</summary>
public enum StateMachineType
{
    /// <summary>Durable, up to a year, each step exactly once.</summary>
    Standard,

    /// <summary>Up to five minutes, each step at least once.</summary>
    Express,
}
