namespace Stepwise.Local;

/// <summary>How much <see cref="LocalTestStateExtensions.TestStateAsync"/> shows of a state.</summary>
public enum InspectionLevel
{
    /// <summary>Status, output, error and next state (<c>INFO</c>).</summary>
    Info,

    /// <summary>The data at every stage as well (<c>DEBUG</c>).</summary>
    Debug,

    /// <summary>The same as <see cref="Debug"/>; on AWS, where a state calls HTTP endpoints, also the requests and responses (<c>TRACE</c>).</summary>
    Trace,
}
