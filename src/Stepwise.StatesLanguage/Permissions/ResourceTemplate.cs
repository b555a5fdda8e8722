using System.Text;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>
/// Texts with the values of parameters in them: <c>{Name}</c> is a parameter, <c>{Name|default}</c> has a value when it is absent, and with <c>{Name?}</c> the whole text is not needed when it is absent.
/// Placeholders of deployment such as <c>${Region}</c> stay. A value that is an ARN replaces all that stands before it.
/// </summary>
internal static class ResourceTemplate
{
    /// <summary>The whole ARN for a short form such as <c>glue:job/{JobName}</c>. Two colons stand for resources without account; <c>iam</c> has no region, <c>s3</c> neither.</summary>
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

    /// <summary>The parameters that a template names.</summary>
    public static IEnumerable<string> Parameters(string template)
    {
        for (var start = NextParameter(template, 0); start >= 0; start = NextParameter(template, start + 1))
        {
            yield return Name(template.Substring(start + 1, template.IndexOf('}', start) - start - 1));
        }
    }

    /// <summary>Puts the values in.</summary>
    /// <param name="template">The template.</param>
    /// <param name="arguments">The values.</param>
    /// <param name="doubt">Why a value is not known, for which a <c>*</c> stands; null if all are known.</param>
    /// <returns>The text; null when it is not needed.</returns>
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

    /// <summary>Whether a value is an ARN: by its text, or a substitution that is one by its name or by the parameter's.</summary>
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
