namespace Stepwise.Local.Machine.Tasks;

/// <summary>The state of a task token.</summary>
internal enum TokenState
{
    /// <summary>The token was never given out.</summary>
    Unknown,

    /// <summary>A task waits for the token.</summary>
    Open,

    /// <summary>The task of the token has ended.</summary>
    Closed,
}
