namespace Stepwise;

/// <summary>How a task waits for the service that it calls; the suffix of ASL's <c>Resource</c>.
/// A parameter of type <see cref="TaskToken"/> selects a third pattern, <c>.waitForTaskToken</c>.</summary>
public enum IntegrationPattern
{
    /// <summary>Continues when the service has answered; no suffix. This is the default.</summary>
    RequestResponse,

    /// <summary>Waits until the job that the call started has ended; the suffix <c>.sync</c>.</summary>
    RunJob,
}
