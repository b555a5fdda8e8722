namespace Stepwise.StatesLanguage;

/// <summary>How a Task calls a service and when it is done (the end of <c>Resource</c>).</summary>
public enum TaskPattern
{
    /// <summary>The call's response is the result: no suffix.</summary>
    RequestResponse,

    /// <summary>The task ends with the job that it started; the result's inner JSON is text: <c>.sync</c>.</summary>
    RunJob,

    /// <summary>The task ends with the job that it started; the result's inner JSON is JSON: <c>.sync:2</c>.</summary>
    RunJobVersion2,

    /// <summary>The task ends when its token comes back: <c>.waitForTaskToken</c>.</summary>
    WaitForTaskToken,
}
