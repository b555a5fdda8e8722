using Stepwise.Differential.Types;

namespace Stepwise.Differential.Trees;

/// <content>Bodies with statements: <c>if</c>, <c>switch</c>, returns on the way, local variables of branches, assignments.</content>
internal sealed partial class RandomExpressions
{
    /// <summary>How deep statements are nested.</summary>
    private const int Nesting = 2;

    /// <summary>A body that returns from several places.</summary>
    /// <param name="result">Makes what a <c>return</c> returns.</param>
    /// <param name="scope">What it can read.</param>
    /// <param name="depth">How deep expressions may be nested.</param>
    public Node StatementBody(Func<Scope, Node> result, Scope scope, int depth) => WithMembers(Statements(result, scope, depth, Nesting, returns: true));

    private Node Statements(Func<Scope, Node> result, Scope scope, int depth, int nesting, bool returns)
    {
        var statements = new List<Node>();
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            statements.Add(Statement(result, ref scope, depth, nesting));
        }

        if (returns)
        {
            statements.Add(Ending(result, scope, depth, nesting));
        }

        return Node.List("statements", null, "{ ", " ", " }", statements, 1, keepsLast: returns);
    }

    /// <summary>A statement that others can follow.</summary>
    private Node Statement(Func<Scope, Node> result, ref Scope scope, int depth, int nesting)
    {
        var inner = scope;
        var assignable = IsJsonata ? scope.Variables.Where(static variable => variable.IsAssignable).ToList() : [];
        switch (_random.Next(IsJsonata ? 12 : 6))
        {
            case 0:
                return new("ifReturn", null, "if (#) #", Condition(depth - 1, scope), Returning(result, scope, depth, nesting));
            case 1:
                var subject = Subject(depth - 1, scope);
                var variables = new List<Variable>();
                var pattern = BindingPattern(subject.Type!, depth - 1, variables);
                scope = scope.With(variables);
                return new("ifNotReturn", null, "if (@ is not (#)) #", subject, pattern, Returning(result, inner, depth, nesting));
            case 2 when nesting > 0:
                return new("ifSome", null, "if (#) #", Condition(depth - 1, scope), Statements(result, scope, depth, nesting - 1, returns: false));
            case 3 when nesting > 0:
                return new("ifElseSome", null, "if (#) # else #", Condition(depth - 1, scope), Statements(result, scope, depth, nesting - 1, _random.Next(3) == 0), Statements(result, scope, depth, nesting - 1, returns: false));
            case 4 or 5 when nesting > 0:
                return SwitchStatement(result, scope, depth, nesting - 1, returns: false);
            case 6 or 7:
                var declared = NewVariable("v", Assigned());
                scope = scope.With([new(declared.Name, declared.Type, isParameter: false) { IsAssignable = true }]);
                return _random.Next(3) == 0
                    ? new("assignedLater", null, $"{declared.Type.Text} {declared.Name}; if (#) {declared.Name} = #; else {declared.Name} = #;",
                        Condition(depth - 1, inner), Value(declared.Type, depth - 1, inner), Value(declared.Type, depth - 1, inner))
                    : new("declaration", null, $"{declared.Type.Text} {declared.Name} = #;", Value(declared.Type, depth - 1, inner));
            case 8 or 9 or 10 when assignable.Count > 0:
                return Assignment(OneOf(assignable), scope, depth);
            case 11 when assignable.Count > 0:
                var assignments = assignable.OrderBy(_ => _random.Next()).Take(_random.Next(1, 3)).Select(variable => Assignment(variable, inner, depth)).ToList();
                var branch = Node.List("statements", null, "{ ", " ", " }", assignments, 1);
                return _random.Next(2) == 0
                    ? new("ifAssign", null, "if (#) #", Condition(depth - 1, scope), branch)
                    : new("ifAssignElse", null, "if (#) # else #", Condition(depth - 1, scope), branch, Assignment(OneOf(assignable), scope, depth));
            default:
                return new("ifReturn", null, "if (#) #", Condition(depth - 1, scope), new("return", null, "return #;", result(scope)));
        }
    }

    private TypeRef Assigned()
    {
        var type = _random.Next(4) == 0 ? _types.RandomParameter(isRecord: true) : OneOf(_types.Scalars);
        return _random.Next(3) == 0 ? type.Nullable : type.NotNull;
    }

    private Node Assignment(Variable variable, Scope scope, int depth) => variable.Type switch
    {
        { Nullness: Nullness.NotNull, Type: ScalarType { Scalar: Scalar.Int } } when _random.Next(2) == 0 =>
            _random.Next(3) == 0 ? new("increment", null, variable.Name + "++;") : new("compound", null, variable.Name + OneOf([" += ", " -= "]) + "#;", Value(_types.Int, depth - 1, scope)),
        { Nullness: Nullness.NotNull, Type: ScalarType { Scalar: Scalar.Text } } when _random.Next(2) == 0 => new("append", null, variable.Name + " += #;", Value(_types.Text, depth - 1, scope)),
        { Nullness: Nullness.Nullable } when _random.Next(3) == 0 => new("coalesceAssignment", null, variable.Name + " ??= #;", Value(variable.Type.NotNull, depth - 1, scope)),
        _ => new("assignment", null, variable.Name + " = #;", Value(variable.Type, depth - 1, scope)),
    };

    private Node Returning(Func<Scope, Node> result, Scope scope, int depth, int nesting) =>
        nesting > 0 && _random.Next(3) == 0 ? Statements(result, scope, depth, nesting - 1, returns: true) : new("return", null, "return #;", result(scope));

    /// <summary>A statement that always returns.</summary>
    private Node Ending(Func<Scope, Node> result, Scope scope, int depth, int nesting) => nesting == 0 ? new("return", null, "return #;", result(scope)) : _random.Next(6) switch
    {
        0 => new("ifElseReturn", null, "if (#) # else #", Condition(depth - 1, scope), Returning(result, scope, depth, nesting), Returning(result, scope, depth, nesting)),
        1 => SwitchStatement(result, scope, depth, nesting - 1, returns: true),
        _ => new("return", null, "return #;", result(scope)),
    };

    private Node SwitchStatement(Func<Scope, Node> result, Scope scope, int depth, int nesting, bool returns)
    {
        var isTuple = _random.Next(5) == 0;
        List<Node> subjects = [.. Enumerable.Range(0, isTuple ? 2 : 1).Select(_ => Subject(depth - 1, scope))];
        var sections = new List<Node>();
        var patternTexts = new HashSet<string>(StringComparer.Ordinal);
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            var variables = new List<Variable>();
            var patterns = subjects.Select(subject => Pattern(subject.Type!, depth - 1, variables)).ToArray();
            var pattern = isTuple ? new("tuplePattern", null, "(@, @)", patterns) { IsPattern = true } : patterns[0];
            if (!patternTexts.Add(pattern.Write(isExecuted: false)))
            {
                continue;
            }

            var inner = scope.With(variables);
            var label = _random.Next(4) > 0 || IsCatchAll(pattern) ? new("guardedLabel", null, "case # when @:", pattern, Condition(depth - 1, inner)) : new Node("label", null, "case #:", pattern);
            if (variables.Count == 0 && !isTuple && _random.Next(4) == 0 && Constant(subjects[0].Type!) is { } constant && patternTexts.Add(constant.Write(isExecuted: false)))
            {
                label = new("labels", null, "# case #:", label, constant);
            }

            sections.Add(Section(label, inner));
        }

        if (returns || _random.Next(2) == 0)
        {
            sections.Insert(_random.Next(3) == 0 ? 0 : sections.Count, Section(new("defaultLabel", null, "default:"), scope));
        }

        var subject = isTuple ? new("tuple", null, "#, #", [.. subjects]) : subjects[0];
        return new("switchStatement", null, "switch (#) #", subject, Node.List("sections", null, "{ ", " ", " }", sections, 1));

        Node Section(Node label, Scope inner) => returns || _random.Next(2) == 0
            ? new("section", null, "# #", label, Returning(result, inner, depth, nesting))
            : _random.Next(3) == 0 ? new("breakSection", null, "# break;", label)
            : new("sectionWithBreak", null, "# # break;", label, Statements(result, inner, depth, Math.Min(nesting, 1), returns: false));
    }
}
