using System.Text.RegularExpressions;

namespace Stepwise.Catalogue;

/// <summary>
/// The names that Step Functions has for what a model of an API names. They are the names of the AWS SDK for Java 2, with a capital first letter.
/// The rules for errors are those of the SDK's code generator.
/// </summary>
internal static partial class WireNames
{
    private const string Exception = "Exception";
    private const string Fault = "Fault";

    /// <summary>The name of a service: <c>CloudWatch Logs</c> becomes <c>cloudwatchlogs</c>.</summary>
    public static string Service(string serviceId) => WithoutAffixes(serviceId.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), "AWS").ToLowerInvariant();

    /// <summary>The name of an action: <c>CreateDBSnapshot</c> becomes <c>createDBSnapshot</c>.</summary>
    public static string Action(string operation) => char.ToLowerInvariant(operation[0]) + operation[1..];

    /// <summary>
    /// The name of a member. Capitals that lead are one word, except the last one if a small letter follows it: <c>SNSTopicArn</c> becomes <c>SnsTopicArn</c>. Other capitals stay: <c>ChecksumCRC32</c>.
    /// </summary>
    public static string Member(string member)
    {
        var end = 1;
        while (end < member.Length && char.IsAsciiLetterUpper(member[end]) && !(end + 1 < member.Length && char.IsAsciiLetterLower(member[end + 1])))
        {
            end++;
        }

        return char.IsAsciiLetterUpper(member[0])
            ? member[0] + member[1..end].ToLowerInvariant() + member[end..]
            : char.ToUpperInvariant(member[0]) + member[1..];
    }

    /// <summary>The part of an error's name before the dot: <c>DynamoDB</c> becomes <c>DynamoDb</c>.</summary>
    public static string ErrorPrefix(string serviceId) => WithoutAffixes(Pascal(serviceId), "Aws");

    /// <summary>The part of an error's name after the dot: <c>DBInstanceNotFoundFault</c> becomes <c>DbInstanceNotFoundException</c>.</summary>
    public static string Error(string shape) =>
        shape.EndsWith(Fault, StringComparison.Ordinal) ? Pascal(shape[..^Fault.Length]) + Exception
        : shape.EndsWith(Exception, StringComparison.Ordinal) ? Pascal(shape)
        : Pascal(shape) + Exception;

    private static string WithoutAffixes(string name, string aws)
    {
        name = name.StartsWith("Amazon", StringComparison.Ordinal) ? name["Amazon".Length..] : name;
        name = name.StartsWith(aws, StringComparison.Ordinal) ? name[aws.Length..] : name;
        return name.EndsWith("Service", StringComparison.Ordinal) ? name[..^"Service".Length] : name;
    }

    private static string Pascal(string name)
    {
        name = NotAlphanumeric().Replace(name, " ");
        name = SmallVersion().Replace(name, "$1 v$2 ");
        name = CapitalVersion().Replace(name, "$1 V$2 ");
        name = CamelCase().Replace(name, " ");
        name = Acronym().Replace(name, "$1 $2");
        name = AfterDigit().Replace(name, "$1 $2");
        return string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant()));
    }

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotAlphanumeric();

    [GeneratedRegex("([^a-z]{2,})v([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex SmallVersion();

    [GeneratedRegex("([^A-Z]{2,})V([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex CapitalVersion();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z]([a-zA-Z]|[0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex CamelCase();

    [GeneratedRegex("([A-Z]+)([A-Z][a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Acronym();

    [GeneratedRegex("([0-9])([a-zA-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex AfterDigit();
}
