using System.Diagnostics.CodeAnalysis;

namespace Stepwise;

/// <summary>A payload or a result that its type cannot take. It has the name that Lambda's serializer for System.Text.Json gives to this error, so that a Retry or Catch sees the same one.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It is thrown in one place.")]
public sealed class JsonSerializerException : Exception
{
    internal JsonSerializerException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
