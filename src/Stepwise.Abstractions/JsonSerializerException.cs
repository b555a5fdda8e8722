using System.Diagnostics.CodeAnalysis;

namespace Stepwise;

/// <summary>Thrown when a payload or a result of a task does not fit its type. The type has the name of the error that Lambda's System.Text.Json serializer reports,
/// so that a Retry or Catch matches the same error locally and on AWS.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It is thrown in one place.")]
public sealed class JsonSerializerException : Exception
{
    internal JsonSerializerException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
