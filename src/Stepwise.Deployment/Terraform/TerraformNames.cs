using System.Text;

namespace Stepwise.Deployment.Terraform;

/// <summary>Names of variables and labels of resources: lower case with underscores, each once.</summary>
internal sealed class TerraformNames
{
    // Terraform keeps these for itself in module blocks, and the rest are the module's own.
    private readonly HashSet<string> _taken;

    public TerraformNames(params string[] taken) => _taken =
        new(["source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals", .. taken], StringComparer.Ordinal);

    public string Add(string text)
    {
        var name = Snake(text);
        var unique = name;
        for (var number = 2; !_taken.Add(unique); number++)
        {
            unique = name + "_" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return unique;
    }

    /// <summary>A name in Terraform's style: <c>LogGroupName</c> is <c>log_group_name</c>.</summary>
    public static string Snake(string text)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= 'A' and <= 'Z')
            {
                var startsWord = i > 0 && (text[i - 1] is (>= 'a' and <= 'z') or (>= '0' and <= '9') || (i + 1 < text.Length && text[i + 1] is >= 'a' and <= 'z'));
                if (startsWord && result.Length > 0 && result[result.Length - 1] != '_')
                {
                    result.Append('_');
                }

                result.Append((char)(c | 0x20));
            }
            else
            {
                result.Append(c is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? c : '_');
            }
        }

        return result.Length == 0 || result[0] is >= '0' and <= '9' ? "_" + result : result.ToString();
    }
}
