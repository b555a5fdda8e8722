using Stepwise.Differential.Forms;

namespace Stepwise.Differential.Tests;

/// <summary>What a body may contain and what it cannot, as the documentation shows it.</summary>
public class FormTests
{
    private static readonly Lazy<IReadOnlyList<TranslatedForm>> _forms = new(static () => FormTable.Translate(SectionFiles.Read<FormSection>("Forms")));
    private static readonly Lazy<IReadOnlyList<ReportedRefusal>> _refusals = new(static () => RefusalTable.Report(SectionFiles.Read<RefusalSection>("Refusals")));

    /// <summary>Advice that the tables do not show, with the reason.</summary>
    private static readonly Dictionary<string, string> _notShown = new(StringComparer.Ordinal)
    {
        ["compute a part of it in a local variable"] = "The body has more than 500 operators, or is nested in more than 200 levels: the tests of the generator make it.",
        ["compute a part of it in a [Pass] before"] = "The statements are nested in more than 100 levels: the tests of the generator make it.",
        ["declare it in the body with its value"] = "It follows another finding, which is the first: of a variable whose declaration is refused.",
    };

    [Fact]
    public void Each_form_is_accepted_and_means_what_it_means_in_CSharp() =>
        AssertNone(_forms.Value.Where(static form => form.Fault is not null).Select(static form => form.Form.Code + ": " + form.Fault));

    [Fact]
    public void What_a_message_advises_is_accepted_and_means_what_it_means_in_CSharp() =>
        AssertNone(_refusals.Value.Where(static refusal => refusal.Fault is not null).Select(static refusal => refusal.Refusal.Code + ": " + refusal.Fault));

    [Fact]
    public void Each_piece_of_advice_in_the_source_is_given_by_a_refusal()
    {
        var messages = _refusals.Value.Select(static refusal => refusal.Message).OfType<string>().ToList();
        var advice = Advice.Find(Path.Combine(Root(), "src", "Stepwise.Generator"));
        Assert.True(advice.Count > 50, $"Only {advice.Count} pieces of advice are found.");
        AssertNone(advice.Where(piece => !_notShown.ContainsKey(piece.Text) && !messages.Exists(piece.IsIn)).Select(static piece => $"{piece.Place}: {piece.Text}"));
    }

    [Fact]
    public void The_documentation_shows_what_each_form_becomes() => Shows("expressions.md", static page => Page.Write(page, _forms.Value));

    [Fact]
    public void The_documentation_shows_each_refusal() => Shows("refusals.md", static page => Page.Write(page, _refusals.Value));

    private static void AssertNone(IEnumerable<string> faults)
    {
        var text = string.Join('\n', faults);
        Assert.True(text.Length == 0, text);
    }

    /// <summary>With the environment variable STEPWISE_WRITE_DOCS=1 the tables are written instead of compared.</summary>
    private static void Shows(string name, Func<string, string> write)
    {
        var path = Path.Combine(Root(), "docs", name);
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var written = write(page);
        if (Environment.GetEnvironmentVariable("STEPWISE_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, written);
        }
        else
        {
            Assert.Equal(written, page);
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Campaign.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not stand in the repository.");
        }

        return folder;
    }
}
