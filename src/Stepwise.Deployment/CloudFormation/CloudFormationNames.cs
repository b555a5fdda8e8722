using System.Globalization;
using System.Text;

namespace Stepwise.Deployment.CloudFormation;

/// <summary>Makes unique logical names of letters and digits.</summary>
/// <param name="taken">The names that are in use.</param>
internal sealed class CloudFormationNames(params string[] taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    public string Add(string name)
    {
        var unique = name;
        for (var number = 2; !_taken.Add(unique); number++)
        {
            unique = name + number.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    /// <summary>Returns a name in CloudFormation's style: <c>NightlyRun</c> for <c>nightly-run</c>.</summary>
    public static string Pascal(string text)
    {
        var result = new StringBuilder();
        var startsWord = true;
        foreach (var c in text)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                result.Append(startsWord ? char.ToUpperInvariant(c) : c);
                startsWord = false;
            }
            else
            {
                startsWord = true;
            }
        }

        return result.ToString();
    }
}
