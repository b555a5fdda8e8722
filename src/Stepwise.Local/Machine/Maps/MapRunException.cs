using System.Diagnostics.CodeAnalysis;

namespace Stepwise.Local.Machine.Maps;

/// <summary>The failure of a map run: its items cannot be read, its results cannot be written, or too many of its items failed.</summary>
/// <param name="error">The error's name.</param>
/// <param name="cause">The cause.</param>
/// <param name="inner">The exception that caused it, or null if no exception did.</param>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "An error of a map run has a name.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "None leaves a map run.")]
internal sealed class MapRunException(string error, string cause, Exception? inner = null) : Exception(cause, inner)
{
    public const string ReaderFailed = ErrorNames.ItemReaderFailed;
    public const string WriterFailed = ErrorNames.ResultWriterFailed;
    public const string ThresholdExceeded = ErrorNames.ExceedToleratedFailureThreshold;

    public string Error { get; } = error;
}
