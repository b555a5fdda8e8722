namespace Stepwise.Generator.Reading;

internal enum StateKind
{
    None,
    Start,
    LambdaTask,
    ServiceTask,
    RawTask,
    Choice,
    Wait,
    Pass,
    Succeed,
    Fail,
    RawState,
}

/// <summary>The attributes that make a method a state, by the names of Stepwise's attributes without the suffix.</summary>
internal static class StateKinds
{
    public const string StateMachineAttribute = "Stepwise.StateMachineAttribute";

    public static StateKind Of(string attributeName) => attributeName switch
    {
        "Start" => StateKind.Start,
        "LambdaTask" => StateKind.LambdaTask,
        "ServiceTask" => StateKind.ServiceTask,
        "RawTask" => StateKind.RawTask,
        "Choice" => StateKind.Choice,
        "Wait" => StateKind.Wait,
        "Pass" => StateKind.Pass,
        "Succeed" => StateKind.Succeed,
        "Fail" => StateKind.Fail,
        "RawState" => StateKind.RawState,
        _ => StateKind.None,
    };

    /// <summary>Whether the state can have Next and End.</summary>
    public static bool HasTransition(StateKind kind) =>
        kind is StateKind.LambdaTask or StateKind.ServiceTask or StateKind.RawTask or StateKind.Wait or StateKind.Pass;

    public static bool IsTask(StateKind kind) => kind is StateKind.LambdaTask or StateKind.ServiceTask or StateKind.RawTask;
}
