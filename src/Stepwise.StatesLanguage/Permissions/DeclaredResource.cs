using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>A resource that a user declares for a state: an ARN, which can contain substitutions and wildcards, or one substitution.</summary>
internal static class DeclaredResource
{
    private const string Form = "arn:aws:sns:eu-west-1:123456789012:orders, or a substitution such as ${OrdersTopicArn}";

    private static readonly Regex _substitution = new(@"\$\{[A-Za-z0-9]+\}", RegexOptions.CultureInvariant);
    private static readonly Regex _partition = new(@"^(aws|aws-[a-z]+(-[a-z]+)*|X)\z", RegexOptions.CultureInvariant);
    private static readonly Regex _service = new(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant);
    private static readonly Regex _region = new(@"^([a-z]{2,4}(-[a-z]+)+-[0-9]+|\*|X)?\z", RegexOptions.CultureInvariant);
    private static readonly Regex _account = new(@"^([0-9]{12}|aws|\*|X)?\z", RegexOptions.CultureInvariant);

    /// <summary>Checks the text of a declared resource.</summary>
    /// <param name="text">The text.</param>
    /// <param name="error">What is wrong and what to write instead, without a full stop; null if the text is valid.</param>
    /// <returns>Whether the text is valid.</returns>
    public static bool TryValidate(string text, [NotNullWhen(false)] out string? error)
    {
        error = Problem(text);
        return error is null;
    }

    private static string? Problem(string text)
    {
        // The check replaces each substitution by one letter, because substitutions contain no colon and no space.
        var plain = _substitution.Replace(text, "X");
        if (plain.IndexOf("${", StringComparison.Ordinal) >= 0)
        {
            return "a substitution has letters and digits between its braces, such as ${OrdersTopicArn}";
        }

        if (plain == "X" && text != "X")
        {
            return null;
        }

        if (plain == "*")
        {
            return "everything is what the policy has without it; name the resources, such as " + Form;
        }

        var parts = plain.Split([':'], 6);
        return parts[0] != "arn" || parts.Length < 6 ? "it is an ARN of six parts, such as " + Form
            : plain.Any(char.IsWhiteSpace) ? "an ARN has no spaces"
            : !_partition.IsMatch(parts[1]) ? $"the partition of an ARN is aws, aws-cn or aws-us-gov, not '{parts[1]}'"
            : !_service.IsMatch(parts[2]) ? $"the service of an ARN is one such as sns or dynamodb, not '{parts[2]}'"
            : !_region.IsMatch(parts[3]) ? $"the region of an ARN is one such as eu-west-1, a substitution, * or empty, not '{parts[3]}'"
            : !_account.IsMatch(parts[4]) ? $"the account of an ARN has twelve digits, or is a substitution, * or empty, not '{parts[4]}'"
            : parts[5].Length == 0 ? "the ARN names no resource after its account"
            : null;
    }

    /// <summary>Whether the text of a resource shows that it is of a kind such as <c>glue:job/</c>.</summary>
    internal static bool IsOf(string kind, string text)
    {
        if (Substitutions.IsOne(text))
        {
            return text.EndsWith(ThingOf(kind) + "Arn}", StringComparison.OrdinalIgnoreCase);
        }

        var parts = Substitutions.Split(text, ':', 6);
        return parts.Count == 6 && parts[0] == "arn" && (parts[2] + ":" + parts[5]).StartsWith(kind, StringComparison.Ordinal);
    }

    /// <summary>Returns the form of the ARNs of a kind, for messages.</summary>
    internal static string FormOf(string kind)
    {
        var colon = kind.IndexOf(':');
        var service = kind.Substring(0, colon);
        var place = service switch
        {
            "s3" => ":",
            "iam" => ":ACCOUNT",
            "bedrock" when kind.EndsWith(":foundation-model/", StringComparison.Ordinal) => "REGION:",
            _ => "REGION:ACCOUNT",
        };
        return $"arn:aws:{service}:{place}:{kind.Substring(colon + 1)}NAME";
    }

    /// <summary>Returns the word with which the name of a substitution shows a kind: <c>role</c> for <c>iam:role/</c>.</summary>
    private static string ThingOf(string kind) => kind switch
    {
        "sns:" => "Topic",
        "sqs:" => "Queue",
        "s3:" => "Bucket",
        _ => kind.Substring(kind.IndexOf(':') + 1).TrimEnd('/', ':').Replace("-", ""),
    };
}
