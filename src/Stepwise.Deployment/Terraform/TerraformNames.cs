using System.Globalization;
using System.Text;

namespace Stepwise.Deployment.Terraform;

/// <summary>Makes names of variables and labels of resources: lower case, with underscores, and unique.</summary>
internal sealed class TerraformNames
{
    // A module block has arguments of these names of its own. "for" begins an expression where it is the first key of an object.
    private readonly HashSet<string> _taken;

    public TerraformNames(params string[] taken) => _taken =
        new(["source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals", "for", .. taken], StringComparer.Ordinal);

    public string Add(string text)
    {
        var name = Snake(text);
        var unique = name;
        for (var number = 2; !_taken.Add(unique); number++)
        {
            unique = name + "_" + number.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    /// <summary>Returns a name in Terraform's style: <c>log_group_name</c> for <c>LogGroupName</c>.</summary>
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
