using System.Globalization;
using System.Text.Json.Nodes;
using Stepwise.Differential.Places;
using Stepwise.Differential.Running;
using Stepwise.Differential.Types;
using Xunit.Abstractions;

namespace Stepwise.Differential.Tests;

/// <summary>An accepted expression means what it means in C#: 10,000 random expressions, 20 values each.</summary>
public class DifferentialTests(ITestOutputHelper output)
{
    private const int Assemblies = 5;
    private const int Expressions = 2_000;

    /// <summary>Kinds of nodes that are rare, because Stepwise refuses most of their uses.</summary>
    private const int LeastOfAKind = 5;

    /// <summary>STEPWISE_SEED sets another seed.</summary>
    private static readonly int _seed =
        int.TryParse(Environment.GetEnvironmentVariable("STEPWISE_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    private static readonly string[] _kinds =
    [
        "and", "or", "not", "xor", "equality", "order", "ordinal", "instantOrder", "is", "patternAnd", "patternConditional", "isNull", "isNotNull", "equalsNull", "hasValue", "isNullOrEmpty", "textMatch",
        "nullableTextMatch", "textEquals", "count", "coalesce", "conditional", "switch", "arm", "guardedArm", "tuple", "arithmetic", "quotient", "negation", "addition", "concatenation", "concat", "interpolation", "hole",
        "member", "conditionalMember", "element", "entry", "literal", "null", "raw", "local", "newPositional", "newInitializer", "newList", "newDictionary", "anonymousObject",
        "constantPattern", "relationalPattern", "lengthPattern", "nullPattern", "notNullPattern", "anyPattern", "notPattern", "orPattern", "andPattern", "propertyPattern", "nestedProperty", "positionalPattern",
        "listPattern", "countPattern", "varPattern", "declarationPattern", "tuplePattern", "suppression", "newNamed", "upcast", "eager", "enumCast", "toNullable",
        "lifted", "threeValued", "valueOrDefault", "math", "cast", "bits", "hasFlag", "bitTest", "compareTo", "equalsCall", "moved", "difference", "durationSum", "fromUnits", "totalOf", "timePart", "dateOrder",
        "where", "select", "selectMany", "queryExpression", "any", "all", "countOf", "contains", "first", "firstOrDefault", "index", "total", "nullableTotal", "aggregate", "concatenated", "orderBy", "part", "reverse",
        "distinct", "appended", "joined", "zip", "group", "toList", "toDictionary", "containsKey", "tryGetValue", "getValueOrDefault", "entryByKey",
        "statements", "return", "ifReturn", "ifNotReturn", "ifSome", "ifElseSome", "ifElseReturn", "switchStatement", "label", "guardedLabel", "labels", "defaultLabel", "section", "breakSection", "sectionWithBreak",
        "declaration", "assignedLater", "assignment", "increment", "compound", "append", "coalesceAssignment", "ifAssign", "ifAssignElse",
        "call", "callNamed", "callLocal", "method", "localFunction", "staticReadonly", "computedProperty", "instanceMethod", "with", "recordEquality", "recordEquals", "tupleEquality", "typeTest", "typePattern",
        "joinParts", "format", "trim", "replace", "split", "joinSplit", "partOfSplit", "joinList", "pad", "aligned", "boolText", "enumText", "partOfText", "lowerCase",
        "isNullOrWhiteSpace", "search", "ignoringCase", "lengthTest", "mirroredOrder", "characterTest", "length", "indexOf",
    ];

    [Fact]
    public void Random_expressions_give_what_CSharp_gives()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var run = new DifferentialRun(_seed, Expressions, first: 0, text);
        for (var i = 0; i < Assemblies; i++)
        {
            run.NextAssembly();
        }

        var report = run.Report;
        report.Print(text);
        output.WriteLine(text.ToString());
        Assert.True(report.Disagreeing == 0, text.ToString());

        // A proof over nothing proves nothing.
        Assert.True(report.AcceptedShare > 0.6, $"Only {report.AcceptedShare:P0} of the expressions are accepted.");
        Assert.True(report.Invalid < 0.08 * Assemblies * Expressions, $"{report.Invalid} expressions are not C#.");
        Assert.True(ScriptSide.Absence is not null || report.Scripted > report.Values / 2, $"jsonata-js evaluated {report.Scripted} of {report.Values} values.");
        Assert.True(report.Unchecked < report.Values / 20, $"{report.Unchecked} of {report.Values} values prove nothing: C# throws and the definition need not fail.");
        Assert.True(report.Lenient < report.Values / 1000, $"{report.Lenient} of {report.Values} values prove nothing: another result is documented.");
        Assert.True(report.Thrown < report.Values / 4, $"C# throws on {report.Thrown} of {report.Values} values.");
        AssertNone(_kinds.Where(kind => report.Nodes.GetValueOrDefault(kind) < LeastOfAKind));
        AssertNone(Enum.GetNames<Place>().Where(place => Accepted(name => name.StartsWith(place + " ", StringComparison.Ordinal)) < 50));
        AssertNone(Enum.GetNames<Language>().Where(language => Accepted(name => name.EndsWith(" " + language, StringComparison.Ordinal)) < 500));

        int Accepted(Func<string, bool> isCounted) => report.Places.Where(item => isCounted(item.Key)).Sum(static item => item.Value.Accepted);
    }

    /// <summary>The comparison itself is tested: where a Choice goes the other way, every value that C# gives a result for disagrees.</summary>
    [Fact]
    public async Task A_definition_that_means_something_else_is_found()
    {
        var random = new Random(_seed);
        var types = new Catalogue(random);
        var states = new RandomStates(random, types);
        using var batch = BatchCompiler.Compile(types.LibrarySource, types.DataSource, [.. Enumerable.Range(0, 100).Select(_ => states.Next()).Where(static state => state.Place is Place.Choice)]);
        var runner = new StateRunner(_seed, types.Naming);
        Assert.NotEmpty(batch.Accepted);
        foreach (var state in batch.Accepted)
        {
            var compared = await runner.RunAsync(state, random, 20);
            var wrong = await runner.RunAsync(state with { Definition = Swap(state.Definition) }, random, 20);
            Assert.All(compared, static comparison => Assert.True(comparison.Agrees));
            Assert.All(wrong, static comparison => Assert.Equal(comparison.Expected.Failed || comparison.NeedsLeniency, comparison.Agrees));
        }
    }

    /// <summary>The definition with the two targets of its Choice swapped.</summary>
    private static string Swap(string text)
    {
        var definition = JsonNode.Parse(text)!;
        var choice = definition["States"]![WorkflowSource.State]!;
        foreach (var rule in choice["Choices"]!.AsArray())
        {
            rule!["Next"] = Other(rule["Next"]!);
        }

        choice["Default"] = Other(choice["Default"]!);
        return definition.ToJsonString();

        static string Other(JsonNode target) => target.GetValue<string>() == "Yes" ? "No" : "Yes";
    }

    private static void AssertNone(IEnumerable<string> rare)
    {
        var names = string.Join(", ", rare);
        Assert.True(names.Length == 0, "Too rare: " + names);
    }
}
