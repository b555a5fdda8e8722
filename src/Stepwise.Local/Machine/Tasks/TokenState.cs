namespace Stepwise.Local.Machine.Tasks;

/// <summary>What has become of a token.</summary>
internal enum TokenState
{
    /// <summary>It was never given out.</summary>
    Unknown,

    /// <summary>A task waits for it.</summary>
    Open,

    /// <summary>Its task has ended.</summary>
    Closed,
}
