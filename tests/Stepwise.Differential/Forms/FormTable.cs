using Stepwise.Differential.Corpus;
using Stepwise.Differential.Places;

namespace Stepwise.Differential.Forms;

/// <summary>What a body may contain: the files of the folder Forms. The page in the documentation shows what each form becomes, and the same forms are compared with C#.</summary>
internal static class FormTable
{
    /// <summary>Compiles each form in both query languages, and compares it with C#.</summary>
    /// <param name="sections">The sections.</param>
    public static IReadOnlyList<TranslatedForm> Translate(IReadOnlyList<FormSection> sections)
    {
        var forms = sections.SelectMany(static section => section.Forms.Select(form => (Section: section, Form: form))).ToList();
        var results = FaultCorpus.Compare([.. forms.SelectMany(static item => new[] { Entry(item.Section, item.Form, Language.Jsonata), Entry(item.Section, item.Form, Language.JsonPath) })]);
        return [.. forms.Select((item, index) => new TranslatedForm(item.Section, item.Form, results[2 * index], results[(2 * index) + 1]))];
    }

    private static CorpusEntry Entry(FormSection section, Form form, Language language) => section.Entry(form.Code, form.Returns, place: null, language);
}
