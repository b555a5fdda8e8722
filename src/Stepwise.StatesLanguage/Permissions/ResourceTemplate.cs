using System.Text;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>
/// Templates of resources. <c>{Name}</c> stands for the value of a parameter. <c>{Name|default}</c> has a default if the parameter is absent. With <c>{Name?}</c>, the whole template is not needed if the parameter is absent.
/// Placeholders such as <c>${Region}</c> stay, because the deployment replaces them. A value that is an ARN replaces all text before it.
/// </summary>
internal static class ResourceTemplate
{
    /// <summary>Returns the ARN for a short form such as <c>glue:job/{JobName}</c>. Two colons mean a resource without an account. Resources of <c>iam</c> and <c>s3</c> have no region.</summary>
    public static string Expand(string shortForm)
    {
        if (shortForm == "*" || shortForm.StartsWith("arn:", StringComparison.Ordinal) || shortForm[0] == '{')
        {
            return shortForm;
        }

        var colon = shortForm.IndexOf(':');
        var service = shortForm.Substring(0, colon);
        var rest = shortForm.Substring(colon + 1);
        return service switch
        {
            "s3" => "arn:${Partition}:s3:::" + rest,
            "iam" => "arn:${Partition}:iam::${AccountId}:" + rest,
            _ when rest[0] == ':' => "arn:${Partition}:" + service + ":${Region}:" + rest,
            _ => "arn:${Partition}:" + service + ":${Region}:${AccountId}:" + rest,
        };
    }

    /// <summary>Returns the names of the parameters in a template.</summary>
    public static IEnumerable<string> Parameters(string template)
    {
        for (var start = NextParameter(template, 0); start >= 0; start = NextParameter(template, start + 1))
        {
            yield return Name(template.Substring(start + 1, template.IndexOf('}', start) - start - 1));
        }
    }

    /// <summary>Replaces the parameters by their values.</summary>
    /// <param name="template">The template.</param>
    /// <param name="arguments">The values.</param>
    /// <param name="doubt">The reason why a value is not known and <c>*</c> stands for it; null if all values are known.</param>
    /// <returns>The text; null if the template is not needed.</returns>
    public static string? Fill(string template, TaskArguments arguments, out Doubt? doubt)
    {
        doubt = null;
        var text = new StringBuilder();
        var position = 0;
        for (var start = NextParameter(template, 0); start >= 0; start = NextParameter(template, position))
        {
            text.Append(template, position, start - position);
            var end = template.IndexOf('}', start);
            var placeholder = template.Substring(start + 1, end - start - 1);
            position = end + 1;
            var name = Name(placeholder);
            if (arguments.Text(name) is { Length: > 0 } value)
            {
                if (IsArn(name, value))
                {
                    text.Clear();
                }

                text.Append(value);
            }
            else if (arguments.Has(name) || placeholder == name)
            {
                doubt ??= Reach.Unknown(arguments, name);
                text.Append('*');
            }
            else if (placeholder[name.Length] == '?')
            {
                return null;
            }
            else
            {
                text.Append(placeholder, name.Length + 1, placeholder.Length - name.Length - 1);
            }
        }

        return text.Append(template, position, template.Length - position).ToString();
    }

    /// <summary>Whether a value is an ARN: its text is one, or it is a substitution and its name or the parameter's name ends with <c>Arn</c>.</summary>
    public static bool IsArn(string parameter, string value)
        => value.StartsWith("arn:", StringComparison.Ordinal)
            || (Substitutions.IsOne(value) && (value.EndsWith("Arn}", StringComparison.Ordinal) || parameter.EndsWith("Arn", StringComparison.OrdinalIgnoreCase)));

    private static string Name(string placeholder)
    {
        var end = placeholder.IndexOfAny(['?', '|']);
        return end < 0 ? placeholder : placeholder.Substring(0, end);
    }

    private static int NextParameter(string template, int from)
    {
        for (var i = template.IndexOf('{', from); i >= 0; i = template.IndexOf('{', i + 1))
        {
            if (i == 0 || template[i - 1] != '$')
            {
                return i;
            }
        }

        return -1;
    }
}
