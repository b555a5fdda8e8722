using Stepwise.Generator.Text;
using Stepwise.Json;

namespace Stepwise.Generator.Triggers;

/// <summary>A path into an event, in the subset of JSONPath that EventBridge supports.</summary>
internal static class EventPath
{
    private const string Fields = "version, id, detail-type, source, account, time, region, resources, detail";

    /// <summary>Returns what is wrong with a path, or null if it is valid.</summary>
    public static string? Problem(string path)
    {
        if (path.Length == 0 || path[0] != '$')
        {
            return "a path must begin with $, such as $.detail.campaignId";
        }

        for (var i = 1; i < path.Length;)
        {
            var end = i + 1;
            if (path[i] == '.')
            {
                while (end < path.Length && path[end] is not ('.' or '['))
                {
                    if (!IsNameCharacter(path[end]))
                    {
                        return "a name in a path can have A-Z, a-z, 0-9, -, _, / and *, but not '" + path[end] + "'";
                    }

                    end++;
                }

                if (end == i + 1)
                {
                    return "a name must follow the dot";
                }
            }
            else if (path[i] == '[')
            {
                end = path.IndexOf(']', i) + 1;
                if (end == 0 || !IsIndex(path.Substring(i + 1, end - i - 2)))
                {
                    return "brackets must contain an index or *, such as $.resources[0]; write a name after a dot";
                }
            }
            else
            {
                return "a dot and a name must follow $, such as $.detail.campaignId";
            }

            i = end;
        }

        var field = FieldOf(path);
        return field is null || field == "*" || Array.IndexOf(Fields.Split([", "], StringSplitOptions.None), field) >= 0
            ? null
            : "an event has no field '" + field + "', only " + Fields + "; the data of its sender is in $.detail";
    }

    /// <summary>Returns the kind of value that a path selects in every event, or null if it depends on the sender.</summary>
    public static JsonKind? KindOf(string path) => path switch
    {
        "$" or "$.detail" => JsonKind.Object,
        "$.resources" => JsonKind.Array,
        "$.version" or "$.id" or "$.detail-type" or "$.source" or "$.account" or "$.time" or "$.region" => JsonKind.String,
        _ => path.StartsWith("$.resources[", StringComparison.Ordinal) && path.IndexOf('*') < 0 ? JsonKind.String : null,
    };

    /// <summary>Returns the kind of value of a placeholder that EventBridge defines, or null for any other placeholder.</summary>
    public static JsonKind? KindOfPredefined(string placeholder) => placeholder switch
    {
        "aws.events.rule-arn" or "aws.events.rule-name" or "aws.events.event.ingestion-time" => JsonKind.String,
        "aws.events.event" or "aws.events.event.json" => JsonKind.Object,
        _ => null,
    };

    private static string? FieldOf(string path)
    {
        if (!path.StartsWith("$.", StringComparison.Ordinal))
        {
            return null;
        }

        var end = path.IndexOfAny(['.', '['], 2);
        return end < 0 ? path.Substring(2) : path.Substring(2, end - 2);
    }

    private static bool IsIndex(string text)
    {
        if (text == "*")
        {
            return true;
        }

        foreach (var character in text)
        {
            if (character is < '0' or > '9')
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static bool IsNameCharacter(char character) =>
        Ascii.IsLetterOrDigit(character) || character is '-' or '_' or '/' or '*';
}
