using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Expressions;
using Stepwise.Generator.Kinds.Choice;
using Stepwise.Generator.Kinds.Wait;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Translation;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>Code that is being typed is read without an exception: each body loses each of its tokens in turn, and every prefix of it is read.</summary>
public class HalfTypedBodyTests
{
    [Fact]
    public void Reading_never_throws()
    {
        var bodies = DifferentialExpressions.All.Where(static (_, index) => index % 20 == 0).Select(static expression => (expression.Type, expression.Text)).Concat(
        [
            ("NextState", "flag ? nameof(A) : n switch { > 1 => nameof(B), _ => s.Ok ? nameof(C) : nameof(A) }"),
            ("NextState", "(flag, n) switch { (true, > 0) => nameof(A), (_, 1 or 2) when s.Ok => nameof(B), _ => nameof(C) }"),
            ("TimeSpan", "flag ? TimeSpan.FromMinutes(n) : TimeSpan.FromSeconds(5)"),
            ("object", "new Amazon.SQS.Model.SendMessageRequest { QueueUrl = Deployed.Queue(\"q\"), MessageAttributes = { [\"k\"] = new() { StringValue = text } } }"),
            ("object", "Asl.Jsonata<int>(\"$length($arg0)\", text, n)"),
        ]).ToList();
        var basis = TestBed.Compile(SampleTypes.Source);
        var cases = 0;
        foreach (var (type, text) in bodies)
        {
            var tokens = SyntaxFactory.ParseTokens(text).Where(static token => !token.IsKind(SyntaxKind.EndOfFileToken)).ToList();
            var variants = new List<string> { text };
            for (var i = 0; i < tokens.Count; i++)
            {
                variants.Add(string.Concat(tokens.Select((token, index) => index == i ? " " : token.ToFullString())));
                variants.Add(string.Concat(tokens.Take(i).Select(static token => token.ToFullString())));
            }

            foreach (var variant in variants)
            {
                Read(basis.AddSyntaxTrees(CSharpSyntaxTree.ParseText(
                    "using Stepwise; using Samples;\npublic static class Workflow { public static void A() { } public static void B() { } public static void C() { }\n"
                    + $"public static {type} State({SampleTypes.Parameters}) => {variant};\n}}",
                    TestBed.ParseOptions)));
                cases++;
            }
        }

        Assert.True(cases > 1000);
    }

    private static void Read(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees.Last();
        var model = compilation.GetSemanticModel(tree);
        foreach (var syntax in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            var method = (IMethodSymbol)model.GetDeclaredSymbol(syntax)!;
            var context = new ReadingContext(compilation, Naming.CamelCase, CancellationToken.None);
            var reads = Body.Reads(context, method);
            Expression[] values =
            [
                StateBody.Open(context, method, syntax, model, reads).ReadValue(),
                StateBody.Open(context, method, syntax, model, reads, BodyKind.ServiceArguments).ReadValue(),
                WaitReader.ReadTime(StateBody.Open(context, method, syntax, model, reads), context.Types.Read(method.ReturnType)),
                .. ChoiceArmReader.Read(context, StateBody.Open(context, method, syntax, model, reads)).Select(static arm => arm.Condition).OfType<Expression>(),
            ];
            foreach (var value in values)
            {
                var jsonata = new JsonataTranslator(static name => "$" + name, static _ => { });
                jsonata.Translate(value);
                jsonata.Template(value);
                var jsonPath = new JsonPathTranslator(static name => "$." + name, static _ => { });
                jsonPath.TemplateObject(value);
                jsonPath.Member("x", value);
                if (value.Type.Kind is WireKind.Boolean)
                {
                    jsonPath.Condition(value);
                }
            }
        }
    }
}
