using System.Globalization;
using System.Text.RegularExpressions;
using Stepwise.Json;
using Stepwise.Jsonata.Syntax;
using Stepwise.Jsonata.Tests.Functions;

namespace Stepwise.Jsonata.Tests.Evaluation;

/// <summary>Expressions of a grammar over data at random.</summary>
public partial class FuzzTests
{
    private static readonly JsonataOptions _limits = new() { TimeLimit = TimeSpan.FromSeconds(2), MaxSequenceLength = 100_000, MaxStringLength = 1_000_000 };

    /// <summary>STEPWISE_FUZZ_SEED looks at other expressions than those of every run.</summary>
    private static int FirstSeed { get; } = int.TryParse(Environment.GetEnvironmentVariable("STEPWISE_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 100_000;

    [Fact]
    public void Only_errors_of_JSONata_leave_an_evaluation()
    {
        for (var seed = 0; seed < 20_000; seed++)
        {
            var random = new RandomExpressions(seed);
            var text = random.Expression(4);
            var input = random.Members(4);
            try
            {
                var result = JsonataExpression.Parse(text).Evaluate(input, _limits);
                _ = result?.ToJson();
            }
            catch (JsonataException error)
            {
                Assert.NotEmpty(error.Message);
            }
            catch (Exception exception) when (exception is not JsonataException)
            {
                Assert.Fail($"Seed {seed}: {text} on {input}: {exception}");
            }
        }
    }

    [ReferenceFact]
    public void The_reference_implementation_gives_the_same()
    {
        var cases = new List<(string, JsonValue)>();
        for (var seed = FirstSeed; cases.Count < 6_000; seed++)
        {
            var random = new RandomExpressions(seed);
            var text = random.Expression(3);
            if (JsonataSyntax.Parse(text).Errors.Count == 0)
            {
                cases.Add((text, random.Members(4)));
            }
        }

        // The reference evaluates the parts of constructors at the same time, so that another of several errors may come first.
        var differences = Reference.Differences(cases).Where(d => !BothFail().IsMatch(d)).ToList();

        // It also goes on with undefined items of arrays, which the result does not always show.
        Assert.True(differences.Count <= cases.Count / 1000, $"{differences.Count} of {cases.Count}:\n{string.Join('\n', differences.OrderBy(d => d.Length).Take(60))}");
    }

    [GeneratedRegex("""\{"code":"\w+"\} instead of \{"code":"\w+"\}$""")]
    private static partial Regex BothFail();
}
