using System.Globalization;

namespace Stepwise.Json;

/// <summary>The text given to <see cref="JsonValue.Parse(string)"/> is not JSON.</summary>
public sealed class JsonSyntaxException : Exception
{
    /// <summary>Makes the exception for an error.</summary>
    /// <param name="error">What is wrong, and where.</param>
    public JsonSyntaxException(JsonSyntaxError error)
        : base(string.Format(CultureInfo.InvariantCulture, "{0} Line {1}, column {2}.", error.Message, error.Position.Line, error.Position.Column))
        => Error = error;

    /// <summary>What is wrong, and where.</summary>
    public JsonSyntaxError Error { get; }

    /// <summary>Where the text is wrong.</summary>
    public JsonPosition Position => Error.Position;
}
