using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Expressions;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Tests.Signatures;

/// <summary>The type that is found without binding is the one that the compiler infers, question mark included; where it might not be, none is found.</summary>
public class ParameterPathTests
{
    [Theory]
    [InlineData("inner")]
    [InlineData("inner.Name")]
    [InlineData("inner.Nick")]
    [InlineData("inner.Count")]
    [InlineData("inner.Maybe")]
    [InlineData("inner.Names")]
    [InlineData("outer.Inner.Nick")]
    [InlineData("outer.Opt")]
    [InlineData("outer.Extra")]
    [InlineData("derived.Flag")]
    [InlineData("box.Value")]
    [InlineData("boxOfNullable.Value")]
    [InlineData("opt")]
    [InlineData("oblivious.A")]
    public void Finds_what_the_compiler_infers(string expression)
    {
        var (found, inferred) = TypesOf(expression);

        Assert.Equal(inferred, found, SymbolEqualityComparer.Default);
        Assert.Equal(inferred?.NullableAnnotation is NullableAnnotation.Annotated, found?.NullableAnnotation is NullableAnnotation.Annotated);
    }

    [Theory]
    [InlineData("opt.Name")]
    [InlineData("opt!.Name")]
    [InlineData("maybe.Value")]
    [InlineData("outer.Field")]
    [InlineData("Outer.Shared")]
    [InlineData("attributes.A")]
    [InlineData("attributes.B")]
    [InlineData("missing")]
    [InlineData("inner.Missing")]
    [InlineData("$\"{inner.Name}\"")]
    public void Leaves_the_rest_to_the_compiler(string expression) => Assert.Null(TypesOf(expression).Found);

    private static (ITypeSymbol? Found, ITypeSymbol? Inferred) TypesOf(string expression)
    {
        var compilation = TestBed.Compile($$"""
            using System.Diagnostics.CodeAnalysis;

            public record Inner(string Name, string? Nick, int Count, int? Maybe, List<string?> Names);
            public record Outer(Inner Inner, Inner? Opt, bool Flag) { public string Extra => ""; public string Field = ""; public static int Shared => 1; }
            public record Derived(Inner Inner, Inner? Opt, bool Flag) : Outer(Inner, Opt, Flag);
            public record Box<T>(T Value);
            public record Attributes([property: MaybeNull] string A, [property: NotNull] string? B);
            #nullable disable
            public record Oblivious(string A);
            #nullable restore

            public static class Workflow
            {
                public static object End(Inner inner, Outer outer, Derived derived, Box<string> box, Box<string?> boxOfNullable, Inner? opt, int? maybe, Oblivious oblivious, Attributes attributes) =>
                    new { Value = {{expression}} };
            }
            """);
        var tree = compilation.SyntaxTrees.Last();
        var model = compilation.GetSemanticModel(tree);
        var syntax = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(static method => method.Identifier.ValueText == "End");
        var creation = syntax.DescendantNodes().OfType<AnonymousObjectCreationExpressionSyntax>().Single();
        var property = model.GetTypeInfo(creation).Type!.GetMembers("Value").OfType<IPropertySymbol>().Single();
        return (ParameterPath.TypeOf(creation.Initializers[0].Expression, model.GetDeclaredSymbol(syntax)!, compilation, CancellationToken.None), property.Type);
    }
}
