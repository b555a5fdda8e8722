using Stepwise.Differential.Forms;

namespace Stepwise.Differential.Tests;

/// <summary>The forms of C# that a body may contain, which docs/expressions.md shows.</summary>
public class FormTests
{
    private static readonly Lazy<IReadOnlyList<TranslatedForm>> _forms = new(static () => FormTable.Translate(FormTable.Read()));

    [Fact]
    public void Each_form_is_accepted_and_means_what_it_means_in_CSharp() =>
        Assert.Empty(_forms.Value.Where(static form => form.Fault is not null).Select(static form => form.Form.Code + ": " + form.Fault));

    /// <summary>With the environment variable STEPWISE_WRITE_DOCS=1 the tables are written instead of compared.</summary>
    [Fact]
    public void The_documentation_shows_what_each_form_becomes()
    {
        var path = Path.Combine(Root(), "docs", "expressions.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var written = FormPage.Write(page, _forms.Value);
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
