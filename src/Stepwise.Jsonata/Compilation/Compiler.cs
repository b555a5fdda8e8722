using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.Jsonata.Functions;
using Stepwise.Jsonata.Operations;
using Stepwise.Jsonata.Runtime;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Compilation;

/// <summary>Compiles a syntax tree to operations. Variables become slots, and everything that does not depend on the input is decided here.</summary>
internal sealed class Compiler
{
    private const int LevelsBetweenGuards = 24;

    private readonly bool _countsNesting;

    /// <summary>How many nodes are around the one that is compiled, for the guards of the stack.</summary>
    private int _guardLevel;

    /// <summary>How many evaluations are around the node in its function.</summary>
    private int _level;

    /// <summary>How many evaluations nest in the function so far.</summary>
    private int _deepest;

    /// <summary>Whether the node that is compiled evaluates something that is not counted by itself: a constant or the name of a step.</summary>
    private bool _hasUncounted;

    private Compiler(bool countsNesting) => _countsNesting = countsNesting;

    /// <summary>Compiles an expression and declares its variables in a scope.</summary>
    /// <param name="root">The syntax tree.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="countsNesting">Whether the evaluation counts the evaluations that nest.</param>
    /// <param name="nesting">The number of evaluations that may nest, without the bodies of functions.</param>
    /// <returns>The operation.</returns>
    public static Operation Compile(JsonataNode root, Scope scope, bool countsNesting, out int nesting)
    {
        DeclareBindings(root, scope);
        var compiler = new Compiler(countsNesting);
        var operation = compiler.Node(root, scope);
        nesting = compiler._deepest;
        return operation;
    }

    private static void DeclareBindings(JsonataNode node, Scope scope)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        SyntaxWalk.CollectBindings(node, names);
        foreach (var name in names)
        {
            scope.Declare(name);
        }
    }

    private static int[] SlotsOf(Scope scope) => [.. scope.Variables.Select(v => v.Value.Slot)];

    private Operation Node(JsonataNode node, Scope scope, bool isTail = false)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new JsonataException("U1001") { UserMessage = "Stack overflow error: The expression is nested too deeply." };
        }

        var needsGuard = ++_guardLevel % LevelsBetweenGuards == 0;
        _level++;

        // The names of a path's steps are evaluated as well.
        _deepest = Math.Max(_deepest, node is PathNode ? _level + 1 : _level);
        var outer = _hasUncounted;
        _hasUncounted = node is PathNode;
        var operation = Whole(node, scope, isTail);
        if (_countsNesting && operation is not ConstantOperation)
        {
            operation = new CountOperation(operation, _hasUncounted ? 2 : 1);
            _hasUncounted = outer;
        }
        else
        {
            _hasUncounted = true;
        }

        _level--;
        _guardLevel--;

        // A guard around a constant would hide from other operations that it is constant.
        return needsGuard && operation is not ConstantOperation ? new GuardOperation(operation) : operation;
    }

    private Operation Whole(JsonataNode node, Scope scope, bool isTail)
    {
        if (node is PathNode path)
        {
            return Path(path, scope);
        }

        // A call at the end of a function is a tail call, unless it has predicates. JSONata ignores a group after it.
        if (isTail && node is CallNode call && node.Predicates.Count == 0)
        {
            return Call(call, scope, isTail: true);
        }

        var isPlain = node.Predicates.Count == 0 && node.Group is null;
        var operation = Core(node, scope, isTail && isPlain && !node.KeepsArray);
        if (node.Predicates.Count > 0)
        {
            operation = new FilterOperation(operation, Predicates(node, scope));
        }

        if (node.Group is { } group)
        {
            operation = new GroupOperation(operation, Grouping(group.Members, group.Position, scope, null));
        }

        return node.KeepsArray ? new KeepOperation(operation) : operation;
    }

    private Predicate[] Predicates(JsonataNode node, Scope scope)
        => [.. node.Predicates.Select(s => PredicateOf(s.Predicate, scope))];

    private Predicate PredicateOf(JsonataNode node, Scope scope)
    {
        // A number is an index and is not evaluated.
        var (deepest, hasUncounted) = (_deepest, _hasUncounted);
        var predicate = new Predicate(Node(node, scope));
        if (node is LiteralNode { Value: JsonNumber })
        {
            (_deepest, _hasUncounted) = (deepest, hasUncounted);
        }

        return predicate;
    }

    private Operation Core(JsonataNode node, Scope scope, bool isTail) => node switch
    {
        LiteralNode literal => new ConstantOperation(literal.Value),
        RegexNode regex => new ConstantOperation(new RegexFunction(regex.Pattern, regex.Flags, regex.Position)),
        NameNode name => new NameOperation(name.Name),
        WildcardNode => new WildcardOperation(),
        DescendantNode => new DescendantOperation(),
        ParentNode parent => Variable(parent.Slot.Label, scope),
        VariableNode { Name: "" } => new ContextOperation(),
        VariableNode { Name: "$" } => new RootOperation(),
        VariableNode variable => Variable(variable.Name, scope),
        BinaryNode binary => Binary(binary, scope),
        NegateNode negate => new NegateOperation(Node(negate.Operand, scope), negate.Position),
        ArrayNode array => new ArrayOperation([.. array.Items.Select(i => Node(i, scope))], [.. array.Items.Select(i => i is ArrayNode)], array.IsConstructedArray),
        ObjectNode @object => new ObjectOperation(Grouping(@object.Members, @object.Position, scope, null)),
        BlockNode block => Block(block, scope, isTail),
        BindNode bind => Bind(bind, scope),
        ApplyNode apply => new ApplyOperation(Node(apply.Left, scope), ApplyTarget(apply.Right, scope), LevelInFunction, apply.Position),
        ConditionNode condition => new ConditionOperation(
            Node(condition.Condition, scope),
            Node(condition.Then, scope, isTail),
            condition.Else is null ? null : Node(condition.Else, scope, isTail)),
        CallNode call => Call(call, scope, isTail: false),
        PartialNode partial => Partial(partial, scope),
        LambdaNode lambda => Lambda(lambda, scope),
        TransformNode transform => Transform(transform, scope),
        _ => throw new JsonataException("S0500", "Attempted to evaluate an expression containing syntax error(s)"),
    };

    private TransformOperation Transform(TransformNode node, Scope scope)
    {
        var (level, deepest) = BeginFunction();
        var transform = new TransformOperation(
            Node(node.Pattern, scope),
            Node(node.Update, scope),
            node.Update.Position,
            node.Delete is null ? null : Node(node.Delete, scope),
            node.Delete?.Position ?? 0,
            Variable("clone", scope),
            node.Position)
        { Nesting = NestingOfFunction };
        EndFunction(level, deepest);
        return transform;
    }

    private static Operation Variable(string name, Scope scope)
    {
        var places = scope.Find(name, out var isAlwaysBound);
        return places.Count switch
        {
            0 => new GlobalOperation(name, Library(name)),
            1 when isAlwaysBound => new SlotOperation(places[0].Hops, places[0].Slot),
            _ => new VariableOperation(name, [.. places], Library(name)),
        };
    }

    private static JsonataFunction? Library(string name)
        => FunctionLibrary.All.TryGetValue(name, out var function) ? function : name == EvalFunction.Instance.Name ? EvalFunction.Instance : null;

    private Operation Binary(BinaryNode node, Scope scope)
    {
        var left = Node(node.Left, scope);
        var right = Node(node.Right, scope);
        var position = node.Position;
        return node.Operator switch
        {
            JsonataOperator.Equal => new EqualityOperation(isEqual: true, left, right, "=", position),
            JsonataOperator.NotEqual => new EqualityOperation(isEqual: false, left, right, "!=", position),
            JsonataOperator.Less => new OrderOperation(node.Operator, left, right, "<", position),
            JsonataOperator.LessOrEqual => new OrderOperation(node.Operator, left, right, "<=", position),
            JsonataOperator.Greater => new OrderOperation(node.Operator, left, right, ">", position),
            JsonataOperator.GreaterOrEqual => new OrderOperation(node.Operator, left, right, ">=", position),
            JsonataOperator.Concatenate => new ConcatenationOperation(left, right, "&", position),
            JsonataOperator.Range => new RangeOperation(left, right, "..", position),
            JsonataOperator.And => new LogicOperation(isAnd: true, left, right, "and", position),
            JsonataOperator.Or => new LogicOperation(isAnd: false, left, right, "or", position),
            JsonataOperator.In => new InclusionOperation(left, right, "in", position),
            JsonataOperator.Add => new ArithmeticOperation(node.Operator, left, right, "+", position),
            JsonataOperator.Subtract => new ArithmeticOperation(node.Operator, left, right, "-", position),
            JsonataOperator.Multiply => new ArithmeticOperation(node.Operator, left, right, "*", position),
            JsonataOperator.Divide => new ArithmeticOperation(node.Operator, left, right, "/", position),
            _ => new ArithmeticOperation(node.Operator, left, right, "%", position),
        };
    }

    private Grouping Grouping(IReadOnlyList<JsonataPair> members, int position, Scope scope, Scope? tupleScope)
    {
        var pairs = members.Select(m => (Node(m.Key, scope), Node(m.Value, scope))).ToArray();
        return new Grouping(pairs, position) { StreamSlotCount = tupleScope?.SlotCount ?? 0 };
    }

    private Operation Block(BlockNode node, Scope scope, bool isTail)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var expression in node.Expressions)
        {
            SyntaxWalk.CollectBindings(expression, names);
        }

        if (names.Count == 0)
        {
            return new BlockOperation(Expressions(node, scope, isTail), null);
        }

        var hasFrame = node.Expressions.Any(SyntaxWalk.Captures);
        var inner = hasFrame ? Scope.WithFrame(scope) : Scope.Within(scope);
        foreach (var name in names)
        {
            inner.Declare(name);
        }

        var expressions = Expressions(node, inner, isTail);
        return hasFrame ? new BlockOperation(expressions, inner) : new InnerBlockOperation(expressions, HopsTo(scope, inner.Host), SlotsOf(inner));
    }

    private static int HopsTo(Scope from, Scope host)
    {
        var hops = 0;
        for (var scope = from; scope != host; scope = scope.Parent!)
        {
            hops += scope.HasFrame ? 1 : 0;
        }

        return hops;
    }

    private Operation[] Expressions(BlockNode node, Scope scope, bool isTail)
        => [.. node.Expressions.Select((e, i) => Node(e, scope, isTail && i == node.Expressions.Count - 1))];

    private BindOperation Bind(BindNode node, Scope scope)
    {
        var value = Node(node.Value, scope);

        // The variable was declared in the nearest scope that has bindings.
        var place = scope.Find(node.Target.Name, out _)[0];
        return new BindOperation(value, place.Hops, place.Slot, place.IsAlwaysBound);
    }

    private Operation ApplyTarget(JsonataNode node, Scope scope)
        => node is CallNode call ? Call(call, scope, isTail: false) : Node(node, scope);

    private CallOperation Call(CallNode node, Scope scope, bool isTail)
        => new(
            Node(node.Procedure, scope),
            [.. node.Arguments.Select(a => Node(a, scope))],
            NameOf(node.Procedure),
            Forgotten(node.Procedure, scope),
            isTail,
            scope,
            LevelInFunction,
            node.Position);

    private PartialOperation Partial(PartialNode node, Scope scope)
        => new(
            Node(node.Procedure, scope),
            [.. node.Arguments.Select(a => a is PlaceholderNode ? null : Node(a, scope))],
            NameOf(node.Procedure),
            Forgotten(node.Procedure, scope),
            node.Position);

    private static string? NameOf(JsonataNode procedure) => procedure is VariableNode variable ? variable.Name : ForgottenName(procedure);

    /// <summary>The name of the member that is called, as in <c>sum(x)</c>, where <c>$sum(x)</c> is probably meant.</summary>
    private static string? ForgottenName(JsonataNode procedure) => procedure is PathNode { Steps: [NameNode name, ..] } ? name.Name : null;

    private static VariableOperation? Forgotten(JsonataNode procedure, Scope scope)
        => ForgottenName(procedure) is { } name ? new VariableOperation(name, [.. scope.Find(name, out _)], Library(name)) : null;

    private LambdaOperation Lambda(LambdaNode node, Scope scope)
    {
        var inner = Scope.WithFrame(scope);
        var parameters = node.Parameters.Select(p => inner.Declare(p, isAlwaysBound: true).Slot).ToArray();
        DeclareBindings(node.Body, inner);
        var (level, deepest) = BeginFunction();
        var body = Node(node.Body, inner, isTail: true);
        var nesting = NestingOfFunction;
        EndFunction(level, deepest);
        return new LambdaOperation(parameters, node.Signature, body, inner) { Nesting = nesting };
    }

    /// <summary>How many evaluations are around a call in its function. A counting evaluation counts them itself.</summary>
    private int LevelInFunction => _countsNesting ? 0 : _level;

    /// <summary>How many evaluations may nest in the function that is compiled. 0 if the evaluation counts them itself.</summary>
    private int NestingOfFunction => _countsNesting ? 0 : _deepest;

    private (int Level, int Deepest) BeginFunction()
    {
        var around = (_level, _deepest);
        (_level, _deepest) = (0, 0);
        return around;
    }

    private void EndFunction(int level, int deepest)
    {
        (_level, _deepest) = (level, deepest);

        // The function is not evaluated where it is defined.
        _hasUncounted = false;
    }

    private PathOperation Path(PathNode node, Scope scope)
    {
        var firstTuple = node.Steps.TakeWhile(s => !s.IsTuple).Count();
        Scope? tupleScope = null;
        if (firstTuple < node.Steps.Count)
        {
            tupleScope = Scope.WithFrame(scope);
            var names = new List<string>();
            foreach (var step in node.Steps)
            {
                SyntaxWalk.CollectTupleNames(step, names);
            }

            foreach (var name in names)
            {
                tupleScope.Declare(name);
            }
        }

        var steps = node.Steps.Select((s, i) => Step(s, i, i >= firstTuple ? tupleScope! : scope, tupleScope, scope)).ToArray();
        return new PathOperation(steps, tupleScope)
        {
            IsAbsolute = node.Steps[0] is VariableNode,
            KeepsSingleton = node.KeepsSingletonArray || node.KeepsArray,
            GivesTuples = tupleScope is not null && node.IsTuple,
            Group = node.Group is { } group ? Grouping(group.Members, group.Position, tupleScope ?? scope, tupleScope) : null,
        };
    }

    private PathStep Step(JsonataNode node, int index, Scope scope, Scope? tupleScope, Scope outer)
    {
        var isName = node is NameNode && node.Predicates.Count == 0 && node.Group is null;
        var operation = isName || node is SortNode
            ? null
            : Node(node, index == 0 && node.IsConstructedArray ? outer : scope);
        return new PathStep
        {
            Name = isName ? ((NameNode)node).Name : null,
            Operation = operation,
            Sort = node is SortNode sort
                ? new SortOperation([.. sort.Terms.Select(t => (Node(t.Expression, scope), t.IsDescending))], sort.Position)
                : null,
            Stages = [.. node.Stages.Select(s => Stage(s, scope, tupleScope))],
            IsConstructedArray = node.IsConstructedArray,
            IsTuple = node.IsTuple,
            FocusSlot = Slot(node.Focus, tupleScope),
            IndexSlot = Slot(node.Index, tupleScope),
            AncestorSlot = Slot(node.Ancestor?.Label, tupleScope),
        };
    }

    private static int Slot(string? name, Scope? scope) => name is not null && scope is not null && scope.TryFind(name, out var variable) ? variable.Slot : -1;

    private PathStep.Stage Stage(JsonataStage stage, Scope scope, Scope? tupleScope)
        => stage is FilterStage filter ? new(PredicateOf(filter.Predicate, scope), -1) : new(null, Slot(((IndexStage)stage).Variable, tupleScope));
}
