using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Expressions;

/// <content>Blocks: what C# evaluates once and reads more than once becomes a variable of the block in which it is evaluated.</content>
internal sealed partial class ExpressionReader
{
    private HashSet<string> _names = new(parameters.Values.Select(static value => value.Root()).OfType<ValueExpression>().Select(static value => value.Name), StringComparer.Ordinal);

    /// <summary>Where the variables of a body are read, by the operation that the body is.</summary>
    private readonly Dictionary<IOperation, List<(ILocalSymbol Local, int Position)>> _localReads = [];
    private Block _block = new(outer: null);

    /// <summary>The block that is being read: the body's own at first.</summary>
    public Block CurrentBlock => _block;

    /// <summary>Opens a block for something that is evaluated only under a condition.</summary>
    public Block OpenBlock() => _block = new Block(_block);

    public void CloseBlock() => _block = _block.Outer!;

    /// <summary>The value of the body, in the block of its local variables.</summary>
    public Expression InBlock(Expression value) => ExpressionBlocks.Let(_block.Bindings, value, value.Anchor);

    /// <summary>A value that is read more than once: itself if it is a path or a constant, else a variable of the current block.</summary>
    private Expression Once(Expression value, string name = "value") =>
        value.IsPath() || value is ConstantExpression or InvalidExpression ? value
        : value.Unbounded(Known) is { } quotient ? RefuseUnbounded(quotient)
        : Declare(value, name, value.Anchor, isDeclared: false);

    /// <summary>A name that no other variable of the body has.</summary>
    private string Unique(string name)
    {
        var unique = name;
        for (var i = 2; !_names.Add(unique); i++)
        {
            unique = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return unique;
    }

    private LocalExpression Declare(Expression value, string name, int anchor, bool isDeclared)
    {
        var unique = Unique(name);
        _block.Bindings.Add(new Binding(unique, value, anchor, isDeclared));
        return new LocalExpression(unique, value.Type, value.Anchor);
    }

    /// <summary>Reads what is evaluated only if a condition holds. What it computes once stands in a block behind the condition.</summary>
    /// <param name="extent">What is evaluated.</param>
    /// <param name="guard">The condition; null where it cannot be asked again.</param>
    /// <param name="read">Reads it.</param>
    private Expression Behind(IOperation extent, Expression? guard, Func<Expression> read)
    {
        OpenBlock();
        var result = read();
        return Close(extent, guard, result);
    }

    /// <summary>Closes the current block around its result. A variable that C# reads outside moves to the block around, where it is null unless the condition holds.</summary>
    private Expression Close(IOperation extent, Expression? guard, Expression result)
    {
        var block = _block;
        CloseBlock();
        if (block.Bindings.Count == 0 || result is InvalidExpression)
        {
            return result;
        }

        if (LocalsReadOutside(extent, extent.Syntax.Span).FirstOrDefault(local => IsOf(local, block)) is not { } escaping)
        {
            return ExpressionBlocks.Let(block.Bindings, result, result.Anchor);
        }

        if (guard is null || guard.IsVolatile())
        {
            return RefuseEscaping(escaping);
        }

        MoveOut(block, guard);
        return result;
    }

    private InvalidExpression RefuseEscaping(ISymbol variable) =>
        Refuse(variable.Locations[0], "the variable '" + variable.Name + "', which is declared under a condition and read outside of it,", "declare it in a statement before");

    private void MoveOut(Block block, Expression guard)
    {
        foreach (var binding in block.Bindings)
        {
            var none = ExpressionSimplifier.Null(binding.Value.Type, binding.Anchor);
            _block.Bindings.Add(binding with
            {
                Value = ExpressionSimplifier.Conditional(guard, binding.Value, none, binding.Value.Type.AsNullable(), binding.Anchor),
            });
        }
    }

    private bool IsOf(ISymbol local, Block block) => _locals.TryGetValue(local, out var value) && value.Root() is LocalExpression { Name: var name } && block.Has(name);

    /// <summary>The variables that are declared in a part of the body and read outside of it.</summary>
    /// <param name="operation">An operation of the body.</param>
    /// <param name="extent">The part.</param>
    private IEnumerable<ILocalSymbol> LocalsReadOutside(IOperation operation, TextSpan extent)
    {
        var root = RootOf(operation);
        if (!_localReads.TryGetValue(root, out var localReads))
        {
            localReads = [];
            foreach (var descendant in root.Descendants())
            {
                if (descendant is ILocalReferenceOperation { IsDeclaration: false } read)
                {
                    localReads.Add((read.Local, read.Syntax.SpanStart));
                }
            }

            _localReads.Add(root, localReads);
        }

        foreach (var (local, position) in localReads)
        {
            if (!extent.Contains(position) && local.Locations is [{ SourceSpan: var declared }] && extent.Contains(declared))
            {
                yield return local;
            }
        }
    }

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>Reads operands of which each is evaluated only if those before it do not decide.</summary>
    /// <param name="chain">What they are operands of.</param>
    /// <param name="operands">The operands, each with what reads it.</param>
    /// <param name="isAnd">Whether they are joined by <c>and</c>.</param>
    private Expression ReadInTurn(IOperation chain, List<(IOperation Operation, Func<Expression> Read)> operands, bool isAnd)
    {
        var anchor = Anchor(chain);
        var extent = TextSpan.FromBounds(operands[0].Operation.Syntax.SpanStart, operands[operands.Count - 1].Operation.Syntax.Span.End);
        bool? readOutside = null;
        var outer = new Stack<List<Expression>>();
        var mark = Known.Mark;
        var read = new List<Expression> { operands[0].Read() };
        for (var i = 1; i < operands.Count; i++)
        {
            Known.Learn(read[read.Count - 1], holds: isAnd);
            OpenBlock();
            var operand = operands[i].Read();
            if (_block.Bindings.Count == 0)
            {
                CloseBlock();
                read.Add(operand);
            }
            else if (readOutside ??= LocalsReadOutside(chain, extent).Any())
            {
                // The condition becomes a variable too, unless it is as short as one.
                var block = _block;
                CloseBlock();
                var before = Join(read, anchor, isAnd);
                var guard = before.IsSmallTest() ? before : Once(before, "guard");
                MoveOut(block, isAnd ? guard : ExpressionSimplifier.Not(guard, anchor));
                read = [guard, operand];
            }
            else if (LocalsReadOutside(chain, operands[i].Operation.Syntax.Span).Any(local => IsOf(local, _block)))
            {
                // The operands that follow stand in the block too.
                outer.Push(read);
                read = [operand];
            }
            else
            {
                read.Add(Close(operands[i].Operation, guard: null, operand));
            }
        }

        Known.Forget(mark);
        while (outer.Count > 0)
        {
            var rest = ExpressionBlocks.Let(_block.Bindings, Join(read, anchor, isAnd), anchor);
            CloseBlock();
            read = outer.Pop();
            read.Add(rest);
        }

        return Join(read, anchor, isAnd);
    }

    private static Expression Join(List<Expression> operands, int anchor, bool isAnd) =>
        isAnd ? ExpressionSimplifier.And(anchor, operands.ToArray()) : ExpressionSimplifier.Or(anchor, operands.ToArray());
}
