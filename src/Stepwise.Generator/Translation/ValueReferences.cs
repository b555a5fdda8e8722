using Stepwise.Generator.Model;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Translation;

/// <summary>Where values live in the definition: fields of the document in JSONPath, variables in JSONata.</summary>
internal sealed class ValueReferences
{
    private const string ExecutionInput = "$states.context.Execution.Input";

    private readonly ValueReferences? _outer;
    private readonly Dictionary<string, ValueModel> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    /// <param name="values">The machine's own values.</param>
    /// <param name="outer">The values of the machine around it; null for the machine of a workflow.</param>
    public ValueReferences(IReadOnlyList<ValueModel> values, ValueReferences? outer)
    {
        _outer = outer;
        foreach (var value in values)
        {
            _values.Add(value.Name, value);
        }

        foreach (var value in values)
        {
            _variables.Add(value.Name, NewVariable(value));
        }
    }

    /// <summary>The variable that holds a value, without the dollar. A name that would hide a JSONata function, or that an argument of the author's JSONata would hide, gets a suffix.</summary>
    public string Variable(string value) => _variables.TryGetValue(value, out var name) ? name : _outer?.Variable(value) ?? value;

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

    /// <summary>Whether a nullable path is null for no value that can reach it: the members of an error that a function or a service gives.</summary>
    public bool IsNeverNull(Expression path) => path is MemberExpression { Target: ValueExpression { Type.IsNullable: false } error } && Find(error.Name) is { Origin: ValueOrigin.Error, MayLackCause: false };

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

    private ValueModel? Find(string name) => _values.TryGetValue(name, out var value) ? value : _outer?.Find(name);

    /// <summary>Chooses the name of a variable. A variable of an enclosing machine keeps its name in this one, so that this machine's own variables get others.</summary>
    private string NewVariable(ValueModel value)
    {
        var name = value is { Origin: ValueOrigin.Error, Name: "error" } ? "caughtError" : value.Name;
        while (JsonataLibrary.IsTaken(name) || BlockVariables.IsArgument(name) || _outer?.HasVariable(name) is true || (name != value.Name && (_values.ContainsKey(name) || _variables.ContainsValue(name))))
        {
            name += "Value";
        }

        return name;
    }

    /// <summary>Whether a value of this machine, or of a machine around it, is held by a variable of that name. Inputs are read from the input, and need no variable.</summary>
    private bool HasVariable(string name)
    {
        foreach (var variable in _variables)
        {
            if (variable.Value == name && _values[variable.Key].Origin is ValueOrigin.Result or ValueOrigin.Error)
            {
                return true;
            }
        }

        return _outer?.HasVariable(name) is true;
    }
}
