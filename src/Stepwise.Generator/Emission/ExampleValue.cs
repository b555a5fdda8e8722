using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Emission;

/// <summary>Reads an example in the documentation as a JSON value.</summary>
internal static class ExampleValue
{
    /// <summary>Reads an example.</summary>
    /// <param name="text">The example. Text stands for itself, a member of an enum is written by its name in C# or in JSON, and every other value is JSON.</param>
    /// <param name="type">The type of the value.</param>
    /// <returns>The value; null if the text is not a value of the type.</returns>
    public static JsonValue? Of(string text, WireType type)
    {
        if (type.Kind is WireKind.Enum)
        {
            foreach (var member in type.Members)
            {
                if (member.WireText == text || member.Name == text)
                {
                    return member.Wire;
                }
            }

            return null;
        }

        if (type.IsText)
        {
            return new JsonString(text);
        }

        try
        {
            var value = JsonValue.Parse(text);
            return type.Kind switch
            {
                WireKind.Boolean => value as JsonBoolean,
                WireKind.Array => value as JsonArray,
                WireKind.Dictionary or WireKind.Object => value as JsonObject,
                _ when type.IsNumeric => value as JsonNumber,
                _ => value,
            };
        }
        catch (JsonSyntaxException)
        {
            return type.Kind is WireKind.Any or WireKind.Opaque ? new JsonString(text) : null;
        }
    }
}
