using System.Globalization;
using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>A JSON object of a definition and its place, with the checks that all objects share.</summary>
internal readonly struct Node
{
    private readonly ValidationReport _report;

    public Node(JsonObject value, StatePath path, ValidationReport report)
    {
        Value = value;
        Path = path;
        _report = report;
    }

    public JsonObject Value { get; }

    public StatePath Path { get; }

    public JsonValue? this[string name] => Value[name];

    public StatePath At(string name) => Path.Field(name);

    public StatePath At(string name, int index) => Path.Field(name).Item(index);

    public bool Has(string name) => Value.TryGetValue(name, out _);

    public string? Text(string name) => (Value[name] as JsonString)?.Value;

    /// <summary>Returns the object in a field, or null if the field is missing or has another type. Reports a value of another type.</summary>
    public Node? Object(string name)
    {
        var value = Value[name];
        if (value is JsonObject @object)
        {
            return new(@object, At(name), _report);
        }

        if (value is not null)
        {
            _report.Schema("Expected value of type Object.", At(name), value);
        }

        return null;
    }

    /// <summary>Returns the objects in an array. Values of other types are reported.</summary>
    public List<Node> Objects(string name)
    {
        var nodes = new List<Node>();
        if (Array(name) is { } array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                if (array[i] is JsonObject item)
                {
                    nodes.Add(new(item, At(name, i), _report));
                }
                else
                {
                    _report.Schema("Expected value of type Object.", At(name, i), array[i]);
                }
            }
        }

        return nodes;
    }

    public JsonArray? Array(string name)
    {
        var value = Value[name];
        if (value is not null and not JsonArray)
        {
            _report.Schema("Expected value of type Array.", At(name), value);
        }

        return value as JsonArray;
    }

    public void RequireNonEmptyArray(string name)
    {
        if (Array(name) is { Count: 0 } array)
        {
            _report.Schema("Value cannot be empty.", At(name), array);
        }
    }

    public void Require(params string[] names)
    {
        var self = this;
        var missing = names.Where(name => !self.Has(name)).ToList();
        if (missing.Count > 0)
        {
            _report.Schema($"These fields are required: [{string.Join(", ", missing)}]", Path.Parent is null ? StatePath.RootObject : Path, Value);
        }
    }

    public void AllowOnly(ICollection<string> names, string advice)
    {
        foreach (var member in Value.Members)
        {
            if (!names.Contains(member.Name))
            {
                NotSupported(member, advice);
            }
        }
    }

    public void NotSupported(JsonMember member, string advice)
        => _report.Error(DiagnosticCodes.SchemaValidationFailed, $"Field '{member.Name}' is not supported. {advice}", Path, member.NamePosition ?? member.Value.Position);

    /// <summary>Reports fields that exclude each other.</summary>
    public void OnlyOne(params string[] names)
    {
        var self = this;
        var present = names.Where(self.Has).ToList();
        if (present.Count > 1)
        {
            _report.Schema($"There should only be one of the following fields: [{string.Join(", ", names)}]. Remove all but one of {string.Join(", ", present)}.", Path, Value[present[1]]);
        }
    }

    public void ExpectText(string name)
    {
        if (Value[name] is { } value and not JsonString)
        {
            _report.Schema("Expected value of type String.", At(name), value);
        }
    }

    public void ExpectOneOf(string name, params string[] allowed)
    {
        if (Value[name] is not { } value || (value is JsonString text && (allowed.Contains(text.Value, StringComparer.Ordinal) || Substitutions.Holds(text.Value))))
        {
            return;
        }

        _report.Schema($"Value should be one of the following: [{string.Join(", ", allowed)}]", At(name), value);
    }

    /// <summary>Checks a number. A string is accepted if it contains a substitution, or if <paramref name="jsonata"/> allows an expression.</summary>
    public void ExpectInteger(string name, long minimum, long maximum, bool jsonata = false)
    {
        if (Value[name] is { } value && !IsDynamic(value, jsonata))
        {
            if (value is JsonNumber number && number.TryGetInt64(out var integer))
            {
                CheckRange(name, number, integer, minimum, maximum);
            }
            else
            {
                _report.Schema("Expected value of type Integer.", At(name), value);
            }
        }
    }

    public void ExpectNumber(string name, double minimum, double maximum, bool jsonata = false)
    {
        if (Value[name] is { } value && !IsDynamic(value, jsonata))
        {
            if (value is JsonNumber number)
            {
                CheckRange(name, number, number.ToDouble(), minimum, maximum);
            }
            else
            {
                _report.Schema("Expected value of type Number.", At(name), value);
            }
        }
    }

    /// <summary>Reports names that occur twice in this object.</summary>
    public void RefuseDuplicates(string code)
    {
        if (!Value.HasDuplicateNames)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in Value.Members)
        {
            if (!seen.Add(member.Name))
            {
                _report.Error(code, $"The name '{member.Name}' occurs twice. Rename or remove one.", At(member.Name), member.NamePosition);
            }
        }
    }

    private static bool IsDynamic(JsonValue value, bool jsonata) => value is JsonString text && (Substitutions.Holds(text.Value) || (jsonata && JsonataText.IsExpression(text.Value)));

    private void CheckRange(string name, JsonNumber at, double value, double minimum, double maximum)
    {
        if (value < minimum)
        {
            _report.Schema($"Minimum value is {minimum.ToString(CultureInfo.InvariantCulture)}", At(name), at);
        }
        else if (value > maximum)
        {
            _report.Schema($"Maximum value is {maximum.ToString(CultureInfo.InvariantCulture)}", At(name), at);
        }
    }
}
