using System.Globalization;

namespace Stepwise.Json;

/// <summary>Thrown by <see cref="JsonValue.Parse(string)"/> and its overloads if the text is not JSON.</summary>
public sealed class JsonSyntaxException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="error">The reason and the position.</param>
    public JsonSyntaxException(JsonSyntaxError error)
        : base(string.Format(CultureInfo.InvariantCulture, "{0} Line {1}, column {2}.", error.Message, error.Position.Line, error.Position.Column))
        => Error = error;

    /// <summary>The reason and the position.</summary>
    public JsonSyntaxError Error { get; }

    /// <summary>The position of the error.</summary>
    public JsonPosition Position => Error.Position;
}
