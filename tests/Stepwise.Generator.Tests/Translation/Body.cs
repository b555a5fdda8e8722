using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Expressions;
using Stepwise.Generator.Kinds.Choice;
using Stepwise.Generator.Kinds.Wait;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>A body that has been read, and what was found on the way.</summary>
internal sealed class Body
{
    private readonly ReadingContext _context;
    private readonly List<DiagnosticInfo> _found = [];

    private Body(ReadingContext context, Expression? value, EquatableArray<ChoiceArm> arms)
    {
        _context = context;
        Value = value;
        Arms = arms;
    }

    public Expression? Value { get; }

    public EquatableArray<ChoiceArm> Arms { get; }

    /// <summary>What reading and translating found: id, the squiggle's text, the arguments.</summary>
    public IReadOnlyList<string> Findings =>
        [.. _context.Diagnostics.Concat(_found).Select(finding => finding.Id + " «" + TextAt(finding.Anchor) + "» " + string.Join(": ", (IEnumerable<string>)finding.Arguments))];

    public IReadOnlyList<DiagnosticInfo> Diagnostics => [.. _context.Diagnostics, .. _found];

    public static Body ReadValue(string returnType, string body, BodyKind kind = BodyKind.Data, string parameters = SampleTypes.Parameters)
    {
        var (context, method, syntax, model, reads) = Prepare(returnType, parameters, AsBody(body));
        return new Body(context, StateBody.Open(context, method, syntax, model, reads, kind).ReadValue(), default);
    }

    /// <summary>Reads a body beside another assembly: a project, as the IDE has it, or a file, as a build has it.</summary>
    public static Body ReadBeside(string library, bool isProject, string returnType, string body, string parameters)
    {
        var other = TestBed.Compile(library).WithAssemblyName("Library");
        var (context, method, syntax, model, reads) = Prepare(returnType, parameters, AsBody(body), isProject ? other.ToMetadataReference() : Image(other));
        return new Body(context, StateBody.Open(context, method, syntax, model, reads).ReadValue(), default);

        static PortableExecutableReference Image(CSharpCompilation compilation)
        {
            using var image = new MemoryStream();
            Assert.True(compilation.Emit(image).Success);
            return MetadataReference.CreateFromImage(image.ToArray());
        }
    }

    public static Body ReadWait(string returnType, string body, string parameters = SampleTypes.Parameters)
    {
        var (context, method, syntax, model, reads) = Prepare(returnType, parameters, AsBody(body));
        return new Body(context, WaitReader.ReadTime(StateBody.Open(context, method, syntax, model, reads), context.Types.Read(method.ReturnType)), default);
    }

    public static Body ReadChoice(string body)
    {
        var (context, method, syntax, model, reads) = Prepare("NextState", SampleTypes.Parameters, AsBody(body));
        return new Body(context, null, ChoiceArmReader.Read(context, StateBody.Open(context, method, syntax, model, reads)));
    }

    /// <summary>The body of a method: an expression, or a block with its braces.</summary>
    public static string AsBody(string text) => text.StartsWith('{') ? text : " => " + text + ";";

    public void Report(DiagnosticInfo finding) => _found.Add(finding);

    public static CSharpCompilation Compile(string members) => TestBed.Compile(SampleTypes.Source, $$"""
        using Stepwise;
        using Samples;
        using System.Globalization;
        using System.Text.Json;

        namespace Bodies;

        public static class Workflow
        {
            public const int Limit = 10;
            public const string Prefix = "pre";
            public static readonly int Computed = 3;
            public static void A() { }
            public static void B() { }
            public static void C() { }
            {{members}}
        }
        """);

    private static (ReadingContext Context, IMethodSymbol Method, MethodDeclarationSyntax Syntax, SemanticModel Model, Dictionary<string, Expression> Reads) Prepare(
        string returnType, string parameters, string body, params MetadataReference[] references)
    {
        var compilation = Compile($"public static {returnType} State({parameters}){body}").AddReferences(references);
        var tree = compilation.SyntaxTrees.Last();
        var syntax = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First(static method => method.Identifier.ValueText == "State");
        var model = compilation.GetSemanticModel(tree);
        var method = model.GetDeclaredSymbol(syntax)!;
        var context = new ReadingContext(compilation, Naming.CamelCase, CancellationToken.None);
        return (context, method, syntax, model, Reads(context, method));
    }

    public static Dictionary<string, Expression> Reads(ReadingContext context, IMethodSymbol method)
    {
        var reads = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var parameter in method.Parameters)
        {
            var type = context.Types.Read(parameter.Type);
            reads[parameter.Name] = type.Kind switch
            {
                WireKind.Context => new ContextExpression("", type, 0),
                WireKind.TaskToken => new ContextExpression("Task.Token", type, 0),
                _ => new ValueExpression(parameter.Name, type, 0),
            };
        }

        return reads;
    }

    private string TextAt(int anchor)
    {
        var location = _context.Locations[anchor];
        return location.SourceTree!.GetText().ToString(location.SourceSpan);
    }
}
