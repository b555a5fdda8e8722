using System.Globalization;
using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.StatesLanguage.Catalogue;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>The rules for the arguments of a service's action: their names, those that are required, and their structure. The catalogue of services says what the action takes.</summary>
internal sealed class ArgumentRules
{
    private readonly ValidationReport _report;

    public ArgumentRules(ValidationReport report) => _report = report;

    /// <summary>Checks the arguments of an action.</summary>
    /// <param name="state">The Task.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="path">Their place.</param>
    /// <param name="action">The action.</param>
    /// <param name="required">The required members of an optimized integration, in addition to those of the action.</param>
    public void Check(ValueScope state, JsonObject arguments, StatePath path, ApiAction action, IReadOnlyList<string> required)
        => CheckMembers(state, arguments, path, action.Request, required);

    private void CheckValue(ValueScope state, string name, JsonValue value, StatePath path, ApiShape shape)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (IsUnknown(state, value))
        {
            return;
        }

        switch (shape.Kind)
        {
            case ApiShapeKind.Structure when value is JsonObject members:
                CheckMembers(state, members, path, shape, []);
                break;
            case ApiShapeKind.Map when value is JsonObject entries:
                foreach (var entry in entries.Members)
                {
                    CheckEntry(state, entry, path.Field(entry.Name), shape.Element);
                }

                break;
            case ApiShapeKind.List when value is JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    CheckValue(state, string.Format(CultureInfo.InvariantCulture, "{0}[{1}]", name, i), items[i], path.Item(i), shape.Element);
                }

                break;
            case ApiShapeKind.Structure or ApiShapeKind.Map:
                _report.NotInCatalogue($"The value for the field '{name}' must be an OBJECT, not {KindOf(value)}.{Members(shape)}", path, value.Position);
                break;
            case ApiShapeKind.List:
                _report.NotInCatalogue($"The value for the field '{name}' must be a LIST, not {KindOf(value)}.", path, value.Position);
                break;
            case ApiShapeKind.Number or ApiShapeKind.Boolean or ApiShapeKind.Timestamp:
                CheckScalar(name, value, path, shape.Kind);
                break;
            case ApiShapeKind.Text when value is JsonNumber or JsonBoolean:
                _report.DoubtfulArgument($"The value for the field '{name}' should be a STRING, not {KindOf(value)}.", path, value);
                break;
            case ApiShapeKind.Text when value is JsonString { Value: var text } && shape.Values.Count > 0 && !shape.Values.Contains(text, StringComparer.Ordinal):
                _report.DoubtfulArgument($"The field '{name}' has no value '{text}' in the model of the API. {DidYouMean(text, shape.Values) ?? Known("The known values are", shape.Values)}", path, value);
                break;
        }
    }

    /// <summary>Checks an entry of a map. AWS was seen to accept definitions that have a string where an entry is an object, such as an attribute value of DynamoDB, so that is a warning.</summary>
    private void CheckEntry(ValueScope state, JsonMember entry, StatePath path, ApiShape shape)
    {
        if (IsDynamic(state, entry.Name))
        {
            return;
        }

        if (shape.Kind == ApiShapeKind.Structure && entry.Value is JsonString && !IsUnknown(state, entry.Value))
        {
            _report.DoubtfulArgument($"The value for the field '{entry.Name}' should be an OBJECT, not a STRING.{Members(shape)}", path, entry.Value);
        }
        else
        {
            CheckValue(state, entry.Name, entry.Value, path, shape);
        }
    }

    private void CheckScalar(string name, JsonValue value, StatePath path, ApiShapeKind kind)
    {
        var expected = kind switch
        {
            ApiShapeKind.Number => "a NUMBER",
            ApiShapeKind.Boolean => "a BOOLEAN",
            _ => "a timestamp, such as \"2026-01-31T12:00:00Z\"",
        };
        if (value is JsonObject or JsonArray || (kind == ApiShapeKind.Timestamp && value is JsonBoolean))
        {
            _report.NotInCatalogue($"The value for the field '{name}' must be {expected}, not {KindOf(value)}.", path, value.Position);
        }
        else if ((kind == ApiShapeKind.Number && value is not JsonNumber) || (kind == ApiShapeKind.Boolean && value is not JsonBoolean))
        {
            _report.DoubtfulArgument($"The value for the field '{name}' should be {expected}, not {KindOf(value)}.", path, value);
        }
    }

    /// <summary>Checks the members of a structure. A required member that is missing is not reported beside one that probably is meant to be it.</summary>
    private void CheckMembers(ValueScope state, JsonObject members, StatePath path, ApiShape shape, IReadOnlyList<string> alsoRequired)
    {
        var present = new HashSet<string>(members.Members.Select(member => NameOf(state, member.Name)), StringComparer.Ordinal);
        var unused = shape.Members.Select(static member => member.Name).Where(name => !present.Contains(name)).ToList();
        foreach (var member in members.Members)
        {
            var name = NameOf(state, member.Name);
            if (!shape.TryFind(name, out var known))
            {
                CheckUnknown(state, name, member, path, shape, unused, present);
            }
            else if (!IsDynamic(state, member.Name))
            {
                CheckValue(state, name, member.Value, path.Field(member.Name), known.Shape);
            }
        }

        foreach (var name in alsoRequired.Union(shape.Members.Where(static member => member.IsRequired).Select(static member => member.Name), StringComparer.Ordinal))
        {
            if (!present.Contains(name))
            {
                _report.NotInCatalogue($"The field '{name}' is required but was missing", path, members.Position);
            }
        }
    }

    private void CheckUnknown(ValueScope state, string name, JsonMember member, StatePath path, ApiShape shape, List<string> unused, HashSet<string> present)
    {
        if (Substitutions.Holds(name))
        {
            return;
        }

        var plain = StateRules.VariableName(name);
        var meant = unused.Contains(plain) ? plain : Spelling.Closest(name, unused);
        var advice = meant is null ? Members(shape).TrimStart()
            : state.IsJsonata && meant == plain ? $"In JSONata it is called '{meant}', and its value is an expression between {{% and %}}."
            : $"Did you mean '{meant}'?";
        if (!shape.IsOpen)
        {
            _report.NotInCatalogue($"The field '{name}' is not supported by Step Functions. {advice}".TrimEnd(), path, member.NamePosition ?? member.Value.Position);
        }
        else if (meant is not null)
        {
            _report.DoubtfulArgument($"The field '{name}' is not known. {advice}", path, member.Value);
        }

        if (meant is not null)
        {
            present.Add(meant);
        }
    }

    private static string NameOf(ValueScope state, string name) => state.IsJsonata ? name : StateRules.VariableName(name);

    /// <summary>Whether the value of a member is computed when the state runs, because its name ends with <c>.$</c>.</summary>
    private static bool IsDynamic(ValueScope state, string name) => !state.IsJsonata && name.EndsWith(".$", StringComparison.Ordinal);

    /// <summary>Whether a value is not known before the state runs or before the definition is deployed. Null is such a value, because it stands for no value.</summary>
    private static bool IsUnknown(ValueScope state, JsonValue value)
        => value is JsonNull || (value is JsonString { Value: var text } && (Substitutions.Holds(text) || (state.IsJsonata && JsonataText.IsExpression(text))));

    private static string? DidYouMean(string word, IEnumerable<string> candidates) => Spelling.Closest(word, candidates) is { } close ? $"Did you mean '{close}'?" : null;

    private static string Members(ApiShape shape) => shape.Members.Count == 0 ? "" : $" {Known("Its fields are", [.. shape.Members.Select(static member => member.Name)])}";

    private static string Known(string introduction, IReadOnlyList<string> names)
    {
        const int Most = 12;
        return names.Count <= Most ? $"{introduction} {string.Join(", ", names)}." : $"{introduction} {string.Join(", ", names.Take(Most))}, and {(names.Count - Most).ToString(CultureInfo.InvariantCulture)} more.";
    }

    private static string KindOf(JsonValue value) => value switch
    {
        JsonObject => "an OBJECT",
        JsonArray => "a LIST",
        JsonString => "a STRING",
        JsonNumber => "a NUMBER",
        _ => "a BOOLEAN",
    };
}
