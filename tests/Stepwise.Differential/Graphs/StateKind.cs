namespace Stepwise.Differential.Graphs;

/// <summary>What a state of a random workflow is.</summary>
internal enum StateKind
{
    Choice,

    /// <summary>A Pass that computes a value.</summary>
    Pass,

    /// <summary>A Pass without a body.</summary>
    PassMarker,

    /// <summary>A Wait for a constant time.</summary>
    Wait,

    /// <summary>A Wait for a computed duration.</summary>
    WaitFor,

    /// <summary>A Wait until a computed instant.</summary>
    WaitUntil,

    /// <summary>A function: its parameters are the payload.</summary>
    LambdaTask,

    /// <summary>A service: its body computes the arguments.</summary>
    ServiceTask,

    /// <summary>A Succeed that computes the output.</summary>
    Succeed,

    /// <summary>A Succeed whose parameters are the output.</summary>
    SucceedParameters,

    /// <summary>A Succeed without a body or parameters.</summary>
    SucceedMarker,

    /// <summary>A Fail that computes the cause.</summary>
    Fail,

    /// <summary>A Fail with a constant cause.</summary>
    FailMarker,
}
