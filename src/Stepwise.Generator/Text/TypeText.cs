using System.Text;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Text;

/// <summary>A type as a message names it: without namespaces.</summary>
internal static class TypeText
{
    public static string Of(WireType type)
    {
        var name = type.Name;
        var result = new StringBuilder(name.Length);
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && (char.IsLetterOrDigit(name[i]) || name[i] is '_' or '.' or ':' or '@'))
            {
                continue;
            }

            var word = name.Substring(start, i - start);
            var dot = Math.Max(word.LastIndexOf('.'), word.LastIndexOf(':'));
            result.Append(dot >= 0 ? word.Substring(dot + 1) : word);
            if (i < name.Length)
            {
                result.Append(name[i]);
            }

            start = i + 1;
        }

        return type.IsNullable ? result.Append('?').ToString() : result.ToString();
    }
}
