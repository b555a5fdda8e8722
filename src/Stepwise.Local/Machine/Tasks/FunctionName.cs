using System.Text;

namespace Stepwise.Local.Machine.Tasks;

/// <summary>Finds the name of a Lambda function in a field of a definition or in an argument.</summary>
internal static class FunctionName
{
    private const string InArn = "function:";
    private const string Suffix = "FunctionArn";

    /// <summary>The name in a function's ARN, a part of it, or the name with a version or an alias.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The name. A substitution that was not replaced, such as <c>${ValidateCampaignFunctionArn}</c>, is its own name.</returns>
    public static string Of(string text)
    {
        if (IsSubstitution(text))
        {
            return text;
        }

        var start = text.IndexOf(InArn, StringComparison.Ordinal);
        var name = start < 0 ? text : text[(start + InArn.Length)..];
        var qualifier = name.IndexOf(':', StringComparison.Ordinal);
        return qualifier < 0 ? name : name[..qualifier];
    }

    /// <summary>Whether a text is a substitution for a function's ARN.</summary>
    public static bool IsSubstitution(string text)
        => text.EndsWith(Suffix, StringComparison.Ordinal) || (text.StartsWith("${", StringComparison.Ordinal) && text.EndsWith(Suffix + "}", StringComparison.Ordinal));

    /// <summary>Whether a substitution stands for a function of a name: <c>${ValidateCampaignFunctionArn}</c> for <c>validate-campaign</c>.</summary>
    public static bool IsSubstitutionOf(string substitution, string functionName)
        => Letters(substitution.TrimStart('$', '{').TrimEnd('}')[..^Suffix.Length]) == Letters(functionName);

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                letters.Append(char.ToLowerInvariant(character));
            }
        }

        return letters.ToString();
    }
}
