namespace Stepwise.StatesLanguage.Validation;

/// <summary>
/// Checks the JSONata of a definition. This is the one place where the validator looks into an expression. It knows tokens and not grammar, so that what it reports is certain, and
/// syntax errors beyond quotes, brackets and a missing last operand pass; a parser can take its place without a change elsewhere.
/// </summary>
internal static class JsonataCheck
{
    private static readonly HashSet<string> Builtin = new(
        (
            "states string length substring substringBefore substringAfter uppercase lowercase trim pad contains split join match replace eval base64encode base64decode encodeUrlComponent encodeUrl " +
            "decodeUrlComponent decodeUrl number abs floor ceil round power sqrt random formatNumber formatBase formatInteger parseInteger sum max min average boolean not exists count append sort reverse " +
            "shuffle distinct zip keys lookup spread merge sift each error assert type now millis fromMillis toMillis map filter single reduce clone partition range hash uuid parse")
        .Split(' '),
        StringComparer.Ordinal);

    /// <summary>Checks one expression.</summary>
    /// <param name="expression">The text between the delimiters.</param>
    /// <param name="scope">Which members of <c>$states</c> it may read.</param>
    /// <param name="variables">Receives the names of the variables that it reads and does not define itself.</param>
    public static IReadOnlyList<JsonataProblem> Check(string expression, JsonataScope scope, ICollection<string> variables)
    {
        var problems = new List<JsonataProblem>();
        var tokens = JsonataTokens.Read(expression, out var error);
        if (error is null && tokens.Count == 0)
        {
            error = "Unexpected end of expression";
        }

        if (error is null && EndsWithBinaryOperator(tokens))
        {
            error = "Unexpected end of expression";
        }

        if (error is not null)
        {
            problems.Add(new(DiagnosticCodes.InvalidJsonataExpression, error + "."));
            return problems;
        }

        if (tokens[0] is { Kind: JsonataTokenKind.Name or JsonataTokenKind.QuotedName } first && ReadsContext(tokens, first))
        {
            problems.Add(Unsupported($"Reference to '{first.Text}' at the top level is not supported. There is no context item; read the state's input as $states.input.{first.Text}."));
        }

        var defined = DefinedIn(tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != JsonataTokenKind.Variable)
            {
                continue;
            }

            var name = tokens[i].Text;
            var isCalled = i + 1 < tokens.Count && tokens[i + 1].Is("(");
            if (name == "$")
            {
                problems.Add(Unsupported("'$$' is not supported. The context object is $states.context, the input $states.input."));
            }
            else if (name == "eval" && isCalled)
            {
                problems.Add(Unsupported("The function $eval is not supported. Use $parse for JSON text."));
            }
            else if (name == "states")
            {
                CheckStates(tokens, i, scope, problems);
            }
            else if (name.Length > 0 && !defined.Contains(name) && !Builtin.Contains(name))
            {
                if (isCalled)
                {
                    problems.Add(new(DiagnosticCodes.UnknownFunction, $"There is no function '${name}' in JSONata, and the expression does not define it.", DefinitionSeverity.Warning));
                }
                else
                {
                    variables.Add(name);
                }
            }
        }

        return problems;
    }

    private static void CheckStates(List<JsonataToken> tokens, int at, JsonataScope scope, List<JsonataProblem> problems)
    {
        if (at + 2 >= tokens.Count || !tokens[at + 1].Is(".") || tokens[at + 2].Kind is not (JsonataTokenKind.Name or JsonataTokenKind.QuotedName))
        {
            return;
        }

        var member = tokens[at + 2].Text;
        var problem = member switch
        {
            "input" or "context" => null,
            "result" when scope == JsonataScope.ErrorOutput => Unsupported("A Catch has $states.errorOutput and no $states.result.") with { Severity = DefinitionSeverity.Warning },
            "result" => scope == JsonataScope.Result ? null : NoMember(member, "Only Output and Assign of a Task, Map or Parallel can read it."),
            "errorOutput" => scope == JsonataScope.ErrorOutput ? null : NoMember(member, "Only Output and Assign of a Catch can read it."),
            _ => NoMember(member, "The members are input, context, result and errorOutput.") with { Severity = DefinitionSeverity.Warning },
        };
        if (problem is not null)
        {
            problems.Add(problem);
        }
    }

    private static JsonataProblem NoMember(string member, string advice) => Unsupported($"Field '$states.{member}' does not exist. {advice}");

    private static bool ReadsContext(List<JsonataToken> tokens, JsonataToken first)
    {
        if (first.Kind == JsonataTokenKind.QuotedName)
        {
            return true;
        }

        var next = tokens.Count > 1 ? tokens[1] : default;
        return first.Text is not ("true" or "false" or "null") && !(first.Text is "function" or "λ" && next.Is("("));
    }

    /// <summary>A star or percent sign at the end may be a step of a path, so that they do not count.</summary>
    private static bool EndsWithBinaryOperator(List<JsonataToken> tokens)
        => tokens[tokens.Count - 1] is { Kind: JsonataTokenKind.Operator, Text: "+" or "-" or "/" or "&" or "=" or "!=" or "<" or ">" or "<=" or ">=" or "~>" or ":=" or "?" or ":" or "," or "." or ".." or "?:" or "??" or "^" or "!" or "~" };

    private static HashSet<string> DefinedIn(List<JsonataToken> tokens)
    {
        var defined = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Kind == JsonataTokenKind.Variable && (tokens[i + 1].Is(":=") || (i > 0 && (tokens[i - 1].Is("@") || tokens[i - 1].Is("#")))))
            {
                defined.Add(tokens[i].Text);
            }

            if (tokens[i] is { Kind: JsonataTokenKind.Name, Text: "function" or "λ" } && tokens[i + 1].Is("("))
            {
                for (var j = i + 2; j < tokens.Count && !tokens[j].Is(")"); j++)
                {
                    if (tokens[j].Kind == JsonataTokenKind.Variable)
                    {
                        defined.Add(tokens[j].Text);
                    }
                }
            }
        }

        return defined;
    }

    private static JsonataProblem Unsupported(string message) => new(DiagnosticCodes.UnsupportedJsonataExpression, message);
}
