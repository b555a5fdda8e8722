using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Stepwise.Generator.Expressions;

/// <summary>Finds what the statements of a body come to. Each statement is looked at once, and stands in one place of the outcome, so that the outcome is as large as the body.</summary>
internal sealed class OutcomeBuilder
{
    /// <summary>Deeper than anything that a person writes.</summary>
    private const int DepthLimit = 100;

    private readonly Dictionary<IOperation, Exits> _exits = [];
    private int _depth;

    private OutcomeBuilder()
    {
    }

    /// <summary>What a block comes to.</summary>
    public static Outcome Of(IBlockOperation block) => new OutcomeBuilder().Read(block.Operations, Outcome.Nothing, Outcome.Nothing);

    /// <param name="statements">The statements.</param>
    /// <param name="next">What follows them.</param>
    /// <param name="after">What follows the <c>switch</c> around them.</param>
    private Outcome Read(ImmutableArray<IOperation> statements, Outcome next, Outcome after)
    {
        var result = next;
        for (var i = statements.Length - 1; i >= 0; i--)
        {
            result = Read(statements[i], result, after);
        }

        return result;
    }

    private Outcome Read(IOperation statement, Outcome next, Outcome after)
    {
        if (_depth == DepthLimit)
        {
            return new RefusedOutcome(statement);
        }

        _depth++;
        var result = ReadCore(statement, next, after);
        _depth--;
        return result;
    }

    private Outcome ReadCore(IOperation statement, Outcome next, Outcome after)
    {
        switch (statement)
        {
            case IReturnOperation { Kind: not OperationKind.Return }:
                return new RefusedOutcome(statement);
            case IReturnOperation { ReturnedValue: { } value }:
                return new ReturnOutcome(value);
            case IBlockOperation block:
                return Read(block.Operations, next, after);
            case IReturnOperation:
                return Outcome.Nothing;
            case ILocalFunctionOperation or IEmptyOperation:
                return next;
            case IVariableDeclarationGroupOperation:
                return new StepOutcome(statement, null, next);
            case IExpressionStatementOperation { Operation: IInvalidOperation } or IInvalidOperation:
                return Outcome.Nothing;
            case IExpressionStatementOperation { Operation: var operation } when IsAssignment(operation):
                return new StepOutcome(operation, null, next);
            case IBranchOperation { BranchKind: BranchKind.Break }:
                return after;
            case IConditionalOperation or ISwitchOperation:
                break;
            default:
                return new RefusedOutcome(statement);
        }

        var exits = ExitsOf(statement);
        if (!exits.Returns && exits.Breaks == 0)
        {
            return new StepOutcome(statement, Decide(statement, Outcome.End, after), next);
        }

        return exits.Ends <= 1 || IsSmall(next) ? Decide(statement, next, after)
            : new AttemptOutcome(statement, Decide(statement, Outcome.End, exits.Breaks == 0 ? after : new RefusedOutcome(FirstBreak(statement))), next);
    }

    private static IOperation FirstBreak(IOperation statement)
    {
        foreach (var operation in statement.Descendants())
        {
            var around = operation.Parent;
            while (around is not ISwitchOperation && around != statement)
            {
                around = around?.Parent;
            }

            if (operation is IBranchOperation && around == statement && around is not ISwitchOperation)
            {
                return operation;
            }
        }

        return statement;
    }

    private Outcome Decide(IOperation statement, Outcome next, Outcome after) =>
        statement is ISwitchOperation @switch ? ReadSwitch(@switch, next) : ReadIf((IConditionalOperation)statement, next, after);

    private Outcome ReadIf(IConditionalOperation first, Outcome next, Outcome after)
    {
        // The chain of 'else if', from its end. One that only assigns is a statement of its own in one that returns.
        var isPure = IsPure(first);
        var chain = new Stack<IConditionalOperation>();
        var last = first;
        chain.Push(last);
        while (last.WhenFalse is IConditionalOperation more && (isPure || !IsPure(more)))
        {
            chain.Push(last = more);
        }

        var result = last.WhenFalse is { } whenFalse ? Read(whenFalse, next, after) : next;
        while (chain.Count > 0)
        {
            var statement = chain.Pop();
            var conditions = new List<IOperation> { statement.Condition };
            var body = statement.WhenTrue;
            while (statement.WhenFalse is null && Nested(body) is { } nested)
            {
                conditions.Add(nested.Condition);
                body = nested.WhenTrue;
            }

            var whenTrue = Read(body, next, after);
            var goesOn = ExitsOf(body).Ends > 0 && statement.WhenFalse is { } other && ExitsOf(other).Ends == 0;
            result = goesOn ? new IfOutcome(statement, conditions, isNegated: true, result, whenTrue) : new IfOutcome(statement, conditions, isNegated: false, whenTrue, result);
        }

        return result;
    }

    /// <summary>The <c>if</c> without <c>else</c> that is all that a branch has, where it returns: <c>if (a) { if (b) return c; }</c>.</summary>
    private IConditionalOperation? Nested(IOperation branch)
    {
        while (branch is IBlockOperation { Operations: [var only] })
        {
            branch = only;
        }

        return branch is IConditionalOperation { WhenFalse: null } nested && !IsPure(nested) ? nested : null;
    }

    private Outcome ReadSwitch(ISwitchOperation statement, Outcome next)
    {
        var sections = new List<(ISwitchCaseOperation, Outcome)>();
        var otherwise = next;
        for (var i = 0; i < statement.Cases.Length; i++)
        {
            var section = statement.Cases[i];
            var outcome = Read(section.Body, Outcome.Nothing, next);
            if (section.Clauses.FirstOrDefault(static clause => clause is IDefaultCaseClauseOperation) is not { } @default)
            {
                sections.Add((section, outcome));
            }
            else if (section.Clauses.Length == 1 || (i == statement.Cases.Length - 1 && !section.Clauses.Any(static clause => clause is IPatternCaseClauseOperation { Guard: not null })))
            {
                otherwise = outcome;
            }
            else
            {
                return new RefusedOutcome(@default);
            }
        }

        return new SwitchOutcome(statement, sections, otherwise);
    }

    /// <summary>Whether an outcome may stand in several places: it is as short as a name for it would be.</summary>
    private static bool IsSmall(Outcome outcome) => outcome switch
    {
        ReturnOutcome { Value: var value } => IsSmall(value),
        StepOutcome or IfOutcome or SwitchOutcome or AttemptOutcome => false,
        _ => true,
    };

    private static bool IsSmall(IOperation value) => value switch
    {
        { ConstantValue.HasValue: true } or IParameterReferenceOperation or ILocalReferenceOperation => true,
        IConversionOperation { IsImplicit: true } conversion => IsSmall(conversion.Operand),
        IPropertyReferenceOperation { Property.IsIndexer: false, Instance: { } instance } => IsSmall(instance),
        _ => false,
    };

    private static bool IsAssignment(IOperation operation) =>
        operation is ISimpleAssignmentOperation { IsRef: false } or ICompoundAssignmentOperation or IIncrementOrDecrementOperation or ICoalesceAssignmentOperation;

    private bool IsPure(IOperation statement) => ExitsOf(statement) is { Returns: false, Breaks: 0 };

    /// <summary>The places at which a statement goes on.</summary>
    private Exits ExitsOf(IOperation statement)
    {
        if (_exits.TryGetValue(statement, out var known))
        {
            return known;
        }

        _depth++;
        var exits = _depth > 2 * DepthLimit ? Exits.None : FindExits(statement);
        _depth--;
        _exits.Add(statement, exits);
        return exits;
    }

    private Exits FindExits(IOperation statement)
    {
        switch (statement)
        {
            case IBlockOperation block:
                return ExitsOf(block.Operations);
            case IBranchOperation { BranchKind: BranchKind.Break }:
                return new Exits(0, 1, Returns: false);
            case ILocalFunctionOperation or IEmptyOperation or IVariableDeclarationGroupOperation:
                return Exits.One;
            case IExpressionStatementOperation { Operation: var operation } when IsAssignment(operation):
                return Exits.One;
            case IConditionalOperation conditional:
                return ExitsOfIf(conditional);
            case ISwitchOperation @switch:
                var result = @switch.Cases.Any(static section => section.Clauses.Any(static clause => clause is IDefaultCaseClauseOperation)) ? new Exits(0, 0, Returns: false) : Exits.One;
                foreach (var section in @switch.Cases)
                {
                    var exits = ExitsOf(section.Body);
                    result = result.Or(new Exits(exits.Breaks, 0, exits.Returns));
                }

                return result.AsStatement();
            default:
                return Exits.None;
        }
    }

    private Exits ExitsOf(ImmutableArray<IOperation> statements)
    {
        var result = Exits.One;
        foreach (var statement in statements)
        {
            var exits = ExitsOf(statement);
            result = new Exits(exits.Ends, result.Breaks + exits.Breaks, result.Returns || exits.Returns);
            if (exits.Ends == 0)
            {
                break;
            }
        }

        return result;
    }

    private Exits ExitsOfIf(IConditionalOperation first)
    {
        var chain = new Stack<IConditionalOperation>();
        var last = first;
        chain.Push(last);
        while (last.WhenFalse is IConditionalOperation more && !_exits.ContainsKey(more))
        {
            chain.Push(last = more);
        }

        var result = last.WhenFalse is { } whenFalse ? ExitsOf(whenFalse) : Exits.One;
        while (chain.Count > 0)
        {
            var statement = chain.Pop();
            var body = statement.WhenTrue;
            while (statement.WhenFalse is null && Nested(body) is { } nested)
            {
                body = nested.WhenTrue;
            }

            result = result.Or(ExitsOf(body)).AsStatement();
            if (chain.Count > 0)
            {
                _exits[statement] = result;
            }
        }

        return result;
    }

    /// <summary>The places at which a statement goes on.</summary>
    /// <param name="Ends">The places at which it goes on with the next statement.</param>
    /// <param name="Breaks">The places at which it leaves the <c>switch</c> around it.</param>
    /// <param name="Returns">Whether it returns, or has no counterpart.</param>
    private readonly record struct Exits(int Ends, int Breaks, bool Returns)
    {
        public static readonly Exits None = new(0, 0, Returns: true);

        public static readonly Exits One = new(1, 0, Returns: false);

        public Exits Or(Exits other) => new(Ends + other.Ends, Breaks + other.Breaks, Returns || other.Returns);

        /// <summary>A statement that only assigns goes on at one place, whatever it decides.</summary>
        public Exits AsStatement() => !Returns && Breaks == 0 && Ends > 0 ? One : this;
    }
}
