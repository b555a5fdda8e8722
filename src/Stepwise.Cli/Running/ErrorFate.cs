namespace Stepwise.Cli.Running;

/// <summary>What became of an error in a state.</summary>
internal enum ErrorFate
{
    /// <summary>It ended the machine.</summary>
    Ends,

    /// <summary>A later attempt succeeded.</summary>
    Retried,

    /// <summary>It was caught.</summary>
    Caught,

    /// <summary>Something else failed while the state was under way.</summary>
    Aborted,
}
