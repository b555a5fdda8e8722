using Stepwise.Jsonata.Syntax;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>
/// Counts nested evaluations, of which Step Functions allows <see cref="Vocabulary.Limits.NestedEvaluations"/>. It is a figure of the text: of two branches the deeper one counts, and
/// a function that calls itself counts once.
/// </summary>
internal sealed class JsonataDepth
{
    /// <summary>The functions that the expression gives a name.</summary>
    private readonly Dictionary<string, LambdaNode> _functions = new(StringComparer.Ordinal);

    /// <summary>The depth of the bodies of functions; 0 while it is being counted.</summary>
    private readonly Dictionary<LambdaNode, int> _bodies = [];

    /// <summary>The number of nested evaluations in an expression.</summary>
    /// <param name="root">The syntax tree of the expression.</param>
    public static int Of(JsonataNode root)
    {
        var depth = new JsonataDepth();
        var rest = new Stack<JsonataNode>();
        rest.Push(root);
        while (rest.Count > 0)
        {
            var node = rest.Pop();
            if (node is BindNode { Value: LambdaNode function } bind)
            {
                depth._functions[bind.Target.Name] = function;
            }

            foreach (var child in node.Children())
            {
                rest.Push(child);
            }
        }

        return depth.Count(root);
    }

    /// <summary>Counts a node. Chains of left operands can have any length, so a loop counts them.</summary>
    private int Count(JsonataNode node)
    {
        var chain = new Stack<JsonataNode>();
        while (Left(node) is { } left)
        {
            chain.Push(node);
            node = left;
        }

        var depth = CountOne(node, 0);
        while (chain.Count > 0)
        {
            depth = CountOne(chain.Pop(), depth);
        }

        return depth;
    }

    private static JsonataNode? Left(JsonataNode node) => node switch
    {
        BinaryNode binary => binary.Left,
        ApplyNode apply => apply.Left,
        ConditionNode condition => condition.Condition,
        CallNode { Procedure: not VariableNode } call => call.Procedure,
        PartialNode { Procedure: not VariableNode } partial => partial.Procedure,
        _ => null,
    };

    /// <param name="node">The node.</param>
    /// <param name="left">The depth of its left operand.</param>
    private int CountOne(JsonataNode node, int left)
    {
        var inside = Math.Max(left, node switch
        {
            BinaryNode binary => Count(binary.Right),
            ConditionNode { Else: { } otherwise } condition => Math.Max(Count(condition.Then), Count(otherwise)),
            ConditionNode condition => Count(condition.Then),
            ApplyNode { Right: CallNode call } => Math.Max(CountProcedure(call.Procedure), CountArguments(call.Arguments)),
            ApplyNode apply => Math.Max(Count(apply.Right), CountBody(apply.Right)),
            CallNode call => Math.Max(CountProcedure(call.Procedure), CountArguments(call.Arguments)),
            PartialNode partial => Math.Max(CountProcedure(partial.Procedure), CountArguments(partial.Arguments)),
            PathNode path => Most(path.Steps.Select(CountStep)),
            BindNode bind => Count(bind.Value),
            LambdaNode => 0,
            NegateNode or ArrayNode or ObjectNode or BlockNode or TransformNode => Most(Parts(node).Select(Count)),
            _ => 0,
        });
        return Math.Max(inside, CountBehind(node)) + 1;
    }

    private static IEnumerable<JsonataNode> Parts(JsonataNode node) => node switch
    {
        NegateNode negation => [negation.Operand],
        ArrayNode array => array.Items,
        ObjectNode made => made.Members.SelectMany(static member => (JsonataNode[])[member.Key, member.Value]),
        BlockNode block => block.Expressions,
        TransformNode { Delete: { } delete } transform => [transform.Pattern, transform.Update, delete],
        TransformNode transform => [transform.Pattern, transform.Update],
        _ => [],
    };

    /// <summary>A step and, at the same level, the predicates behind it. A sort is no evaluation of its own.</summary>
    private int CountStep(JsonataNode step)
    {
        var own = step is SortNode sort ? Most(sort.Terms.Select(term => Count(term.Expression))) : Count(step);
        return Math.Max(own, Most(step.Stages.OfType<FilterStage>().Select(filter => CountPredicate(filter.Predicate))));
    }

    private int CountBehind(JsonataNode node)
    {
        var predicates = Most(node.Predicates.Select(predicate => CountPredicate(predicate.Predicate)));
        return Math.Max(predicates, Most((node.Group?.Members ?? []).Select(pair => Math.Max(Count(pair.Key), Count(pair.Value)))));
    }

    /// <summary>A number between brackets is an index, and is not evaluated.</summary>
    private int CountPredicate(JsonataNode predicate) => predicate is LiteralNode { Value: Json.JsonNumber } ? 0 : Count(predicate);

    /// <summary>The function of a call, without what <see cref="Left"/> counts, and its body.</summary>
    private int CountProcedure(JsonataNode procedure) => Math.Max(procedure is VariableNode ? Count(procedure) : 0, CountBody(procedure));

    /// <summary>The arguments. A function among them is called at the level of the call.</summary>
    private int CountArguments(IReadOnlyList<JsonataNode> arguments) => Most(arguments.Select(argument => Math.Max(Count(argument), CountBody(argument))));

    /// <summary>The body of a function that the expression defines; 0 for anything else.</summary>
    private int CountBody(JsonataNode node)
    {
        var function = node switch
        {
            LambdaNode lambda => lambda,
            VariableNode variable when _functions.TryGetValue(variable.Name, out var named) => named,
            _ => null,
        };
        if (function is null)
        {
            return 0;
        }

        if (!_bodies.TryGetValue(function, out var depth))
        {
            _bodies[function] = 0;
            _bodies[function] = depth = Count(function.Body);
        }

        return depth;
    }

    private static int Most(IEnumerable<int> depths)
    {
        var most = 0;
        foreach (var depth in depths)
        {
            most = Math.Max(most, depth);
        }

        return most;
    }
}
