using System.Globalization;
using Stepwise.Json;
using Stepwise.StatesLanguage.Paths;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Reads and writes the place that a Reference Path identifies.</summary>
internal static class ReferencePath
{
    /// <summary>Reads the place, as <c>ItemsPath</c> does.</summary>
    /// <param name="path">The path.</param>
    /// <param name="scope">The data that it reads.</param>
    /// <returns>The value.</returns>
    /// <exception cref="EvaluationException"><c>States.ReferencePathConflict</c>: the place does not exist.</exception>
    public static JsonValue Read(string path, EvaluationScope scope)
    {
        var parsed = JsonPath.Parse(path);
        if (JsonPath.TrySelect(parsed, scope, out var value, out _))
        {
            return value;
        }

        var known = JsonPath.TrySelect(parsed with { Segments = [] }, scope, out var root, out _) ? root : JsonNull.Instance;
        var length = 1;
        while (length < parsed.Segments.Count && PathSelection.TrySelect(parsed with { Segments = [.. parsed.Segments.Take(length)] }, known, out _, out _))
        {
            length++;
        }

        throw Conflict(length <= parsed.Segments.Count ? parsed.Segments[length - 1] : null, known);
    }

    /// <summary>Puts a value into a copy of the input, as <c>ResultPath</c> does. Missing objects on the way are created.</summary>
    /// <param name="path">The path from the input.</param>
    /// <param name="input">The input.</param>
    /// <param name="value">The value.</param>
    /// <returns>The new value.</returns>
    /// <exception cref="EvaluationException"><c>States.ReferencePathConflict</c>: a value on the way is not an object, or an array does not have the element.</exception>
    public static JsonValue Write(string path, JsonValue input, JsonValue value)
    {
        var parsed = JsonPath.Parse(path);
        if (!parsed.IsReferencePath || parsed.Root != PathRoot.Input)
        {
            throw new EvaluationException(ErrorNames.Runtime, $"Invalid path '{path}' : a value can be written to a Reference Path into the input only.");
        }

        // The values on the way are looked up first. Then each of them is copied around the new value, from the inside out.
        var passed = new List<JsonValue?> { input };
        foreach (var segment in parsed.Segments)
        {
            passed.Add(Step(passed[^1], segment, input));
        }

        var result = value;
        for (var i = parsed.Segments.Count - 1; i >= 0; i--)
        {
            result = With(passed[i], parsed.Segments[i], result);
        }

        return result;
    }

    private static JsonValue? Step(JsonValue? value, PathSegment segment, JsonValue input) => (value, segment) switch
    {
        (null, MemberSegment) => null,
        (JsonObject @object, MemberSegment member) => @object[member.Name],
        (JsonArray array, IndexSegment index) when index.Index >= 0 && index.Index < array.Count => array[index.Index],
        _ => throw Conflict(segment, input),
    };

    private static JsonValue With(JsonValue? container, PathSegment segment, JsonValue value)
    {
        if (segment is IndexSegment index)
        {
            var items = ((JsonArray)container!).ToArray();
            items[index.Index] = value;
            return JsonArray.Create(items);
        }

        var name = ((MemberSegment)segment).Name;
        var builder = new JsonObject.Builder();
        var isSet = false;
        foreach (var member in DuplicateMembers.Removed(container as JsonObject ?? JsonObject.Empty).Members)
        {
            var isSame = member.Name == name;
            isSet |= isSame;
            builder.Add(member.Name, isSame ? value : member.Value);
        }

        return (isSet ? builder : builder.Add(name, value)).ToObject();
    }

    private static EvaluationException Conflict(PathSegment? segment, JsonValue input)
    {
        var step = segment switch
        {
            MemberSegment member => member.Name,
            IndexSegment index => index.Index.ToString(CultureInfo.InvariantCulture),
            null => "$",
            _ => PathText.Of(segment),
        };
        return new(ErrorNames.ReferencePathConflict, $"Unable to apply step \"{step}\" to input {JsonText.Of(input)}");
    }
}
