using System.Globalization;
using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine.Maps;

/// <summary>The numeric fields of a Map. Each is a number or a JSONata expression; in JSONPath, the field whose name ends with <c>Path</c> can have a path instead.</summary>
internal static class MapNumbers
{
    /// <summary>Returns how many iterations may run at once. 0 means no limit.</summary>
    public static long MaxConcurrency(MapState state, StateVisit visit)
    {
        var value = Integer(visit, "MaxConcurrency", state.MaxConcurrency, state.MaxConcurrencyPath) ?? 0;
        return value >= 0 ? value : throw Failure(visit, "MaxConcurrency", "MaxConcurrency cannot be negative.");
    }

    /// <summary>Returns how many items may fail, or null if the field is absent.</summary>
    public static long? ToleratedFailureCount(MapState state, StateVisit visit)
    {
        var value = Integer(visit, "ToleratedFailureCount", state.ToleratedFailureCount, state.ToleratedFailureCountPath);
        return value is not < 0 ? value : throw Failure(visit, "ToleratedFailureCount", "ToleratedFailureCount cannot be negative.");
    }

    /// <summary>Returns the percentage of items that may fail, or null if the field is absent.</summary>
    public static double? ToleratedFailurePercentage(MapState state, StateVisit visit)
    {
        const string Field = "ToleratedFailurePercentage";
        var value = Read(visit, Field, state.ToleratedFailurePercentage, state.ToleratedFailurePercentagePath) switch
        {
            null => (double?)null,
            JsonNumber number => number.ToDouble(),
            JsonString text when double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
            var other => throw Unfit(Field, other, "float", state.ToleratedFailurePercentagePath),
        };
        return value is null or (>= 0 and <= 100) ? value : throw Failure(visit, Field, "ToleratedFailurePercentage must be between 0 and 100.");
    }

    /// <summary>Reads an integer.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="field">The field, without <c>Path</c>.</param>
    /// <param name="literal">Its value: a number or an expression; null when absent.</param>
    /// <param name="path">The value of the field that ends with <c>Path</c>; null when absent.</param>
    /// <returns>The number; null when both fields are absent.</returns>
    /// <exception cref="EvaluationException">The value is not an integer.</exception>
    public static long? Integer(StateVisit visit, string field, JsonValue? literal, string? path) => Read(visit, field, literal, path) switch
    {
        null => null,
        JsonNumber number when number.TryGetInt64(out var integer) => integer,
        JsonString text when long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) => parsed,
        JsonNumber number when path is null => throw Failure(visit, field, $"The field '{field}' must be an integer, but was: {number.ToJson()}"),
        var other => throw Unfit(field, other, "integer", path),
    };

    /// <summary>Makes the error of a field with an invalid value.</summary>
    public static EvaluationException Failure(StateVisit visit, string field, string reason)
        => visit.Language == AslQueryLanguage.Jsonata ? new(ErrorNames.QueryEvaluationError, reason, field) : new(ErrorNames.Runtime, reason);

    private static JsonValue? Read(StateVisit visit, string field, JsonValue? literal, string? path)
    {
        if (path is not null)
        {
            return JsonPath.Select(path, visit.Scope);
        }

        return literal is JsonString && visit.Language == AslQueryLanguage.Jsonata ? JsonataTemplate.Evaluate(field, literal, JsonKind.Number, visit.Scope) : literal;
    }

    private static EvaluationException Unfit(string field, JsonValue value, string wanted, string? path)
    {
        return new(ErrorNames.Runtime, $"The {field}Path field refers to value \"{JsonText.ToText(value)}\" which is not a valid {wanted}: {path}");
    }
}
