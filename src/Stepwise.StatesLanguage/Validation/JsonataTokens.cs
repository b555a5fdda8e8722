namespace Stepwise.StatesLanguage.Validation;

/// <summary>Splits JSONata into tokens. It knows nothing of grammar; quotes, comments, regular expressions and brackets that are not closed are all that it finds wrong.</summary>
internal static class JsonataTokens
{
    private static readonly string[] LongOperators = ["..", ":=", "!=", ">=", "<=", "**", "~>", "?:", "??"];

    public static List<JsonataToken> Read(string text, out string? error)
    {
        var tokens = new List<JsonataToken>();
        var open = new Stack<char>();
        error = null;
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c == '/' && at + 1 < text.Length && text[at + 1] == '*')
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    error = "Comment has no closing tag";
                    return tokens;
                }

                at = end + 2;
            }
            else if (c is '"' or '\'' or '`')
            {
                var end = EndOfQuote(text, at);
                if (end < 0)
                {
                    error = c == '`' ? "Quoted property name must be terminated with a backquote (`)" : "String literal must be terminated by a matching quote";
                    return tokens;
                }

                tokens.Add(new(c == '`' ? JsonataTokenKind.QuotedName : JsonataTokenKind.Text, text.Substring(at + 1, end - at - 2)));
                at = end;
            }
            else if (c == '/' && !EndsOperand(tokens))
            {
                var end = EndOfRegex(text, at);
                if (end < 0)
                {
                    error = "No terminating / in regular expression";
                    return tokens;
                }

                tokens.Add(new(JsonataTokenKind.Regex, text.Substring(at, end - at)));
                at = end;
            }
            else if (c is >= '0' and <= '9')
            {
                var start = at;
                while (at < text.Length && (char.IsLetterOrDigit(text[at]) || (text[at] == '.' && at + 1 < text.Length && char.IsDigit(text[at + 1]))
                    || (text[at] is '+' or '-' && text[at - 1] is 'e' or 'E')))
                {
                    at++;
                }

                tokens.Add(new(JsonataTokenKind.Number, text.Substring(start, at - start)));
            }
            else if (IsNamePart(c) || c == '$')
            {
                var start = at++;
                while (at < text.Length && (IsNamePart(text[at]) || text[at] == '$'))
                {
                    at++;
                }

                tokens.Add(c == '$' ? new(JsonataTokenKind.Variable, text.Substring(start + 1, at - start - 1)) : new(JsonataTokenKind.Name, text.Substring(start, at - start)));
            }
            else
            {
                var symbol = Array.Find(LongOperators, candidate => string.CompareOrdinal(text, at, candidate, 0, 2) == 0) ?? c.ToString();
                if (Unbalances(open, c, out error))
                {
                    return tokens;
                }

                tokens.Add(new(JsonataTokenKind.Operator, symbol));
                at += symbol.Length;
            }
        }

        if (open.Count > 0)
        {
            error = $"Expected \"{open.Peek()}\" before end of expression";
        }

        return tokens;
    }

    /// <summary>Whether what was read so far ends with a value, after which a slash divides.</summary>
    private static bool EndsOperand(List<JsonataToken> tokens)
    {
        if (tokens.Count == 0)
        {
            return false;
        }

        var last = tokens[tokens.Count - 1];
        return last.Kind == JsonataTokenKind.Operator ? last.Text is ")" or "]" or "}" : !(last.Kind == JsonataTokenKind.Name && last.Text is "and" or "or" or "in");
    }

    private static bool Unbalances(Stack<char> open, char c, out string? error)
    {
        error = null;
        if (c is '(' or '[' or '{')
        {
            open.Push(c == '(' ? ')' : c == '[' ? ']' : '}');
        }
        else if (c is ')' or ']' or '}')
        {
            var expected = open.Count > 0 ? open.Pop() : '\0';
            if (expected != c)
            {
                error = expected == '\0' ? $"Syntax error: \"{c}\"" : $"Expected \"{expected}\", got \"{c}\"";
            }
        }

        return error is not null;
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_' || c > '\u00ff';

    private static int EndOfQuote(string text, int at)
    {
        var quote = text[at];
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && quote != '`')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                return i + 1;
            }
        }

        return -1;
    }

    private static int EndOfRegex(string text, int at)
    {
        var depth = 0;
        for (var i = at + 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth--;
                    break;
                case '/' when depth <= 0:
                    i++;
                    while (i < text.Length && text[i] is 'i' or 'm')
                    {
                        i++;
                    }

                    return i;
            }
        }

        return -1;
    }
}
