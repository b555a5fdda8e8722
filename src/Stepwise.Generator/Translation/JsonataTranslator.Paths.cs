using System.Globalization;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Translation;

/// <content>Paths, and the tests that must come before a path that may be missing.</content>
internal sealed partial class JsonataTranslator
{
    private string Path(Expression path)
    {
        switch (path)
        {
            case ValueExpression value:
                return resolve(value.Name);
            case LocalExpression local:
                return Variable(local);
            case ContextExpression context:
                return context.Path.Length == 0 ? "$states.context" : "$states.context." + context.Path;
            case MemberExpression member:
                var target = Target(member.Target);
                return JsonataText.Name(member.WireName) is { } name ? target + "." + name : "$lookup(" + target + ", " + JsonataText.Quote(member.WireName) + ")";
            case ElementExpression { Target: ElementExpression } element:
                return "(" + Target(element.Target) + ")[" + Number(element.Index) + "]";
            case ElementExpression element:
                return Target(element.Target) + "[" + Number(element.Index) + "]";
            default:
                return Target(path);
        }
    }

    private string Target(Expression target) => target.IsPath() ? Path(target) : Value(target) switch
    {
        { Strength: JsonataFragment.Primary } primary => primary.Text,
        var other => "(" + other.Text + ")",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The variables of a path that may never have been assigned: to read one fails, but <c>$exists</c> may ask.</summary>
    private List<string> VariableGuards(Expression path)
    {
        var result = new List<string>();
        foreach (var step in path.Steps())
        {
            if (step is ValueExpression { Type.IsNullable: true } value)
            {
                var text = resolve(value.Name);
                if (text.IndexOf('.') < 0 && !IsPresent(text))
                {
                    result.Add("$exists(" + text + ")");
                }
            }
        }

        return result;
    }

    /// <summary>The tests that a path leads to a value, which may be null.</summary>
    private List<string> Exists(Expression path)
    {
        var guards = VariableGuards(path);
        var own = "$exists(" + Path(path) + ")";
        if (!guards.Contains(own))
        {
            guards.Add(own);
        }

        return guards;
    }

    /// <summary>The tests that a value exists and is not null. From here on, the path counts as tested.</summary>
    private List<string> NotNull(Expression operand)
    {
        var path = Path(operand);
        if (IsPresent(path))
        {
            return [];
        }

        var isThere = operand is LocalExpression || (operand is MemberExpression { IsAlwaysPresent: true } && !operand.MayBeMissing());
        var guards = isThere ? VariableGuards(operand) : Exists(operand);
        guards.Add(path + " != null");
        AddPresent(operand);
        return guards;
    }

    private bool IsPresent(string path) => _present.Contains(path);

    private void AddPresent(Expression path)
    {
        foreach (var step in path.Steps())
        {
            _present.Add(Path(step));
        }
    }
}
