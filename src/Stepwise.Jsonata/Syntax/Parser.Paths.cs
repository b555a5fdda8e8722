using Stepwise.Json;

namespace Stepwise.Jsonata.Syntax;

/// <content>Builds paths from steps and from what follows them.</content>
internal sealed partial class Parser
{
    private PathNode Step(JsonataNode left, JsonataNode right, Token token)
    {
        var path = AsPath(left);
        if (left is ParentNode parent)
        {
            SetSeeking(path, [parent.Slot]);
        }

        var steps = path.StepList;
        var first = Math.Max(0, steps.Count - 1);
        while (first > 0 && steps[first] is SortNode)
        {
            first--;
        }

        if (right is PathNode more)
        {
            steps.AddRange(more.StepList);
        }
        else
        {
            if (right.Predicates.Count > 0)
            {
                PredicatesBecomeStages(right);
            }

            steps.Add(right);
        }

        for (var i = first; i < steps.Count; i++)
        {
            if (steps[i] is LiteralNode literal)
            {
                if (literal.Value is JsonString name)
                {
                    steps[i] = Named(literal, name.Value);
                }
                else
                {
                    _errors.Meaning("S0213", literal.Position, literal.Start, literal.End, value: literal.Value);
                }
            }

            if (steps[i].KeepsArray)
            {
                path.KeepsSingletonArray = true;
            }
        }

        if (steps[0] is ArrayNode)
        {
            steps[0].IsConstructedArray = true;
        }

        var last = steps[steps.Count - 1];
        if (last is ArrayNode)
        {
            last.IsConstructedArray = true;
        }

        ResolveAncestors(path);
        path.Position = token.End;
        return path;
    }

    private static PathNode AsPath(JsonataNode node)
        => node as PathNode ?? new PathNode(node.Start, [node]) { End = node.End, Position = node.Position };

    private NameNode Named(LiteralNode literal, string name)
    {
        var step = new NameNode(literal.Start, name)
        {
            End = literal.End,
            Position = literal.Position,
            Predicates = literal.Predicates,
            Stages = literal.Stages,
            Group = literal.Group,
            Focus = literal.Focus,
            Index = literal.Index,
            Ancestor = literal.Ancestor,
            IsTuple = literal.IsTuple,
            KeepsArray = literal.KeepsArray,
        };
        if (Seeking(literal) is { } slots)
        {
            SetSeeking(step, slots);
        }

        return step;
    }

    private static void PredicatesBecomeStages(JsonataNode step)
    {
        step.Stages = [.. step.Predicates];
        step.Predicates = [];
    }

    /// <summary>Applies <c>[]</c> to the expression below the predicates.</summary>
    private void KeepArray(Operand operand)
    {
        var node = operand.Node;
        node.KeepsArray = true;
        node.End = _previousEnd;
        if (node is not PathNode path)
        {
            return;
        }

        var last = path.StepList[path.StepList.Count - 1];
        if (operand.Inner == OperandForm.Name)
        {
            path.KeepsSingletonArray = true;
        }

        if (operand.Inner is OperandForm.Name or OperandForm.Focus)
        {
            last.KeepsArray = true;
            last.End = _previousEnd;
        }
    }

    private JsonataNode AddPredicate(JsonataNode node, JsonataNode predicate, Token token)
    {
        var step = node is PathNode path ? path.StepList[path.StepList.Count - 1] : node;
        if (step.Group is not null)
        {
            _errors.Meaning("S0209", token.End, token.Start, _previousEnd);
        }

        if (Seeking(predicate) is { } slots)
        {
            foreach (var slot in slots)
            {
                if (slot.Level == 1)
                {
                    SeekParent(step, slot);
                }
                else
                {
                    slot.Level--;
                }
            }

            PassAncestors(step, predicate);
        }

        var filter = new FilterStage(predicate, token.End);
        if (node is PathNode)
        {
            step.Stages = Appended(step.Stages, filter);
        }
        else
        {
            step.Predicates = Appended(step.Predicates, filter);
        }

        step.End = node.End = _previousEnd;
        return node;
    }

    private static List<T> Appended<T>(IReadOnlyList<T> list, T item)
    {
        if (list is List<T> longer)
        {
            longer.Add(item);
            return longer;
        }

        return [.. list, item];
    }

    private JsonataNode AddGroup(JsonataNode node, List<JsonataPair> members, Token token)
    {
        if (node.Group is not null)
        {
            _errors.Meaning("S0210", token.End, token.Start, _previousEnd);
        }

        node.Group = new(members, token.End);
        node.End = _previousEnd;
        return node;
    }

    private PathNode AddSort(JsonataNode node, Token token)
    {
        Expect(TokenKind.OpenParenthesis);
        var terms = new List<JsonataSortTerm>();
        do
        {
            var isDescending = _token.Kind == TokenKind.Greater;
            if (_token.Kind is TokenKind.Greater or TokenKind.Less)
            {
                Advance();
            }

            terms.Add(new(Expression(0).Node, isDescending));
        }
        while (TakeSeparator(TokenKind.Comma, TokenKind.CloseParenthesis));
        Expect(TokenKind.CloseParenthesis);

        var path = AsPath(node);
        var sort = Finish(new SortNode(token.Start, terms), token);
        foreach (var term in terms)
        {
            PassAncestors(sort, term.Expression);
        }

        path.StepList.Add(sort);
        ResolveAncestors(path);
        return path;
    }

    private Operand Focus(Operand left, Token token)
    {
        var right = Expression(Power(token.Kind));
        if (right is not { Form: OperandForm.Variable, Node: VariableNode variable })
        {
            _errors.Form("S0214", right.Token.End, right.Node.Start, right.Node.End, token.Said);
            return left;
        }

        var node = left.Node;
        var step = node is PathNode path ? path.StepList[path.StepList.Count - 1] : node;
        if (step.Stages.Count > 0 || step.Predicates.Count > 0)
        {
            _errors.Meaning("S0215", token.End, token.Start, _previousEnd);
        }
        else if (step is SortNode)
        {
            _errors.Meaning("S0216", token.End, token.Start, _previousEnd);
        }

        step.Focus = variable.Name;
        step.IsTuple = true;
        step.End = _previousEnd;
        node.End = _previousEnd;
        return new(node, OperandForm.Focus, token);
    }

    private Operand Index(Operand left, Token token)
    {
        var right = Expression(Power(token.Kind));
        if (right is not { Form: OperandForm.Variable, Node: VariableNode variable })
        {
            _errors.Form("S0214", right.Token.End, right.Node.Start, right.Node.End, token.Said);
            return left;
        }

        var isPath = left.Node is PathNode;
        var path = AsPath(left.Node);
        var step = path.StepList[path.StepList.Count - 1];
        if (!isPath && step.Predicates.Count > 0)
        {
            PredicatesBecomeStages(step);
        }

        if (step.Stages.Count == 0)
        {
            step.Index = variable.Name;
        }
        else
        {
            step.Stages = Appended(step.Stages, new IndexStage(variable.Name, token.End));
        }

        step.IsTuple = true;
        step.End = _previousEnd;
        path.End = _previousEnd;
        return new(path, OperandForm.Other, token);
    }
}
