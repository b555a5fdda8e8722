using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Stepwise.Differential.Corpus;
using Stepwise.Differential.Places;

namespace Stepwise.Differential.Forms;

/// <summary>C# that belongs together, with what it reads.</summary>
internal abstract record Section
{
    /// <summary>The name of the section, which the page repeats in the mark above its table.</summary>
    public required string Name { get; init; }

    /// <summary>Types in C#.</summary>
    public string Types { get; init; } = "";

    /// <summary>The parameters that a body may read, with their types. The type ends with <c>?</c> if it allows null.</summary>
    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>The values with which a body is compared, as JSON of the input.</summary>
    public required IReadOnlyList<JsonObject> Values { get; init; }

    /// <summary>The state with a body.</summary>
    /// <param name="code">An expression, or a body in braces.</param>
    /// <param name="returns">The type of its value. An expression of type bool is the condition of a Choice.</param>
    /// <param name="place">Where it stands. Null: in a Choice if it is a bool, in a Pass otherwise.</param>
    /// <param name="language">The query language.</param>
    /// <param name="executed">The C# that is executed, if it is not the same.</param>
    /// <param name="values">The values. Null: those of the section.</param>
    /// <param name="types">The types. Null: those of the section.</param>
    public CorpusEntry Entry(string code, string returns, Place? place, Language language, string? executed = null, IReadOnlyList<JsonObject>? values = null, string? types = null)
    {
        var parameters = Parameters.Where(parameter => Reads(code, NameOf(parameter))).ToList();
        var isCondition = place is null && returns == "bool" && !code.StartsWith('{');

        // A Pass of JSONPath computes the members of an object.
        var isMember = place is null && !isCondition && language is Language.JsonPath && !code.StartsWith('{');
        return new()
        {
            Name = $"{Name}: {code} ({language})",
            Types = types ?? Types,
            Place = place ?? (isCondition ? Place.Choice : Place.Pass),
            Language = language,
            Returns = isCondition || isMember || place is not (null or Place.Pass) ? null : returns,
            Parameters = parameters,
            Body = Body(code),
            Executed = executed is null ? null : Body(executed),
            Values = [.. (values ?? Values).Select(value => new JsonObject(value.Where(member => parameters.Exists(parameter => NameOf(parameter) == member.Key)).Select(static member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))))],
        };

        string Body(string expression) =>
            expression.StartsWith('{') ? expression
            : isCondition ? $"=> ({expression}) ? nameof(Yes) : nameof(No);"
            : isMember ? $"=> new {{ Value = ({returns})({expression}) }};"
            : $"=> {expression};";
    }

    private static string NameOf(string parameter) => parameter[(parameter.LastIndexOf(' ') + 1)..];

    private static bool Reads(string code, string name) => Regex.IsMatch(code, $@"(?<![\w.]){Regex.Escape(name)}\b", RegexOptions.CultureInvariant);
}
