using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage;

/// <summary>Reads the fields of one JSON object, and reports the fields that were not read.</summary>
internal sealed class DefinitionFields
{
    private readonly JsonObject _source;
    private readonly StatePath _path;
    private readonly List<DefinitionDiagnostic> _diagnostics;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public DefinitionFields(JsonObject source, StatePath path, List<DefinitionDiagnostic> diagnostics)
    {
        _source = source;
        _path = path;
        _diagnostics = diagnostics;
    }

    /// <summary>Whether the object has an error.</summary>
    public bool Failed { get; private set; }

    /// <summary>The fields of a value that must be an object; null, and a diagnostic, if it is of another type.</summary>
    public static DefinitionFields? Read(JsonValue value, StatePath path, List<DefinitionDiagnostic> diagnostics)
    {
        if (value is JsonObject source)
        {
            return new(source, path, diagnostics);
        }

        diagnostics.Add(new(DiagnosticCodes.SchemaValidationFailed, DefinitionSeverity.Error, "Expected an object.", path, value.Position));
        return null;
    }

    public bool Has(string name) => _source.TryGetValue(name, out _);

    public JsonValue? Any(string name)
    {
        _known.Add(name);
        return _source[name];
    }

    public JsonObject? Object(string name) => Typed<JsonObject>(name, "an object");

    public string? String(string name) => Typed<JsonString>(name, "a string")?.Value;

    public string RequiredString(string name) => String(name) ?? Missing(name, "");

    public bool Boolean(string name) => Typed<JsonBoolean>(name, "a boolean")?.Value ?? false;

    public double? Number(string name) => Typed<JsonNumber>(name, "a number")?.ToDouble();

    public int? Integer(string name)
    {
        if (Typed<JsonNumber>(name, "an integer") is not { } number)
        {
            return null;
        }

        if (number.TryGetInt64(out var value) && value is >= int.MinValue and <= int.MaxValue)
        {
            return (int)value;
        }

        Fail(name, number, "an integer");
        return null;
    }

    public JsonPathField? Path(string name) => Any(name) switch
    {
        null => null,
        JsonNull => JsonPathField.Null,
        JsonString text => JsonPathField.From(text.Value),
        { } other => FailWith<JsonPathField>(name, other, "a string or null"),
    };

    public AslQueryLanguage? Language(string name) => Word(name, Terms.LanguageOf, Terms.JsonPath, Terms.Jsonata);

    /// <summary>Reads a string that must be one of two words.</summary>
    public T? Word<T>(string name, Func<string, T?> read, string first, string second)
        where T : struct
        => String(name) is { } word ? read(word) ?? FailWith<T?>(name, _source[name]!, $"\"{first}\" or \"{second}\"") : null;

    public IReadOnlyList<T>? List<T>(string name, Func<JsonValue, StatePath, T?> read)
        where T : class
    {
        if (Typed<JsonArray>(name, "an array") is not { } array)
        {
            return null;
        }

        var items = new List<T>(array.Count);
        for (var i = 0; i < array.Count; i++)
        {
            if (read(array[i], At(name).Item(i)) is { } item)
            {
                items.Add(item);
            }
            else
            {
                Failed = true;
            }
        }

        return items;
    }

    public StatePath At(string name) => _path.Field(name);

    public T Missing<T>(string name, T fallback)
    {
        if (!Has(name))
        {
            Report(_source, _path, $"These fields are required: [{name}]");
        }

        return fallback;
    }

    public T? FailWith<T>(string name, JsonValue value, string expected)
    {
        Fail(name, value, expected);
        return default;
    }

    /// <summary>Reports the fields that were not read.</summary>
    public void Finish()
    {
        foreach (var member in _source.Members)
        {
            if (!_known.Contains(member.Name))
            {
                Report(member.Value, At(member.Name), $"Field '{member.Name}' is not supported");
            }
        }
    }

    /// <summary>Marks the object as wrong, for a reason that is already reported.</summary>
    public void Fail() => Failed = true;

    private T? Typed<T>(string name, string expected)
        where T : JsonValue
    {
        var value = Any(name);
        if (value is not null and not T)
        {
            Fail(name, value, expected);
        }

        return value as T;
    }

    private void Fail(string name, JsonValue value, string expected) => Report(value, At(name), $"Expected {expected}.");

    private void Report(JsonValue value, StatePath path, string message)
    {
        Failed = true;
        _diagnostics.Add(new(DiagnosticCodes.SchemaValidationFailed, DefinitionSeverity.Error, message, path, value.Position));
    }
}
