using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Expressions;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Translation;
using Stepwise.Jsonata.Syntax;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Validation;
using Stepwise.StatesLanguage.Vocabulary;
using Xunit.Abstractions;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>An accepted spelling means what it means in C#: expressions are compiled and run, their translations evaluated, over the same random values, null written both as null and as nothing.</summary>
public class DifferentialTests(ITestOutputHelper output)
{
    /// <summary>How many inputs; STEPWISE_ROUNDS sets another number.</summary>
    private static readonly int _rounds =
        int.TryParse(Environment.GetEnvironmentVariable("STEPWISE_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 60;

    private const string Parameters =
        "Sample s, Sample? o, string? note, int? limit, bool? maybe, bool flag, Guid id, Guid? other, int n, int m, string text, IReadOnlyList<string>? words, Color? tint, DateTimeOffset at, DateTimeOffset? until";

    private static readonly JsonSerializerOptions _wire = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<(List<Compiled> Expressions, List<Input> Inputs)> _prepared = new(Prepare);

    [Fact]
    public void Jsonata_gives_what_csharp_gives() => Compare(Jsonata.Evaluate);

    [JsonataReferenceFact]
    public void The_reference_implementation_gives_what_csharp_gives() => Compare(JsonataReference.Evaluate);

    private void Compare(Func<IEnumerable<string>, IEnumerable<JsonObject>, JsonArray> evaluate)
    {
        var (expressions, inputs) = _prepared.Value;
        var translator = new JsonataTranslator(static name => "$" + name, static finding => Assert.Fail(finding.ToString()));
        var texts = expressions.Select(expression => translator.Translate(expression.Value)).ToList();
        Assert.All(texts, static text => Assert.InRange(JsonataDepth.Of(JsonataSyntax.Parse(text).Root), 1, Limits.NestedEvaluations));
        var results = evaluate(texts, inputs.Select(static input => input.Json));
        var disagreements = new StringBuilder();
        var cases = 0;
        for (var i = 0; i < expressions.Count; i++)
        {
            var shown = 0;
            for (var j = 0; j < inputs.Count; j++)
            {
                cases++;
                var expected = expressions[i].Run(inputs[j].Arguments);
                var actual = results[i]![j]!.AsObject();
                var same = expected.Failed
                    ? actual.ContainsKey("error")
                    : actual.ContainsKey("value") && JsonNode.DeepEquals(Normalize(expected.Json), Normalize(actual["value"]));
                if (!same && shown++ < 2)
                {
                    disagreements.AppendLine(
                        CultureInfo.InvariantCulture,
                        $"{expressions[i].Text}\n    {texts[i]}\n    C# {(expected.Failed ? "fails" : expected.Json?.ToJsonString() ?? "null")}, JSONata {actual.ToJsonString()} for {inputs[j].Json.ToJsonString()}");
                }
            }
        }

        output.WriteLine($"{expressions.Count} expressions, {inputs.Count} inputs, {cases} cases");
        Assert.True(disagreements.Length == 0, disagreements.ToString());
    }

    [Fact]
    public void Rules_of_a_choice_give_what_csharp_gives()
    {
        var (expressions, inputs) = _prepared.Value;
        var disagreements = new StringBuilder();
        var (cases, said) = (0, 0);
        foreach (var expression in expressions.Where(static expression => expression.Value.Type is { Kind: WireKind.Boolean, IsNullable: false }))
        {
            var findings = new List<DiagnosticInfo>();
            var condition = JsonPathVariables.Replace(expression.Value, findings.Add);
            var rule = condition is null ? null! : new JsonPathTranslator(static name => "$." + name, findings.Add).Condition(condition);
            if (findings.Count > 0)
            {
                Assert.All(findings, static finding => Assert.Equal(DiagnosticIds.NeedsJsonata, finding.Id));
                continue;
            }

            said++;
            var shown = 0;
            foreach (var input in inputs)
            {
                cases++;
                var expected = expression.Run(input.Arguments);
                string actual;
                try
                {
                    actual = ChoiceRules.Evaluate(rule, input.Json) ? "true" : "false";
                }
                catch (PathException exception)
                {
                    actual = exception.Message;
                }

                if ((expected.Failed ? !actual.StartsWith("Nothing", StringComparison.Ordinal) : actual != expected.Json!.ToJsonString()) && shown++ < 2)
                {
                    disagreements.AppendLine(
                        CultureInfo.InvariantCulture,
                        $"{expression.Text}\n    {TestText.Shorten(rule)}\n    C# {(expected.Failed ? "fails" : expected.Json!.ToJsonString())}, rule {actual} for {input.Json.ToJsonString()}");
                }
            }
        }

        output.WriteLine($"{said} conditions, {inputs.Count} inputs, {cases} cases");
        Assert.True(disagreements.Length == 0, disagreements.ToString());
    }

    /// <summary>Null is nothing on the wire, numbers are doubles, Guids are equal in either case.</summary>
    private static JsonNode? Normalize(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject @object:
                var result = new JsonObject();
                foreach (var (name, value) in @object)
                {
                    if (value is not null)
                    {
                        result[name] = Normalize(value);
                    }
                }

                return result;
            case JsonArray array:
                return new JsonArray([.. array.Select(Normalize)]);
            case JsonValue when node.GetValueKind() is JsonValueKind.Number:
                return JsonValue.Create(double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture));
            case JsonValue when node.GetValueKind() is JsonValueKind.String && Guid.TryParseExact(node.GetValue<string>(), "D", out var guid):
                return JsonValue.Create(guid.ToString("D"));
            default:
                return node?.DeepClone();
        }
    }

    private static (List<Compiled> Expressions, List<Input> Inputs) Prepare()
    {
        var expressions = DifferentialExpressions.All.ToList();
        var members = new StringBuilder();
        for (var i = 0; i < expressions.Count; i++)
        {
            members.AppendLine(CultureInfo.InvariantCulture, $"public static {expressions[i].Type} M{i}({Parameters}){Body.AsBody(expressions[i].Text)}");
        }

        var compilation = Body.Compile(members.ToString());
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)));
        var workflow = Assembly.Load(image.ToArray()).GetType("Bodies.Workflow")!;

        var tree = compilation.SyntaxTrees.Last();
        var model = compilation.GetSemanticModel(tree);
        var compiled = new List<Compiled>();
        var refused = new StringBuilder();
        foreach (var syntax in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static method => method.Identifier.ValueText[0] == 'M'))
        {
            var method = (IMethodSymbol)model.GetDeclaredSymbol(syntax)!;
            var context = new ReadingContext(compilation, Naming.CamelCase, CancellationToken.None);
            var value = StateBody.Open(context, method, syntax, model, Body.Reads(context, method)).ReadValue();
            var text = (syntax.ExpressionBody?.Expression ?? (SyntaxNode)syntax.Body!).ToString();
            if (context.Diagnostics.Count > 0)
            {
                refused.AppendLine(text + ": " + string.Join("; ", context.Diagnostics.Select(static finding => string.Join(": ", (IEnumerable<string>)finding.Arguments))));
                continue;
            }

            compiled.Add(new Compiled(text, value, workflow.GetMethod(method.Name)!));
        }

        Assert.True(refused.Length == 0, "Refused:\n" + refused);
        var parameters = workflow.GetMethod("M0")!.GetParameters();
        var inputs = DifferentialInputs.Values.Array[_rounds].Single()
            .Select(json => new Input(json, [.. parameters.Select(parameter => json[parameter.Name!] is { } node ? node.Deserialize(parameter.ParameterType, _wire) : null)]))
            .ToList();
        return (compiled, inputs);
    }

    private sealed record Input(JsonObject Json, object?[] Arguments);

    private sealed record Compiled(string Text, Model.Expression Value, MethodInfo Method)
    {
        public (bool Failed, JsonNode? Json) Run(object?[] arguments)
        {
            try
            {
                return (false, JsonSerializer.SerializeToNode(Method.Invoke(null, arguments), _wire));
            }
            catch (TargetInvocationException)
            {
                return (true, null);
            }
        }
    }
}
