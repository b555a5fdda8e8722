using Stepwise.Jsonata.Syntax;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>Checks the JSONata expressions of a definition. It is the only part of the validator that parses them. It reports only what is certain.</summary>
internal sealed class JsonataCheck
{
    private readonly JsonataScope _scope;
    private readonly ICollection<string> _variables;
    private readonly List<JsonataProblem> _problems = [];

    /// <summary>The variables that are bound at the current node, the innermost last.</summary>
    private readonly List<HashSet<string>> _bound = [new(StringComparer.Ordinal)];

    /// <summary>All variables that are bound anywhere in the expression. A lambda may run later than the place where it is written, so all of them may be bound inside it.</summary>
    private readonly HashSet<string> _everBound = new(StringComparer.Ordinal);

    private readonly int _start;
    private int _lambdas;

    private JsonataCheck(JsonataNode root, JsonataScope scope, ICollection<string> variables)
    {
        _start = root.Start;
        _scope = scope;
        _variables = variables;
    }

    /// <summary>Checks one expression.</summary>
    /// <param name="expression">The text between the delimiters.</param>
    /// <param name="scope">The members of <c>$states</c> that it may read.</param>
    /// <param name="variables">Receives the names of the variables that it reads and does not define.</param>
    public static IReadOnlyList<JsonataProblem> Check(string expression, JsonataScope scope, ICollection<string> variables)
    {
        var tree = JsonataSyntax.Parse(expression);
        if (tree.Errors.Count > 0)
        {
            return [.. tree.Errors.Select(error => new JsonataProblem(DiagnosticCodes.InvalidJsonataExpression, error.Message + ".", error.Start, error.End))];
        }

        var check = new JsonataCheck(tree.Root, scope, variables);
        check.CollectBound(tree.Root);
        check.Visit(tree.Root, hasContext: false);
        if (JsonataDepth.Of(tree.Root) is var depth && depth > Limits.NestedEvaluations)
        {
            check.Report(
                DiagnosticCodes.DeepExpression, $"The expression nests {depth} evaluations; Step Functions allows {Limits.NestedEvaluations}. Bind a part of it to a variable, as in '($a := ...; ...)'.",
                tree.Root, DefinitionSeverity.Warning);
        }

        return [.. check._problems.OrderBy(static problem => problem.Start)];
    }

    private void CollectBound(JsonataNode root)
    {
        var rest = new Stack<JsonataNode>();
        rest.Push(root);
        while (rest.Count > 0)
        {
            var node = rest.Pop();
            Add(node.Focus);
            Add(node.Index);
            foreach (var index in node.Stages.OfType<IndexStage>())
            {
                Add(index.Variable);
            }

            if (node is BindNode bind)
            {
                Add(bind.Target.Name);
            }

            foreach (var child in node.Children())
            {
                rest.Push(child);
            }
        }

        void Add(string? name)
        {
            if (name is not null)
            {
                _everBound.Add(name);
            }
        }
    }

    /// <summary>Visits a node. Chains of left operands can have any length, so a loop visits them.</summary>
    private void Visit(JsonataNode node, bool hasContext)
    {
        var chain = new Stack<JsonataNode>();
        while (Left(node) is { } left)
        {
            chain.Push(node);
            node = left;
        }

        VisitOne(node, hasContext);
        while (chain.Count > 0)
        {
            VisitOne(chain.Pop(), hasContext);
        }
    }

    private static JsonataNode? Left(JsonataNode node)
        => node switch
        {
            BinaryNode binary => binary.Left,
            ApplyNode apply => apply.Left,
            ConditionNode condition => condition.Condition,
            CallNode { Procedure: not (VariableNode or PathNode) } call => call.Procedure,
            PartialNode { Procedure: not (VariableNode or PathNode) } partial => partial.Procedure,
            _ => null,
        };

    /// <summary>Visits the parts of a node except its left operand, and the predicates and the group after the node.</summary>
    private void VisitOne(JsonataNode node, bool hasContext)
    {
        switch (node)
        {
            case VariableNode variable:
                CheckVariable(variable, hasContext);
                break;
            case WildcardNode or DescendantNode or ParentNode:
                CheckContext(node, node is WildcardNode ? "*" : node is DescendantNode ? "**" : "%", hasContext);
                break;
            case NameNode name:
                CheckContext(node, name.Name, hasContext);
                break;
            case PathNode path:
                VisitPath(path, hasContext);
                break;
            case BinaryNode binary:
                Visit(binary.Right, hasContext);
                break;
            case ConditionNode condition:
                Visit(condition.Then, hasContext);
                if (condition.Else is not null)
                {
                    Visit(condition.Else, hasContext);
                }

                break;
            case BlockNode block:
                _bound.Add(new(StringComparer.Ordinal));
                VisitAll(block.Expressions, hasContext);
                _bound.RemoveAt(_bound.Count - 1);
                break;
            case BindNode bind:
                if (bind.Value is LambdaNode)
                {
                    Bind(bind.Target.Name);
                }

                Visit(bind.Value, hasContext);
                Bind(bind.Target.Name);
                break;
            case LambdaNode lambda:
                VisitLambda(lambda, hasContext);
                break;
            case TransformNode:
                VisitAll(node.Children(), hasContext: true);
                return;
            case CallNode call:
                CheckProcedure(call, call.Procedure, call.Arguments.Count, hasContext);
                VisitAll(call.Arguments, hasContext);
                break;
            case PartialNode partial:
                CheckProcedure(partial, partial.Procedure, count: null, hasContext);
                VisitAll(partial.Arguments, hasContext);
                break;
            case ApplyNode apply:
                VisitApplied(apply.Right, hasContext);
                break;
            case NegateNode or ArrayNode or ObjectNode:
                VisitAll(Parts(node), hasContext);
                break;
            case SortNode sort:
                foreach (var term in sort.Terms)
                {
                    Visit(term.Expression, hasContext: true);
                }

                break;
        }

        if (node is not PathNode)
        {
            VisitBehind(node);
        }
    }

    private static IEnumerable<JsonataNode> Parts(JsonataNode node)
        => node switch
        {
            NegateNode negation => [negation.Operand],
            ArrayNode array => array.Items,
            ObjectNode made => made.Members.SelectMany(static member => (JsonataNode[])[member.Key, member.Value]),
            _ => [],
        };

    private void VisitAll(IEnumerable<JsonataNode> nodes, bool hasContext)
    {
        foreach (var node in nodes)
        {
            Visit(node, hasContext);
        }
    }

    private void VisitPath(PathNode path, bool hasContext)
    {
        CheckStates(path);
        _bound.Add(new(StringComparer.Ordinal));
        for (var i = 0; i < path.Steps.Count; i++)
        {
            var step = path.Steps[i];
            if (step.Focus is not null)
            {
                Bind(step.Focus);
            }

            if (step.Index is not null)
            {
                Bind(step.Index);
            }

            Visit(step, hasContext || i > 0);
        }

        VisitBehind(path);
        _bound.RemoveAt(_bound.Count - 1);
    }

    private void VisitBehind(JsonataNode node)
    {
        foreach (var predicate in node.Predicates)
        {
            Visit(predicate.Predicate, hasContext: true);
        }

        foreach (var stage in node.Stages)
        {
            switch (stage)
            {
                case FilterStage filter:
                    Visit(filter.Predicate, hasContext: true);
                    break;
                case IndexStage index:
                    Bind(index.Variable);
                    break;
            }
        }

        foreach (var pair in node.Group?.Members ?? [])
        {
            Visit(pair.Key, hasContext: true);
            Visit(pair.Value, hasContext: true);
        }
    }

    /// <summary>Visits the body of a lambda. Its context item is that of the place where the lambda is written. It is not always known whether that place has one.</summary>
    private void VisitLambda(LambdaNode lambda, bool hasContext)
    {
        _bound.Add(new(lambda.Parameters, StringComparer.Ordinal));
        _lambdas++;
        Visit(lambda.Body, hasContext);
        _lambdas--;
        _bound.RemoveAt(_bound.Count - 1);
    }

    /// <summary>Visits the right operand of <c>~&gt;</c>: a function, or a call that gets the left operand as its first argument.</summary>
    private void VisitApplied(JsonataNode function, bool hasContext)
    {
        switch (function)
        {
            case CallNode { Procedure: VariableNode } call:
                CheckProcedure(call, call.Procedure, call.Arguments.Count + 1, hasContext);
                VisitAll(call.Arguments, hasContext);
                VisitBehind(call);
                break;
            case VariableNode { Predicates.Count: 0 } variable:
                CheckProcedure(variable, variable, count: null, hasContext);
                break;
            default:
                Visit(function, hasContext);
                break;
        }
    }

    private void CheckProcedure(JsonataNode call, JsonataNode procedure, int? count, bool hasContext)
    {
        switch (procedure)
        {
            case VariableNode { Name: "eval" } variable when !IsBound("eval"):
                CheckVariable(variable, hasContext: true);
                break;
            case VariableNode { Name.Length: > 0 } variable when !IsBound(variable.Name):
                if (!JsonataLibrary.Has(variable.Name))
                {
                    Report(DiagnosticCodes.UnknownFunction, $"There is no function '${variable.Name}' in JSONata, and the expression does not define it.", variable, DefinitionSeverity.Warning);
                }
                else if (count is { } given && JsonataLibrary.Refuses(variable.Name, given, out var expected))
                {
                    Report(DiagnosticCodes.WrongArgumentCount, $"The function '${variable.Name}' takes {expected}, not {given}; the call fails when it runs.", call, DefinitionSeverity.Warning);
                }

                break;
            case PathNode { Steps: [NameNode { Name: var name } step] } when JsonataLibrary.Has(name) && step.Start != _start:
                Report(DiagnosticCodes.UnknownFunction, $"'{name}' is the name of a member and no function. Write '${name}'.", step, DefinitionSeverity.Warning);
                break;
            case PathNode path:
                Visit(path, hasContext);
                break;
            case VariableNode variable:
                VisitBehind(variable);
                break;
        }
    }

    private void CheckVariable(VariableNode variable, bool hasContext)
    {
        var name = variable.Name;
        if (name == "$")
        {
            Report(DiagnosticCodes.UnsupportedJsonataExpression, "'$$' is not supported. The context object is $states.context, the input $states.input.", variable);
        }
        else if (name.Length == 0)
        {
            CheckContext(variable, "$", hasContext);
        }
        else if (name == "eval" && !IsBound(name))
        {
            Report(DiagnosticCodes.UnsupportedJsonataExpression, "The function $eval is not supported. Use $parse for JSON text.", variable);
        }
        else if (name != "states" && !IsBound(name) && !JsonataLibrary.Has(name))
        {
            _variables.Add(name);
        }
    }

    /// <summary>Checks a name without a context item. AWS refuses an expression that begins with such a name. A name further inside reads nothing either, but it is not known whether AWS refuses it.</summary>
    private void CheckContext(JsonataNode node, string name, bool hasContext)
    {
        if (hasContext || _lambdas > 0)
        {
            return;
        }

        var advice = name switch
        {
            "$" => "read the state's input as $states.input",
            "*" or "**" or "%" => "begin with $states.input",
            _ => $"read the state's input as $states.input.{name}",
        };
        Report(
            DiagnosticCodes.UnsupportedJsonataExpression,
            $"Reference to '{name}' at the top level is not supported. There is no context item; {advice}.",
            node,
            node.Start == _start && node is NameNode ? DefinitionSeverity.Error : DefinitionSeverity.Warning);
    }

    private void CheckStates(PathNode path)
    {
        if (path.Steps is not [VariableNode { Name: "states", Predicates.Count: 0 }, NameNode { Name: var member } step, ..])
        {
            return;
        }

        var (advice, severity) = member switch
        {
            "input" or "context" => (null, default),
            "result" or "errorOutput" when _scope == JsonataScope.Unknown => (null, default),
            "result" when _scope == JsonataScope.ErrorOutput => ("A Catch has $states.errorOutput and no $states.result.", DefinitionSeverity.Warning),
            "result" => (_scope == JsonataScope.Result ? null : "Only Output and Assign of a Task, Map or Parallel can read it.", DefinitionSeverity.Error),
            "errorOutput" => (_scope == JsonataScope.ErrorOutput ? null : "Only Output and Assign of a Catch can read it.", DefinitionSeverity.Error),
            _ => ("The members are input, context, result and errorOutput.", DefinitionSeverity.Warning),
        };
        if (advice is not null)
        {
            Report(DiagnosticCodes.UnsupportedJsonataExpression, $"Field '$states.{member}' does not exist. {advice}", step, severity);
        }
    }

    private void Bind(string name) => _bound[_bound.Count - 1].Add(name);

    private bool IsBound(string name) => (_lambdas > 0 && _everBound.Contains(name)) || _bound.Exists(names => names.Contains(name));

    private void Report(string code, string message, JsonataNode node, DefinitionSeverity severity = DefinitionSeverity.Error)
        => _problems.Add(new(code, message, node.Start, node.End, severity));
}
