namespace Stepwise.StatesLanguage;

/// <summary>How a Task calls a service and when the Task ends (the suffix of ASL <c>Resource</c>).</summary>
public enum TaskPattern
{
    /// <summary>Request-response: the Task ends with the response of the call, which is its result. There is no suffix.</summary>
    RequestResponse,

    /// <summary>Run a job, <c>.sync</c>: the Task ends when the job ends. JSON inside the result is a string.</summary>
    RunJob,

    /// <summary>Run a job, <c>.sync:2</c>: the Task ends when the job ends. JSON inside the result is parsed.</summary>
    RunJobVersion2,

    /// <summary>Wait for a callback, <c>.waitForTaskToken</c>: the Task ends when its token is returned.</summary>
    WaitForTaskToken,
}
