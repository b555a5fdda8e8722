using System.Globalization;
using System.Text.RegularExpressions;
using Stepwise.Generator.Model;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Translation;

/// <summary>Names the variables of JSONata blocks. A name hides no function, no value that the expression reads, and no variable of a block around it.</summary>
internal sealed class BlockVariables
{
    private static readonly Regex _variable = new(@"\$([A-Za-z_][A-Za-z0-9_]*)", RegexOptions.CultureInvariant);

    private static readonly Regex _argument = new("^arg[0-9]+$", RegexOptions.CultureInvariant);

    /// <summary>The names that are read anywhere in the expression, without the dollar.</summary>
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>The names of the blocks that are open.</summary>
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <param name="expression">The whole expression.</param>
    /// <param name="resolve">What reads a value of the workflow.</param>
    public BlockVariables(Expression expression, Func<string, string> resolve)
    {
        var rest = new Stack<Expression>();
        rest.Push(expression);
        while (rest.Count > 0)
        {
            var part = rest.Pop();
            switch (part)
            {
                case ValueExpression value:
                    AddRead(resolve(value.Name));
                    break;
                case RawJsonataExpression raw:
                    AddRead(raw.Text);
                    for (var i = 0; i < raw.Arguments.Count; i++)
                    {
                        _read.Add(Argument(i));
                    }

                    break;
            }

            foreach (var inner in part.Parts())
            {
                rest.Push(inner);
            }
        }
    }

    /// <summary>The name of an argument of the author's own JSONata, without the dollar.</summary>
    public static string Argument(int index) => "arg" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a variable of that name would be hidden from the arguments of the author's own JSONata.</summary>
    public static bool IsArgument(string name) => _argument.IsMatch(name);

    /// <summary>A name for a variable, with the dollar: the wanted one where it is free. It is taken until it is released.</summary>
    public string Declare(string wanted)
    {
        var name = JsonataLibrary.IsTaken(wanted) ? wanted + "Value" : wanted;
        var free = name;
        for (var i = 2; _read.Contains(free) || JsonataLibrary.IsTaken(free) || !_open.Add(free); i++)
        {
            free = name + i.ToString(CultureInfo.InvariantCulture);
        }

        return "$" + free;
    }

    /// <summary>Frees a name at the end of its block.</summary>
    public void Release(string variable) => _open.Remove(variable.Substring(1));

    private void AddRead(string jsonata)
    {
        foreach (Match match in _variable.Matches(jsonata))
        {
            _read.Add(match.Groups[1].Value);
        }
    }
}
