namespace Stepwise.Differential.Places;

/// <summary>Where a body stands, and what of it can be observed.</summary>
internal enum Place
{
    /// <summary>The value of a Pass that ends the execution: the output.</summary>
    Pass,

    /// <summary>The condition of a Choice: the state that follows.</summary>
    Choice,

    /// <summary>The switch of a Choice: the state that follows.</summary>
    ChoiceSwitch,

    /// <summary>The body of a Succeed: the output.</summary>
    Succeed,

    /// <summary>The cause of a Fail.</summary>
    Fail,

    /// <summary>A Wait for a duration: the time that the execution takes.</summary>
    WaitFor,

    /// <summary>A Wait until an instant: the time that the execution takes.</summary>
    WaitUntil,

    /// <summary>The arguments of a service: a message.</summary>
    ServiceArguments,

    /// <summary>The payload of a function in the arguments of a service.</summary>
    ServicePayload,

    /// <summary>The parameters of a Lambda task: the payload.</summary>
    LambdaPayload,
}
