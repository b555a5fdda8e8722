using System.Globalization;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Translation;

/// <summary>Puts the values of variables where they are read: JSONPath has no variables inside an expression. Nothing that JSONPath can say gives another value when it is evaluated again.</summary>
internal static class JsonPathVariables
{
    /// <summary>The largest expression that is written so, in parts. It is about 100 rules of a Choice: a person would not write more of them for one state.</summary>
    private const int Largest = 500;

    /// <summary>The expression without variables. Null where it would be too large, which is reported.</summary>
    public static Expression? Replace(Expression expression, Action<DiagnosticInfo> report)
    {
        if (!HasVariables(expression))
        {
            return expression;
        }

        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        var values = new Dictionary<string, Expression>(StringComparer.Ordinal);
        var bindings = new List<Binding>();
        Collect(expression);
        foreach (var binding in bindings)
        {
            sizes[binding.Name] = Size(binding.Value, sizes);
            values[binding.Name] = binding.Value;
        }

        var read = new HashSet<string>(StringComparer.Ordinal);
        ExpressionBlocks.AddNames(expression, read);
        if (bindings.Find(binding => !read.Contains(binding.Name) && binding.Value.CanFail()) is { } unread)
        {
            return Refuse(unread, "which nothing reads and which can fail,");
        }

        return Size(expression, sizes) > Largest && bindings.OrderByDescending(binding => sizes[binding.Name]).First() is var largest
            ? Refuse(largest, "whose value would be written again wherever it is read,")
            : ExpressionBlocks.Replace(expression, values);

        void Collect(Expression part)
        {
            if (part is not LetExpression let)
            {
                foreach (var inner in part.Parts())
                {
                    Collect(inner);
                }

                return;
            }

            foreach (var binding in let.Bindings)
            {
                Collect(binding.Value);
                bindings.Add(binding);
            }

            Collect(let.Body);
        }

        Expression? Refuse(Binding binding, string why)
        {
            report(new DiagnosticInfo(
                DiagnosticIds.NeedsJsonata, binding.Anchor, (binding.IsDeclared ? "the variable '" + binding.Name + "', " : "this value, ") + why, JsonPathTranslator.UseJsonata));
            return null;
        }
    }

    private static bool HasVariables(Expression expression) => expression is LetExpression || expression.Parts().Any(HasVariables);

    /// <summary>The number of parts when each variable is its value.</summary>
    private static int Size(Expression expression, Dictionary<string, int> sizes)
    {
        if (expression is LocalExpression local)
        {
            return sizes.TryGetValue(local.Name, out var size) ? size : 1;
        }

        if (expression is LetExpression let)
        {
            return Size(let.Body, sizes);
        }

        long sum = 1;
        foreach (var part in expression.Parts())
        {
            sum += Size(part, sizes);
        }

        return (int)Math.Min(sum, int.MaxValue / 2);
    }
}
