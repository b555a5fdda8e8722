using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Stepwise.Differential.Corpus;
using Stepwise.Differential.Places;

namespace Stepwise.Differential.Forms;

/// <summary>What a body may contain: the files of the folder Forms. The page in the documentation shows what each form becomes, and the same forms are compared with C#.</summary>
internal static class FormTable
{
    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads all sections.</summary>
    public static IReadOnlyList<FormSection> Read() =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Forms"), "*.json").Order(StringComparer.Ordinal)
            .Select(static file => JsonSerializer.Deserialize<FormSection>(File.ReadAllText(file), _format)!),
    ];

    /// <summary>Compiles each form in both query languages, and compares it with C#.</summary>
    /// <param name="sections">The sections.</param>
    public static IReadOnlyList<TranslatedForm> Translate(IReadOnlyList<FormSection> sections)
    {
        var forms = sections.SelectMany(static section => section.Forms.Select(form => (Section: section, Form: form))).ToList();
        var results = FaultCorpus.Compare([.. forms.SelectMany(static item => new[] { Entry(item.Section, item.Form, Language.Jsonata), Entry(item.Section, item.Form, Language.JsonPath) })]);
        return [.. forms.Select((item, index) => new TranslatedForm(item.Section, item.Form, results[2 * index], results[(2 * index) + 1]))];
    }

    private static CorpusEntry Entry(FormSection section, Form form, Language language)
    {
        var parameters = section.Parameters.Where(parameter => Reads(form.Code, NameOf(parameter))).ToList();
        var isCondition = form.Returns == "bool";

        // A Pass of JSONPath computes the members of an object.
        var isMember = !isCondition && language is Language.JsonPath && !form.Code.StartsWith('{');
        return new()
        {
            Name = $"{section.Name}: {form.Code} ({language})",
            IsAccepted = language is Language.Jsonata,
            Types = section.Types,
            Place = isCondition ? Place.Choice : Place.Pass,
            Language = language,
            Returns = isCondition || isMember ? null : form.Returns,
            Parameters = parameters,
            Body = form.Code.StartsWith('{') ? form.Code : isCondition ? $"=> ({form.Code}) ? nameof(Yes) : nameof(No);" : isMember ? $"=> new {{ Value = ({form.Returns})({form.Code}) }};" : $"=> {form.Code};",
            Values = [.. section.Values.Select(value => new JsonObject(value.Where(member => parameters.Exists(parameter => NameOf(parameter) == member.Key)).Select(static member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))))],
        };
    }

    private static string NameOf(string parameter) => parameter[(parameter.LastIndexOf(' ') + 1)..];

    private static bool Reads(string code, string name) => Regex.IsMatch(code, $@"(?<![\w.]){Regex.Escape(name)}\b", RegexOptions.CultureInvariant);
}
