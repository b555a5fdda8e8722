using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Expressions;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Translation;
using Stepwise.StatesLanguage;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>Bodies over types of a test's own: what C# gives for a JSON input, and what the translation gives for the same input.</summary>
/// <param name="types">The types, which follow a using directive for System.Text.Json.Serialization.</param>
/// <param name="parameters">The parameters that every body has.</param>
internal sealed class Agreement(string types, string parameters)
{
    private static readonly JsonSerializerOptions _wire = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Every body is accepted, and gives for every input what C# gives: in JSONata, and as the rule of a Choice where JSONPath can express it.</summary>
    /// <param name="bodies">A return type and a body, such as <c>("bool", "s.Note is null")</c>.</param>
    /// <param name="inputs">Objects of all parameters.</param>
    public void Holds((string Type, string Text)[] bodies, params string[] inputs)
    {
        var (workflow, read) = Read(bodies, emit: true);
        var problems = new StringBuilder();
        foreach (var body in read.Where(static body => body.Findings.Count > 0))
        {
            problems.AppendLine(body.Text + "\n    refused: " + string.Join("; ", body.Findings));
        }

        Assert.True(problems.Length == 0, problems.ToString());
        var documents = inputs.Select(static input => JsonNode.Parse(input)!.AsObject()).ToList();
        var findings = new List<DiagnosticInfo>();
        var translator = new JsonataTranslator(static name => "$" + name, findings.Add);
        var texts = read.Select(body => translator.Translate(body.Value)).ToList();
        Assert.Empty(findings);
        var results = new List<(string Engine, JsonArray Rows)> { ("JSONata", Jsonata.Evaluate(texts, documents)) };
        if (JsonataReference.Package is not null)
        {
            results.Add(("jsonata-js", JsonataReference.Evaluate(texts, documents)));
        }

        for (var i = 0; i < read.Count; i++)
        {
            var method = workflow!.GetMethod(read[i].Method)!;
            for (var j = 0; j < documents.Count; j++)
            {
                var (failed, expected) = Run(method, documents[j]);
                foreach (var (engine, rows) in results)
                {
                    var actual = rows[i]![j]!.AsObject();
                    if (failed ? !actual.ContainsKey("error") : !actual.ContainsKey("value") || !JsonNode.DeepEquals(Normalize(expected), Normalize(actual["value"])))
                    {
                        problems.AppendLine(CultureInfo.InvariantCulture,
                            $"{read[i].Text}\n    {texts[i]}\n    C# {(failed ? "fails" : Text(expected))}, {engine} {actual.ToJsonString()} for {documents[j].ToJsonString()}");
                    }
                }

                if (read[i].Value.Type is { Kind: WireKind.Boolean, IsNullable: false } && Rule(read[i].Value, documents[j]) is { } rule && (failed ? rule != "error" : rule != Text(expected)))
                {
                    problems.AppendLine(CultureInfo.InvariantCulture, $"{read[i].Text}\n    C# {(failed ? "fails" : Text(expected))}, JSONPath {rule} for {documents[j].ToJsonString()}");
                }
            }
        }

        Assert.True(problems.Length == 0, problems.ToString());
    }

    /// <summary>Every body is refused, with the finding that is given for it: id, the squiggle's text, the arguments.</summary>
    public void Refuses(params (string Type, string Text, string Finding)[] bodies)
    {
        var (_, read) = Read([.. bodies.Select(static body => (body.Type, body.Text))], emit: false);
        Assert.Equal(
            string.Join("\n", bodies.Select(static body => body.Text + "\n    " + body.Finding)),
            string.Join("\n", read.Select(static body => body.Text + "\n    " + string.Join("; ", body.Findings))));
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";

    /// <summary>What the rule of a Choice gives; null where JSONPath has none.</summary>
    private static string? Rule(Expression condition, JsonObject document)
    {
        var findings = new List<DiagnosticInfo>();
        var rule = new JsonPathTranslator(static name => "$." + name, findings.Add).Condition(condition);
        if (findings.Count > 0)
        {
            return null;
        }

        try
        {
            return ChoiceRules.Evaluate(rule, document) ? "true" : "false";
        }
        catch (PathException)
        {
            return "error";
        }
    }

    private static (bool Failed, JsonNode? Json) Run(MethodInfo method, JsonObject document)
    {
        try
        {
            object?[] arguments = [.. method.GetParameters().Select(parameter => document[parameter.Name!] is { } node ? node.Deserialize(parameter.ParameterType, _wire) : null)];
            return (false, JsonSerializer.SerializeToNode(method.Invoke(null, arguments), method.ReturnType, _wire));
        }
        catch (TargetInvocationException)
        {
            return (true, null);
        }
    }

    private static JsonNode? Normalize(JsonNode? node) => node switch
    {
        JsonObject @object => new JsonObject(@object.Where(static member => member.Value is not null).Select(static member => KeyValuePair.Create(member.Key, Normalize(member.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Normalize)]),
        JsonValue when node.GetValueKind() is JsonValueKind.Number => JsonValue.Create(double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture)),
        _ => node?.DeepClone(),
    };

    private (Type? Workflow, List<ReadBody> Bodies) Read((string Type, string Text)[] bodies, bool emit)
    {
        var members = string.Join("\n", bodies.Select((body, index) => $"public static {body.Type} M{index}({parameters}) {(body.Text.StartsWith('{') ? body.Text : "=> " + body.Text + ";")}"));
        var compilation = TestBed.Compile("using System.Text.Json.Serialization;\n" + types, $"using System.Text.Json;\nusing Stepwise;\npublic static class Bodies {{\n{members}\n}}");
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)));
        var tree = compilation.SyntaxTrees.Last();
        var model = compilation.GetSemanticModel(tree);
        var read = new List<ReadBody>();
        foreach (var (syntax, index) in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Select(static (syntax, index) => (syntax, index)))
        {
            var method = (IMethodSymbol)model.GetDeclaredSymbol(syntax)!;
            var context = new ReadingContext(compilation, Naming.CamelCase, CancellationToken.None);
            var value = StateBody.Open(context, method, syntax, model, Body.Reads(context, method)).ReadValue();
            read.Add(new ReadBody(method.Name, bodies[index].Text, value, [.. context.Diagnostics.Where(static finding => finding.Id is not ("ASL304" or "ASL305")).Select(finding => Describe(finding, context))]));
        }

        return (emit ? Assembly.Load(image.ToArray()).GetType("Bodies") : null, read);
    }

    private static string Describe(DiagnosticInfo finding, ReadingContext context)
    {
        var location = context.Locations[finding.Anchor];
        return finding.Id + " «" + location.SourceTree!.GetText().ToString(location.SourceSpan) + "» " + string.Join(": ", (IEnumerable<string>)finding.Arguments);
    }

    private sealed record ReadBody(string Method, string Text, Expression Value, IReadOnlyList<string> Findings);
}
