using System.Runtime.CompilerServices;
using System.Text;
using Stepwise.Json;

namespace Stepwise.Jsonata.Syntax;

/// <summary>
/// Parses an expression by the precedence of its operators (Pratt). A node is finished as soon as it is parsed: paths are flattened (Parser.Paths) and <c>%</c> is resolved (Parser.Ancestry).
/// A chain of operators of any length therefore needs no recursion. Only nested expressions and right operands do, and their depth is limited.
/// </summary>
internal sealed partial class Parser
{
    private const int NamePower = 80;

    private readonly string _text;
    private readonly JsonataSyntaxOptions _options;
    private readonly SyntaxErrors _errors = new();
    private readonly Tokenizer _tokens;
    private Token _token;
    private int _previousEnd;
    private int _depth;
    private bool _isTooDeep;

    public Parser(string text, JsonataSyntaxOptions options)
    {
        _text = text;
        _options = options;
        _tokens = new Tokenizer(text, options.AllowNewerOperators, _errors);
    }

    public IReadOnlyList<JsonataError> Errors => _errors.All;

    public JsonataNode Read()
    {
        Advance();
        var expression = Expression(0);
        while (_token.Kind != TokenKind.End)
        {
            // More text follows the expression. It is parsed to find the errors in it.
            _errors.Form("S0201", _token.End, _token.Start, _token.End, _token.Said);
            if (Power(_token.Kind) > 0)
            {
                expression = Continue(expression, 0);
            }
            else if (BeginsOperand(_token.Kind))
            {
                expression = Expression(0);
            }
            else
            {
                Advance();
                expression = Continue(expression, 0);
            }
        }

        RequireResolved(expression.Node);
        return expression.Node;
    }

    /// <summary>The binding power of an operator on its left; 0 if the token is not an operator.</summary>
    private static int Power(TokenKind kind)
        => kind switch
        {
            TokenKind.OpenBracket or TokenKind.OpenParenthesis or TokenKind.At or TokenKind.Hash => NamePower,
            TokenKind.Dot => 75,
            TokenKind.OpenBrace => 70,
            TokenKind.Star or TokenKind.Slash or TokenKind.Percent => 60,
            TokenKind.Plus or TokenKind.Minus or TokenKind.Ampersand => 50,
            TokenKind.Equal or TokenKind.NotEqual or TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual or TokenKind.In or TokenKind.Caret or TokenKind.Apply
                or TokenKind.Coalesce or TokenKind.Default => 40,
            TokenKind.And => 30,
            TokenKind.Or => 25,
            TokenKind.Question => 20,
            TokenKind.Bind => 10,
            _ => 0,
        };

    private static bool BeginsOperand(TokenKind kind)
        => kind is TokenKind.Name or TokenKind.Variable or TokenKind.String or TokenKind.Number or TokenKind.Value or TokenKind.Regex or TokenKind.And or TokenKind.Or or TokenKind.In or TokenKind.Minus
            or TokenKind.Star or TokenKind.DoubleStar or TokenKind.Percent or TokenKind.OpenParenthesis or TokenKind.OpenBracket or TokenKind.OpenBrace or TokenKind.Bar;

    private static bool Closes(TokenKind kind)
        => kind is TokenKind.End or TokenKind.CloseBracket or TokenKind.CloseBrace or TokenKind.CloseParenthesis or TokenKind.Comma or TokenKind.Semicolon or TokenKind.Colon;

    private static string Symbol(TokenKind kind)
        => kind switch
        {
            TokenKind.CloseBracket => "]",
            TokenKind.OpenBrace => "{",
            TokenKind.CloseBrace => "}",
            TokenKind.OpenParenthesis => "(",
            TokenKind.CloseParenthesis => ")",
            TokenKind.Colon => ":",
            TokenKind.Bar => "|",
            TokenKind.Greater => ">",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private void Advance(bool afterOperand = false)
    {
        _previousEnd = _token.End;
        _token = _tokens.Next(afterOperand);
    }

    /// <summary>Consumes a required token. If another token is there, reports an error and skips to the required one, if it is in reach.</summary>
    private void Expect(TokenKind kind, bool afterOperand = false)
    {
        if (_token.Kind != kind)
        {
            ReportMissing(kind);
            SkipTo(kind, kind);
            if (_token.Kind != kind)
            {
                return;
            }
        }

        Advance(afterOperand);
    }

    /// <summary>After an item of a list, returns whether another item follows. Reports and skips tokens other than the separator and the end.</summary>
    private bool TakeSeparator(TokenKind separator, TokenKind close)
    {
        if (_token.Kind != separator && _token.Kind != close)
        {
            ReportMissing(close);
            SkipTo(separator, close);
        }

        if (_token.Kind != separator)
        {
            return false;
        }

        Advance();
        return true;
    }

    private void ReportMissing(TokenKind kind)
    {
        if (_isTooDeep)
        {
            return;
        }

        if (_token.Kind != TokenKind.End)
        {
            _errors.Form("S0202", _token.End, _token.Start, _token.End, _token.Said, new JsonString(Symbol(kind)));
        }
        else if (!_tokens.IsCutOff)
        {
            _errors.Form("S0203", _text.Length, _text.Length, _text.Length, _token.Said, new JsonString(Symbol(kind)));
        }
    }

    /// <summary>Skips to one of two tokens, over matched brackets. A closing bracket that belongs to an outer expression ends the search, and so does the end of the text.</summary>
    private void SkipTo(TokenKind one, TokenKind other)
    {
        var depth = 0;
        while (_token.Kind != TokenKind.End && (depth > 0 || (_token.Kind != one && _token.Kind != other)))
        {
            if (_token.Kind is TokenKind.OpenBracket or TokenKind.OpenBrace or TokenKind.OpenParenthesis)
            {
                depth++;
            }
            else if (_token.Kind is TokenKind.CloseBracket or TokenKind.CloseBrace or TokenKind.CloseParenthesis && --depth < 0)
            {
                return;
            }

            Advance(afterOperand: true);
        }
    }

    private Operand Expression(int power)
    {
        if (_depth >= _options.MaxDepth || !HasStack())
        {
            return TooDeep();
        }

        _depth++;
        var expression = Continue(Prefix(), power);
        _depth--;
        return expression;
    }

    /// <summary>Whether the stack of the thread, which may be small, has room for one more level.</summary>
    private static bool HasStack()
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }
    }

    private Operand Continue(Operand left, int power)
    {
        while (power < Power(_token.Kind))
        {
            var token = _token;
            Advance();
            left = Infix(left, token);
        }

        return left;
    }

    private Operand TooDeep()
    {
        var token = _token;
        var error = _errors.Form(SyntaxMessages.TooDeep, token.End, token.Start, token.End, token.Said);
        _isTooDeep = true;
        _tokens.At = _text.Length;
        Advance();
        return new(Finish(new ErrorNode(token.Start, error), token), OperandForm.Other, token);
    }

    /// <summary>Sets the position of a node to that of the token that created it, and its end to the end of the parsed text.</summary>
    private T Finish<T>(T node, Token token)
        where T : JsonataNode
    {
        node.Position = token.End;
        node.End = Math.Max(_previousEnd, node.Start);
        return node;
    }

    private Operand Prefix()
    {
        var token = _token;
        if (Closes(token.Kind) || !BeginsOperand(token.Kind))
        {
            return NoOperand(token);
        }

        Advance(afterOperand: true);
        switch (token.Kind)
        {
            case TokenKind.Name or TokenKind.And or TokenKind.Or or TokenKind.In:
                var path = new PathNode(token.Start, [Finish(new NameNode(token.Start, token.Text), token)]);
                return new(Finish(path, token), token.Kind == TokenKind.Name ? OperandForm.Name : OperandForm.Other, OperandForm.Name, token);
            case TokenKind.Variable:
                return new(Finish(new VariableNode(token.Start, token.Text), token), OperandForm.Variable, token);
            case TokenKind.String:
                return Other(new LiteralNode(token.Start, new JsonString(token.Text)), token);
            case TokenKind.Number or TokenKind.Value:
                return Other(new LiteralNode(token.Start, token.Value!), token);
            case TokenKind.Regex:
                return Other(new RegexNode(token.Start, token.Text, token.Flags!), token);
            case TokenKind.Star:
                return Other(new WildcardNode(token.Start), token);
            case TokenKind.DoubleStar:
                return Other(new DescendantNode(token.Start), token);
            case TokenKind.Percent:
                return Other(new ParentNode(token.Start, NewAncestor()), token);
            case TokenKind.Minus:
                return Negate(token);
            case TokenKind.OpenParenthesis:
                return Other(Block(token), token);
            case TokenKind.OpenBracket:
                return Other(Array(token), token);
            case TokenKind.OpenBrace:
                var members = Pairs();
                var made = new ObjectNode(token.Start, members);
                foreach (var member in members)
                {
                    PassAncestors(made, member.Key);
                    PassAncestors(made, member.Value);
                }

                return Other(made, token);
            default:
                return Other(Transform(token), token);
        }
    }

    private Operand Other(JsonataNode node, Token token) => new(Finish(node, token), OperandForm.Other, token);

    /// <summary>Reports that a value is missing. A closing bracket or a separator is left to the caller; an operator is skipped, so that its right side is parsed.</summary>
    private Operand NoOperand(Token token)
    {
        JsonataError error;
        if (token.Kind == TokenKind.End)
        {
            // JSONata reports this only if the order of the tokens is right. After an error about cut-off or too deep text it would tell nothing new.
            error = _isTooDeep || _tokens.IsCutOff
                ? new("S0207", SyntaxMessages.For("S0207", null, null), token.End, token.Start, token.End, token.Text)
                : _errors.Meaning("S0207", token.End, token.Start, token.End, token.Said);
            return Other(new ErrorNode(token.Start, error), token);
        }

        // JSONata reads one more token before it reports this.
        var at = _tokens.At;
        _ = _tokens.Next(afterOperand: true);
        _tokens.At = at;
        error = _errors.Form("S0211", token.End, token.Start, token.End, token.Said);
        if (Closes(token.Kind))
        {
            return Other(new ErrorNode(token.Start, error), token);
        }

        Advance();
        return BeginsOperand(_token.Kind) ? Expression(70) : Other(new ErrorNode(token.Start, error), token);
    }

    private Operand Negate(Token token)
    {
        var operand = Expression(70).Node;
        if (operand is LiteralNode { Value: JsonNumber number } literal)
        {
            literal.Value = new JsonNumber(-number.ToDouble());
            literal.Start = token.Start;
            return new(literal, OperandForm.Other, token);
        }

        var negation = new NegateNode(token.Start, operand);
        PassAncestors(negation, operand);
        return Other(negation, token);
    }

    private BlockNode Block(Token token)
    {
        var expressions = new List<JsonataNode>();
        var keepsArray = false;
        while (_token.Kind != TokenKind.CloseParenthesis)
        {
            var expression = Expression(0).Node;
            expressions.Add(expression);
            keepsArray |= expression.IsConstructedArray || (expression is PathNode path && path.StepList[0].IsConstructedArray);
            if (!TakeSeparator(TokenKind.Semicolon, TokenKind.CloseParenthesis))
            {
                break;
            }
        }

        Expect(TokenKind.CloseParenthesis, afterOperand: true);
        var block = new BlockNode(token.Start, expressions) { IsConstructedArray = keepsArray };
        foreach (var expression in expressions)
        {
            PassAncestors(block, expression);
        }

        return block;
    }

    private ArrayNode Array(Token token)
    {
        var items = new List<JsonataNode>();
        if (_token.Kind != TokenKind.CloseBracket)
        {
            do
            {
                var item = Expression(0).Node;
                if (_token.Kind == TokenKind.Range)
                {
                    var range = _token;
                    Advance();
                    item = Binary(JsonataOperator.Range, item, Expression(0).Node, range);
                }

                items.Add(item);
            }
            while (TakeSeparator(TokenKind.Comma, TokenKind.CloseBracket));
        }

        Expect(TokenKind.CloseBracket, afterOperand: true);
        var array = new ArrayNode(token.Start, items);
        foreach (var item in items)
        {
            PassAncestors(array, item);
        }

        return array;
    }

    private List<JsonataPair> Pairs()
    {
        var pairs = new List<JsonataPair>();
        if (_token.Kind != TokenKind.CloseBrace)
        {
            do
            {
                var key = Expression(0).Node;
                if (_token.Kind == TokenKind.Colon)
                {
                    Advance();
                    pairs.Add(new(key, Expression(0).Node));
                    continue;
                }

                ReportMissing(TokenKind.Colon);
                SkipTo(TokenKind.Comma, TokenKind.CloseBrace);
            }
            while (TakeSeparator(TokenKind.Comma, TokenKind.CloseBrace));
        }

        Expect(TokenKind.CloseBrace, afterOperand: true);
        return pairs;
    }

    private TransformNode Transform(Token token)
    {
        var pattern = Expression(0).Node;
        Expect(TokenKind.Bar);
        var update = Expression(0).Node;
        JsonataNode? delete = null;
        if (_token.Kind == TokenKind.Comma)
        {
            Advance();
            delete = Expression(0).Node;
        }

        Expect(TokenKind.Bar);
        return new TransformNode(token.Start, pattern, update, delete);
    }

    private Operand Infix(Operand left, Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Dot:
                return Other(Step(left.Node, Expression(Power(token.Kind)).Node, token), token);
            case TokenKind.OpenBracket when _token.Kind == TokenKind.CloseBracket:
                Advance();
                KeepArray(left);
                return left;
            case TokenKind.OpenBracket:
                var predicate = Expression(0).Node;
                Expect(TokenKind.CloseBracket, afterOperand: true);
                return new(AddPredicate(left.Node, predicate, token), OperandForm.Predicate, left.Inner, token);
            case TokenKind.OpenBrace:
                return new(AddGroup(left.Node, Pairs(), token), OperandForm.Other, token);
            case TokenKind.OpenParenthesis:
                return left.Form == OperandForm.Name && ((NameNode)((PathNode)left.Node).StepList[0]).Name is "function" or "λ" ? Lambda(left.Node, token) : Call(left.Node, token);
            case TokenKind.Caret:
                return Other(AddSort(left.Node, token), token);
            case TokenKind.Question:
                return Condition(left.Node, token);
            case TokenKind.Coalesce or TokenKind.Default:
                return DefaultTo(left.Node, token);
            case TokenKind.Bind:
                return Bind(left, token);
            case TokenKind.At:
                return Focus(left, token);
            case TokenKind.Hash:
                return Index(left, token);
            case TokenKind.Apply:
                var function = Expression(Power(token.Kind)).Node;
                return Other(new ApplyNode(left.Node.Start, left.Node, function) { KeepsArray = left.Node.KeepsArray || function.KeepsArray }, token);
            default:
                var right = Expression(Power(token.Kind)).Node;
                return Other(Binary(OperatorOf(token.Kind), left.Node, right, token), token);
        }
    }

    private static JsonataOperator OperatorOf(TokenKind kind)
        => kind switch
        {
            TokenKind.Plus => JsonataOperator.Add,
            TokenKind.Minus => JsonataOperator.Subtract,
            TokenKind.Star => JsonataOperator.Multiply,
            TokenKind.Slash => JsonataOperator.Divide,
            TokenKind.Percent => JsonataOperator.Modulo,
            TokenKind.Equal => JsonataOperator.Equal,
            TokenKind.NotEqual => JsonataOperator.NotEqual,
            TokenKind.Less => JsonataOperator.Less,
            TokenKind.LessOrEqual => JsonataOperator.LessOrEqual,
            TokenKind.Greater => JsonataOperator.Greater,
            TokenKind.GreaterOrEqual => JsonataOperator.GreaterOrEqual,
            TokenKind.Ampersand => JsonataOperator.Concatenate,
            TokenKind.And => JsonataOperator.And,
            TokenKind.Or => JsonataOperator.Or,
            _ => JsonataOperator.In,
        };

    private BinaryNode Binary(JsonataOperator @operator, JsonataNode left, JsonataNode right, Token token)
    {
        var binary = Finish(new BinaryNode(left.Start, @operator, left, right), token);
        PassAncestors(binary, left);
        PassAncestors(binary, right);
        return binary;
    }

    private Operand Condition(JsonataNode condition, Token token)
    {
        var then = Expression(0).Node;
        JsonataNode? @else = null;
        if (_token.Kind == TokenKind.Colon)
        {
            Advance();
            @else = Expression(0).Node;
        }

        return Other(Conditional(condition, then, @else), token);
    }

    /// <summary><c>a ?: b</c> is <c>a ? a : b</c>, and <c>a ?? b</c> is <c>$exists(a) ? a : b</c>.</summary>
    private Operand DefaultTo(JsonataNode value, Token token)
    {
        var @else = Expression(Power(token.Kind)).Node;
        var condition = value;
        if (token.Kind == TokenKind.Coalesce)
        {
            var call = new CallNode(value.Start, new VariableNode(value.Start, "exists") { End = value.End, Position = token.End }, [value]) { End = value.End, Position = token.End };
            PassAncestors(call, value);
            condition = call;
        }

        return Other(Conditional(condition, value, @else), token);
    }

    private ConditionNode Conditional(JsonataNode condition, JsonataNode then, JsonataNode? @else)
    {
        var node = new ConditionNode(condition.Start, condition, then, @else);
        PassAncestors(node, condition);
        PassAncestors(node, then);
        if (@else is not null)
        {
            PassAncestors(node, @else);
        }

        return node;
    }

    private Operand Bind(Operand left, Token token)
    {
        var error = left.Form == OperandForm.Variable ? null : _errors.Form("S0212", left.Token.End, left.Node.Start, left.Node.End, left.Token.Said);

        // One less than its binding power, so that := is right-associative.
        var value = Expression(Power(token.Kind) - 1).Node;
        if (error is not null)
        {
            return Other(new ErrorNode(left.Node.Start, error), token);
        }

        var bind = new BindNode(left.Node.Start, (VariableNode)left.Node, value);
        PassAncestors(bind, value);
        return Other(bind, token);
    }

    private Operand Call(JsonataNode procedure, Token token)
    {
        var arguments = new List<JsonataNode>();
        var isPartial = false;
        if (_token.Kind != TokenKind.CloseParenthesis)
        {
            do
            {
                if (_token.Kind == TokenKind.Question)
                {
                    isPartial = true;
                    arguments.Add(Placeholder());
                }
                else
                {
                    arguments.Add(Expression(0).Node);
                }
            }
            while (TakeSeparator(TokenKind.Comma, TokenKind.CloseParenthesis));
        }

        Expect(TokenKind.CloseParenthesis, afterOperand: true);
        JsonataNode call = isPartial ? new PartialNode(procedure.Start, procedure, arguments) : new CallNode(procedure.Start, procedure, arguments);
        foreach (var argument in arguments)
        {
            PassAncestors(call, argument);
        }

        return Other(call, token);
    }

    private PlaceholderNode Placeholder()
    {
        var token = _token;
        Advance();
        return Finish(new PlaceholderNode(token.Start), token);
    }

    private Operand Lambda(JsonataNode keyword, Token token)
    {
        var parameters = new List<Operand>();
        if (_token.Kind != TokenKind.CloseParenthesis)
        {
            do
            {
                var at = _token;
                parameters.Add(at.Kind == TokenKind.Question ? new(Placeholder(), OperandForm.Other, at) : Expression(0));
            }
            while (TakeSeparator(TokenKind.Comma, TokenKind.CloseParenthesis));
        }

        Expect(TokenKind.CloseParenthesis, afterOperand: true);
        var names = new List<string>(parameters.Count);
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i] is { Form: OperandForm.Variable, Node: VariableNode variable })
            {
                names.Add(variable.Name);
            }
            else
            {
                var wrong = parameters[i];
                _errors.Form("S0208", wrong.Token.End, wrong.Node.Start, wrong.Node.End, wrong.Token.Said, new JsonNumber((long)i + 1));
            }
        }

        var signature = _token.Kind == TokenKind.Less ? Signature() : null;
        Expect(TokenKind.OpenBrace);
        var body = Expression(0).Node;
        Expect(TokenKind.CloseBrace);
        return Other(new LambdaNode(keyword.Start, names, signature, body), token);
    }

    private JsonataSignature? Signature()
    {
        var opening = _token;
        var text = new StringBuilder("<");
        var depth = 1;
        while (depth > 0 && _token.Kind is not (TokenKind.OpenBrace or TokenKind.End))
        {
            Advance();
            depth += _token.Kind == TokenKind.Greater ? -1 : _token.Kind == TokenKind.Less ? 1 : 0;
            text.Append(_token.Text);
        }

        Expect(TokenKind.Greater);
        var signature = JsonataSignature.Parse(text.ToString(), opening.End, out var error);
        if (error is not null)
        {
            // The signature's text has no blanks between its tokens, so an offset in it may be too small for the expression's text.
            _errors.Form(error.Code, error.Position, Math.Min(error.Start, _previousEnd), Math.Min(error.End, _previousEnd), value: error.Value);
        }

        return signature;
    }
}
