namespace Stepwise;

/// <summary>How a task waits for the service that it calls; the suffix of ASL's <c>Resource</c>.
/// A parameter of type <see cref="TaskToken"/> selects <c>.waitForTaskToken</c>.</summary>
public enum IntegrationPattern
{
    /// <summary>Goes on as soon as the service has answered. The default; no suffix.</summary>
    RequestResponse,

    /// <summary>Waits until the job that was started is done; the suffix <c>.sync</c>.</summary>
    RunJob,
}
