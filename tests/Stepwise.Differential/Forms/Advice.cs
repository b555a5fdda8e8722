using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stepwise.Differential.Forms;

/// <summary>A piece of advice that the generator's source gives for what has no counterpart.</summary>
/// <param name="Text">The text, with <c>…</c> for what is computed.</param>
/// <param name="Place">The file and the line.</param>
internal sealed record Advice(string Text, string Place)
{
    private const string Computed = "…";

    /// <summary>Whether a message gives it.</summary>
    /// <param name="message">The message.</param>
    public bool IsIn(string message) =>
        Regex.IsMatch(message, string.Join(".*", Text.Split(Computed).Select(Regex.Escape)), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>All advice in the source of the generator: the last argument wherever an expression is refused.</summary>
    /// <param name="folder">The folder of the source.</param>
    public static IReadOnlyList<Advice> Find(string folder)
    {
        var trees = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Where(static file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("\\obj\\", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file)).ToList();
        var methods = trees.SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()).ToLookup(static method => method.Identifier.ValueText, StringComparer.Ordinal);
        var constants = trees.SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<FieldDeclarationSyntax>())
            .Where(static field => field.Modifiers.Any(SyntaxKind.ConstKeyword)).SelectMany(static field => field.Declaration.Variables)
            .ToLookup(static variable => variable.Identifier.ValueText, static variable => variable.Initializer!.Value, StringComparer.Ordinal);
        return
        [
            .. trees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsRefusal).SelectMany(call =>
                Texts(call.ArgumentList.Arguments[^1].Expression, methods, constants, depth: 0)
                    .Where(static text => text.Replace(Computed, "", StringComparison.Ordinal).Trim().Length > 0)
                    .Select(text => new Advice(text, $"{Path.GetRelativePath(folder, tree.FilePath)}:{call.GetLocation().GetLineSpan().StartLinePosition.Line + 1}")))),
        ];
    }

    private static bool IsRefusal(InvocationExpressionSyntax call)
    {
        var name = call.Expression switch
        {
            IdentifierNameSyntax simple => simple.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            _ => "",
        };
        return name == "Refuse" && call.ArgumentList.Arguments.Count > 2 || name == "Report" && call.ArgumentList.Arguments is [{ Expression: var id }, _, _, ..] && id.ToString().EndsWith(".UnsupportedExpression", StringComparison.Ordinal);
    }

    /// <summary>The texts that an expression can give.</summary>
    private static IEnumerable<string> Texts(ExpressionSyntax expression, ILookup<string, MethodDeclarationSyntax> methods, ILookup<string, ExpressionSyntax> constants, int depth)
    {
        IEnumerable<string> Inner(ExpressionSyntax inner) => Texts(inner, methods, constants, depth + 1);

        switch (expression)
        {
            case LiteralExpressionSyntax { Token.Value: string text }:
                return [text];
            case ParenthesizedExpressionSyntax parenthesized:
                return Inner(parenthesized.Expression);
            case InterpolatedStringExpressionSyntax interpolated:
                var pieces = new StringBuilder();
                foreach (var content in interpolated.Contents)
                {
                    pieces.Append(content is InterpolatedStringTextSyntax piece ? piece.TextToken.ValueText : Computed);
                }

                return [pieces.ToString()];
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                return [.. Inner(sum.Left).SelectMany(left => Inner(sum.Right).Select(right => left + right))];
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                return [.. Inner(coalesce.Left), .. Inner(coalesce.Right)];
            case ConditionalExpressionSyntax conditional:
                return [.. Inner(conditional.WhenTrue), .. Inner(conditional.WhenFalse)];
            case SwitchExpressionSyntax @switch:
                return [.. @switch.Arms.SelectMany(arm => Inner(arm.Expression))];
            case IdentifierNameSyntax name when constants[name.Identifier.ValueText].FirstOrDefault() is { } constant:
                return Inner(constant);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax, Name.Identifier.ValueText: "Format" } } format when format.ArgumentList.Arguments is [_, { Expression: LiteralExpressionSyntax { Token.Value: string template } }, ..]:
                return [Regex.Replace(template, @"\{[^}]*\}", Computed, RegexOptions.CultureInvariant)];
            case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Shorten" or "Minimal" } }:
                return [Computed];
            case InvocationExpressionSyntax { Expression: IdentifierNameSyntax called } when depth < 4 && methods[called.Identifier.ValueText].FirstOrDefault() is { } method && method.ReturnType.ToString() == "string":
                var results = method.ExpressionBody is { } body
                    ? [body.Expression]
                    : method.Body!.DescendantNodes().OfType<ReturnStatementSyntax>().Select(static @return => @return.Expression!);
                return [.. results.SelectMany(Inner)];
            default:
                return [Computed];
        }
    }
}
