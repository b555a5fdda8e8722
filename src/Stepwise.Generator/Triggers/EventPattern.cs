using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Stepwise.Json;

namespace Stepwise.Generator.Triggers;

/// <summary>Checks an event pattern as EventBridge does when a rule is created. A pattern is an object whose fields are objects or arrays. An array lists what matches: values and filters.</summary>
internal sealed class EventPattern
{
    private const double NumberLimit = 5e9;
    private const string Filters = "prefix, suffix, anything-but, numeric, exists, cidr, equals-ignore-case, wildcard";

    private readonly Action<int, string> _report;

    private EventPattern(Action<int, string> report) => _report = report;

    /// <summary>Reports each mistake with its offset in the text that the pattern was read from.</summary>
    public static void Check(JsonValue pattern, Action<int, string> report)
    {
        if (pattern is JsonObject { Count: > 0 } root)
        {
            new EventPattern(report).CheckFields(root);
        }
        else
        {
            report(OffsetOf(pattern), "it must be an object with at least one field, such as {\"source\": [\"crm\"]}");
        }
    }

    private void CheckFields(JsonObject fields)
    {
        foreach (var field in fields.Members)
        {
            switch (field.Value)
            {
                case JsonArray alternatives when field.Name == "$or":
                    CheckOr(alternatives);
                    break;
                case JsonArray { Count: 0 }:
                    Report(field.Value, "at '" + field.Name + "', the array is empty, so nothing would match");
                    break;
                case JsonArray values:
                    foreach (var value in values)
                    {
                        CheckMatch(field.Name, value);
                    }

                    break;
                case JsonObject { Count: > 0 } inner:
                    CheckFields(inner);
                    break;
                default:
                    Report(field.Value, "at '" + field.Name + "', a field must be an array of the values that match, or an object with fields");
                    break;
            }
        }
    }

    private void CheckOr(JsonArray alternatives)
    {
        if (alternatives.Count < 2)
        {
            Report(alternatives, "$or needs at least two patterns");
        }

        foreach (var alternative in alternatives)
        {
            if (alternative is JsonObject { Count: > 0 } fields)
            {
                CheckFields(fields);
            }
            else
            {
                Report(alternative, "each pattern in $or must be an object with at least one field");
            }
        }
    }

    private void CheckMatch(string field, JsonValue match)
    {
        switch (match)
        {
            case JsonArray:
                Report(match, "at '" + field + "', each item must be a value or a filter, not an array");
                break;
            case JsonObject { Count: 1 } filter:
                foreach (var member in filter.Members)
                {
                    CheckFilter(member);
                }

                break;
            case JsonObject:
                Report(match, "at '" + field + "', a filter has one name, such as {\"prefix\": \"a\"}; write several filters as several items of the array");
                break;
        }
    }

    private void CheckFilter(JsonMember filter)
    {
        var value = filter.Value;
        switch (filter.Name)
        {
            case "prefix" or "suffix":
                CheckText(filter.Name, value is JsonObject { Count: 1 } inner && inner["equals-ignore-case"] is { } text ? text : value);
                break;
            case "equals-ignore-case" or "exactly":
                CheckText(filter.Name, value);
                break;
            case "wildcard":
                CheckWildcard(value);
                break;
            case "anything-but":
                CheckAnythingBut(value);
                break;
            case "numeric":
                CheckNumeric(value);
                break;
            case "exists":
                if (value is not JsonBoolean)
                {
                    Report(value, "exists must be true or false");
                }

                break;
            case "cidr":
                if (value is not JsonString range || !IsRange(range.Value))
                {
                    Report(value, "cidr must be a range of addresses, such as \"10.0.0.0/24\"");
                }

                break;
            default:
                _report(filter.NamePosition?.Offset ?? 0, "there is no filter '" + filter.Name + "'; the filters are " + Filters);
                break;
        }
    }

    private void CheckText(string filter, JsonValue value)
    {
        if (value is not JsonString)
        {
            Report(value, filter + " must be a string" + (filter is "prefix" or "suffix" ? " or {\"equals-ignore-case\": \"...\"}" : ""));
        }
    }

    private void CheckWildcard(JsonValue value)
    {
        if (value is not JsonString { Value: var text })
        {
            Report(value, "wildcard must be a string");
            return;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && (++i == text.Length || text[i] is not ('*' or '\\')))
            {
                Report(value, "in a wildcard, a backslash must be followed by * or another backslash");
                return;
            }

            if (i > 0 && text[i] == '*' && text[i - 1] == '*' && !IsEscaped(text, i - 1))
            {
                Report(value, "a wildcard cannot have two * in a row");
                return;
            }
        }
    }

    private static bool IsEscaped(string text, int at)
    {
        var backslashes = 0;
        while (at - backslashes > 0 && text[at - backslashes - 1] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }

    private void CheckAnythingBut(JsonValue value)
    {
        if (value is JsonObject filter)
        {
            CheckAnythingButFilter(filter);
            return;
        }

        var values = value is JsonArray array ? array.ToArray() : [value];
        if (values.Length == 0)
        {
            Report(value, "anything-but needs at least one value");
        }

        foreach (var item in values)
        {
            if (item is not (JsonString or JsonNumber))
            {
                Report(item, "anything-but takes strings, numbers, or one of prefix, suffix, equals-ignore-case, wildcard");
            }
            else if (item.Kind != values[0].Kind && values[0] is JsonString or JsonNumber)
            {
                Report(item, "anything-but takes strings or numbers, not both");
            }
            else
            {
                CheckNumber(item);
            }
        }
    }

    private void CheckAnythingButFilter(JsonObject filter)
    {
        if (filter.Count != 1)
        {
            Report(filter, "anything-but takes one filter");
            return;
        }

        foreach (var member in filter.Members)
        {
            if (member.Name is not ("prefix" or "suffix" or "equals-ignore-case" or "wildcard"))
            {
                _report(member.NamePosition?.Offset ?? 0, "anything-but does not allow the filter '" + member.Name + "', only prefix, suffix, equals-ignore-case, wildcard");
                continue;
            }

            foreach (var item in member.Value is JsonArray array ? array.ToArray() : [member.Value])
            {
                if (item is not JsonString text || (text.Value.Length == 0 && member.Name is "prefix" or "suffix"))
                {
                    Report(item, member.Name + " in anything-but must be a string that is not empty, or an array of such strings");
                }
                else if (member.Name == "wildcard")
                {
                    CheckWildcard(item);
                }
            }
        }
    }

    /// <summary>Checks an operator with a number, or two of each, which make a range.</summary>
    private void CheckNumeric(JsonValue value)
    {
        if (value is not JsonArray { Count: > 0 } terms)
        {
            Report(value, "numeric must be an array such as [\">\", 0, \"<=\", 5]");
            return;
        }

        var lower = double.NaN;
        for (var i = 0; i < terms.Count; i += 2)
        {
            var isSecond = i > 0;
            if (i > 2 || (isSecond && double.IsNaN(lower)))
            {
                Report(terms[i], "numeric ends here: only > or >= can be followed by an upper limit");
                return;
            }

            if (terms[i] is not JsonString { Value: "=" or "<" or "<=" or ">" or ">=" } sign || (isSecond && sign.Value is not ("<" or "<=")))
            {
                Report(terms[i], isSecond ? "an upper limit must begin with < or <=" : "numeric must begin with =, <, <=, > or >=");
                return;
            }

            if (i + 1 == terms.Count || terms[i + 1] is not JsonNumber number)
            {
                Report(terms[Math.Min(i + 1, terms.Count - 1)], "a number must follow " + sign.Value);
                return;
            }

            CheckNumber(number);
            if (isSecond && number.ToDouble() <= lower)
            {
                Report(number, "the upper limit of a range must be greater than the lower one");
            }

            lower = sign.Value[0] == '>' ? number.ToDouble() : double.NaN;
        }
    }

    private void CheckNumber(JsonValue value)
    {
        if (value is JsonNumber number && Math.Abs(number.ToDouble()) > NumberLimit)
        {
            Report(value, string.Format(CultureInfo.InvariantCulture, "EventBridge compares numbers from -{0:N0} to {0:N0}", NumberLimit));
        }
    }

    private static bool IsRange(string text)
    {
        var slash = text.IndexOf('/');
        if (slash <= 0 || !IPAddress.TryParse(text.Substring(0, slash), out var address)
            || !int.TryParse(text.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bits))
        {
            return false;
        }

        return address.AddressFamily is AddressFamily.InterNetworkV6 ? bits <= 128 : bits <= 32 && text.Substring(0, slash).Split('.').Length == 4;
    }

    private void Report(JsonValue value, string problem) => _report(OffsetOf(value), problem);

    private static int OffsetOf(JsonValue value) => value.Position?.Offset ?? 0;
}
