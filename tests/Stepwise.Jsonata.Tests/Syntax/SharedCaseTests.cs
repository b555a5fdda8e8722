using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Tests.Syntax;

/// <summary>JSONata's own cases: what is a syntax error there is one here, with the same code, and nothing else is.</summary>
public class SharedCaseTests
{
    [SharedCasesFact]
    public void The_syntax_errors_of_the_official_cases_are_found_and_no_others()
    {
        var differing = SharedCases.Differing();
        var count = 0;
        foreach (var (name, expression, code) in SharedCases.Expressions().Where(one => !differing.Contains(one.Case)))
        {
            var errors = JsonataSyntax.Parse(expression).Errors;
            var found = errors.Count == 0 ? null : errors[0].Code;
            Assert.Equal((name, code is ['S', ..] ? code : null), (name, found));
            count++;
        }

        Assert.True(count > 100, $"Only {count} cases were found.");
    }
}
