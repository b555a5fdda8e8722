using Stepwise.Generator.Model;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Translation;

/// <summary>Where values live in the definition: fields of the document in JSONPath, variables in JSONata.</summary>
internal sealed class ValueReferences
{
    private const string ExecutionInput = "$states.context.Execution.Input";

    private readonly Dictionary<string, ValueModel> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    /// <param name="values">The values that the states can read.</param>
    public ValueReferences(IEnumerable<ValueModel> values)
    {
        var ordered = values.ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in ordered)
        {
            _values.Add(value.Name, value);
            taken.Add(value.Name);
        }

        foreach (var value in ordered)
        {
            var name = value.Name;
            if (value is { Origin: ValueOrigin.Error, Name: "error" })
            {
                name = "caughtError";
            }

            while (JsonataLibrary.IsTaken(name) || (name != value.Name && !taken.Add(name)))
            {
                name += "Value";
            }

            _variables[value.Name] = name;
        }
    }

    /// <summary>The variable that holds a value, without the dollar. The name of a JSONata function would hide the function: it gets a suffix.</summary>
    public string Variable(string value) => _variables.TryGetValue(value, out var name) ? name : value;

    /// <summary>A value in a JSONata machine.</summary>
    public string InJsonata(string value) => Find(value) switch
    {
        { Origin: ValueOrigin.Input } input => Field(ExecutionInput, input.WireName),
        { Origin: ValueOrigin.WholeInput } => ExecutionInput,
        _ => "$" + Variable(value),
    };

    /// <summary>A value in a JSONPath state.</summary>
    public string InJsonPath(string value) => Find(value) switch
    {
        { Origin: ValueOrigin.Input } input => Path(input.WireName),
        { Origin: ValueOrigin.WholeInput } => "$$.Execution.Input",
        _ => Path(value),
    };

    /// <summary>A value in a JSONata state of a JSONPath machine: the document is the state's input.</summary>
    public string InJsonataOfJsonPath(string value) => Find(value) switch
    {
        { Origin: ValueOrigin.Input } input => Field("$states.input", input.WireName),
        { Origin: ValueOrigin.WholeInput } => ExecutionInput,
        _ => Field("$states.input", value),
    };

    /// <summary>The reference path of a field of the document.</summary>
    public static string Path(string field)
    {
        foreach (var character in field)
        {
            if (character is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'))
            {
                return "$['" + field.Replace("\\", "\\\\").Replace("'", "\\'") + "']";
            }
        }

        return "$." + field;
    }

    private static string Field(string target, string name) =>
        JsonataText.Name(name) is { } step ? target + "." + step : "$lookup(" + target + ", " + JsonataText.Quote(name) + ")";

    private ValueModel? Find(string name) => _values.TryGetValue(name, out var value) ? value : null;
}
