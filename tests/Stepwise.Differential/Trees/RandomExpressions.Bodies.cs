using Stepwise.Differential.Types;

namespace Stepwise.Differential.Trees;

/// <content>Bodies and what only stands at the top of one.</content>
internal sealed partial class RandomExpressions
{
    /// <summary>A body: an expression, or local variables and a result.</summary>
    /// <param name="result">Makes the result.</param>
    /// <param name="scope">What it can read.</param>
    /// <param name="depth">How deep the values of local variables may be nested; 0 for a body without variables.</param>
    public Node Body(Func<Scope, Node> result, Scope scope, int depth)
    {
        for (var i = _random.Next(10); i < 2; i++)
        {
            AddConstant();
        }

        return WithMembers(BodyOnly(result, scope.With(_constants), depth));
    }

    /// <summary>A body with the methods and the constants that it uses.</summary>
    private Node WithMembers(Node body) => _members.Count == 0 ? body : Node.List("members", null, "", "\n    ", "", [body, .. _members], 1);

    private Node BodyOnly(Func<Scope, Node> result, Scope scope, int depth)
    {
        if (depth == 0 || !IsJsonata || _random.Next(3) > 0)
        {
            return new("expressionBody", null, "=> #;", result(scope));
        }

        var statements = new List<Node>();
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            if (_hasRaw && _random.Next(6) == 0)
            {
                // The value is another one each time: all that both sides agree on is that it equals itself.
                var (id, isSame) = (NewVariable("v", _types.Text), NewVariable("v", _types.Boolean));
                statements.Add(new("local", null, $"var {id.Name} = Asl.Jsonata<string>(\"$uuid()\");") { Executed = $"var {id.Name} = Guid.NewGuid().ToString();" });
                statements.Add(new("local", null, $"var {isSame.Name} = {id.Name} == {id.Name};"));
                scope = scope.With([isSame]);
            }
            else if (_random.Next(3) == 0)
            {
                var (function, declaration) = NewFunction(OneOf(_types.Scalars), depth - 1, scope, isLocal: true);
                statements.Add(declaration);
                _functions.Add(function);
            }
            else
            {
                var (declaration, variable) = Local(scope, depth - 1);
                statements.Add(declaration);
                scope = scope.With([variable]);
            }
        }

        statements.Add(new("return", null, "return #;", result(scope)));
        return Node.List("block", null, "{ ", " ", " }", statements, 1, keepsLast: true);
    }

    /// <summary>The arms of a Choice.</summary>
    public Node ChoiceSwitch(int depth, Scope scope)
    {
        var isTuple = _random.Next(3) == 0;
        List<Node> subjects = [.. Enumerable.Range(0, isTuple ? 2 : 1).Select(_ => Subject(0, scope))];
        var arms = new List<Node>();
        var patternTexts = new HashSet<string>(StringComparer.Ordinal);
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            var patterns = subjects.Select(subject => Pattern(subject.Type!, depth - 1, null)).ToArray();
            var pattern = isTuple ? new("tuplePattern", null, "(#, #)", patterns) { IsPattern = true } : patterns[0];
            if (!patternTexts.Add(pattern.Write(isExecuted: false)))
            {
                continue;
            }

            var target = OneOf(["A", "B", "C"]);
            arms.Add(_random.Next(4) == 0 || IsCatchAll(pattern)
                ? new("guardedArm", null, $"# when @ => nameof({target})", pattern, Condition(depth - 1, scope))
                : new("arm", null, $"# => nameof({target})", pattern));
        }

        arms.Add(new("lastArm", null, "_ => nameof(D)"));
        var subject = isTuple ? new("tuple", null, "(#, #)", [.. subjects]) { IsPrimary = true } : subjects[0];
        return new("switch", null, "@ switch #", subject, Node.List("arms", null, "{ ", ", ", " }", arms, 1, keepsLast: true));
    }

    /// <summary>An anonymous object.</summary>
    public Node AnonymousObject(int depth, Scope scope)
    {
        var names = new[] { "A", "B", "C" };
        var members = names.Take(_random.Next(1, 4)).Select(name =>
        {
            if (IsJsonata && _random.Next(4) == 0 && Collection(depth, scope) is { } collection)
            {
                return new Node("anonymousMember", null, name + " = #", collection);
            }

            var type = _random.Next(4) == 0 ? _types.RandomParameter(isRecord: true) : OneOf(_types.Scalars);
            return new Node("anonymousMember", null, name + " = #", Value(_random.Next(3) == 0 ? type.Nullable : type.NotNull, depth - 1, scope));
        });
        return Node.List("anonymousObject", null, "new { ", ", ", " }", members.ToList(), 1);
    }

    private (Node Declaration, Variable Variable) Local(Scope scope, int depth)
    {
        if (_random.Next(4) == 0 && Sequence(depth, scope) is { Type: { } sequence } query)
        {
            var list = NewVariable("v", sequence);
            return (new("local", null, $"var {list.Name} = @{(_random.Next(2) == 0 ? ".ToList()" : "")};", query), list);
        }

        var variable = NewVariable("v", OneOf(_types.Scalars));
        var type = _random.Next(3) == 0 ? _types.RandomParameter(isRecord: true) : variable.Type;
        type = _random.Next(3) == 0 ? type.Nullable : type.NotNull;
        var value = Value(type, depth, scope);
        variable = new(variable.Name, value.Type is { Nullness: Nullness.Oblivious } ? value.Type : type, isParameter: false);
        return (new("local", null, $"var {variable.Name} = #;", value), variable);
    }
}
