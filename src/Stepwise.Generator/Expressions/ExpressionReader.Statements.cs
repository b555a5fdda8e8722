using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Expressions;

/// <content>Statements: what a body returns, as one value. An <c>if</c> becomes a condition, and the variables of a branch stand in a block of the branch.</content>
internal sealed partial class ExpressionReader
{
    /// <summary>How a body that returns from several places becomes one value.</summary>
    /// <param name="Read">Reads a returned value.</param>
    /// <param name="Choose">Joins two of them.</param>
    private sealed record Returns(Func<Outcome, Expression> Read, Chooser Choose);

    /// <summary>Reads what a block returns, as one value, in a block of its own.</summary>
    /// <param name="block">The statements: of a method, of a local function or of a lambda.</param>
    /// <param name="type">The type of the value.</param>
    public Expression ReadBlock(IBlockOperation block, ITypeSymbol? type)
    {
        OpenBlock();
        var result = ReadOutcome(OutcomeBuilder.Of(block), type, Read);
        return CloseAround(result);
    }

    /// <summary>Reads what statements return, as one value.</summary>
    /// <param name="outcome">What the statements come to.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="read">Reads a returned value.</param>
    public Expression ReadOutcome(Outcome outcome, ITypeSymbol? type, Func<IOperation, Expression> read) =>
        ReadOutcome(outcome, new Returns(returned => ReadReturned(returned, read), (operation, condition, whenTrue, whenFalse) => Choose(operation, type, condition, whenTrue, whenFalse)));

    /// <summary>Reads what statements return: how long a Wait is.</summary>
    public Expression ReadSeconds(Outcome outcome, Func<IOperation, Expression> read) => ReadOutcome(outcome, new Returns(returned => ReadReturned(returned, read), JoinSeconds));

    private Expression ReadReturned(Outcome returned, Func<IOperation, Expression> read) => returned switch
    {
        ReturnOutcome { Value: var value } => read(value),
        RefusedOutcome { Statement: var statement } => RefuseStatement(statement),
        _ => new InvalidExpression(0),
    };

    private Expression ReadOutcome(Outcome outcome, Returns returns)
    {
        var arms = new Stack<(IOperation Operation, Expression Condition, Expression Value)>();
        var (known, assigned) = (Known.Mark, _assigned.Count);
        Expression? otherwise = null;
        while (otherwise is null)
        {
            switch (outcome)
            {
                case StepOutcome step:
                    ReadStep(step);
                    outcome = step.Rest;
                    break;
                case IfOutcome { Statement: var statement } when arms.Count >= ChainLimit:
                    otherwise = RefuseChain(statement);
                    break;
                case IfOutcome @if:
                    AddArm(arms, @if.Statement, ReadConditions(@if), @if.WhenTrue, returns);
                    outcome = @if.WhenFalse;
                    break;
                case SwitchOutcome { Statement: var statement, Sections: var sections } when arms.Count + sections.Count > ChainLimit:
                    otherwise = RefuseChain(statement);
                    break;
                case SwitchOutcome @switch:
                    outcome = AddSections(arms, @switch, returns);
                    break;
                case AttemptOutcome { Statement: var statement } when arms.Count >= ChainLimit:
                    otherwise = RefuseChain(statement);
                    break;
                case AttemptOutcome attempt:
                    AddAttempt(arms, attempt, returns);
                    outcome = attempt.Rest;
                    break;
                default:
                    otherwise = returns.Read(outcome);
                    break;
            }
        }

        Known.Forget(known);
        TakeBack(assigned);
        while (arms.Count > 0)
        {
            var (operation, condition, value) = arms.Pop();
            otherwise = returns.Choose(operation, condition, value, CloseAround(otherwise));
        }

        return otherwise;
    }

    /// <summary>Closes the current block around its value. Nothing in it is read after.</summary>
    private Expression CloseAround(Expression value)
    {
        var block = _block;
        CloseBlock();
        return ExpressionBlocks.Let(block.Bindings, value, value.Anchor);
    }

    /// <summary>Reads what happens if a condition holds, and opens the block of what happens if it does not.</summary>
    private void AddArm(Stack<(IOperation Operation, Expression Condition, Expression Value)> arms, IOperation operation, Expression condition, Outcome whenTrue, Returns returns)
    {
        OpenBlock();
        var value = CloseAround(Assuming(condition, holds: true, () => ReadNested(operation, whenTrue, returns)));
        arms.Push((operation, condition, value));
        Known.Learn(condition, holds: false);
        OpenBlock();
    }

    private Expression ReadNested(IOperation operation, Outcome outcome, Returns returns)
    {
        if (_depth == DepthLimit)
        {
            return RefuseStatement(operation);
        }

        _depth++;
        var result = ReadOutcome(outcome, returns);
        _depth--;
        return result;
    }

    /// <summary>Reads the sections of a switch. Returns what happens if none of them applies.</summary>
    private Outcome AddSections(Stack<(IOperation Operation, Expression Condition, Expression Value)> arms, SwitchOutcome @switch, Returns returns)
    {
        var subject = ReadSubject(@switch);
        for (var i = 0; i < @switch.Sections.Count; i++)
        {
            var (section, outcome) = @switch.Sections[i];
            var condition = MatchSection(@switch, i, subject);
            switch (ExpressionSimplifier.AsBoolean(condition))
            {
                case true:
                    return outcome;
                case null:
                    AddArm(arms, section, condition, outcome, returns);
                    break;
            }
        }

        return @switch.Otherwise;
    }

    /// <summary>What a switch statement looks at.</summary>
    public Subject ReadSubject(SwitchOutcome @switch)
    {
        var clauses = @switch.Sections.SelectMany(static section => section.Section.Clauses).ToList();
        return ReadSubject(@switch.Statement.Value, clauses.OfType<IPatternCaseClauseOperation>().Select(static clause => clause.Pattern), clauses.Count(static clause => clause is ISingleValueCaseClauseOperation));
    }

    /// <summary>The condition under which a section of a switch applies, if none before it does.</summary>
    public Expression MatchSection(SwitchOutcome @switch, int index, Subject subject)
    {
        // If nothing can follow, the compiler has proved that what comes to the last section matches.
        var section = @switch.Sections[index].Section;
        return index == @switch.Sections.Count - 1 && @switch.Otherwise == Outcome.Nothing
            ? ExpressionSimplifier.Constant(true, Anchor(section))
            : ReadInTurn(section, section.Clauses.Select(clause => ((IOperation)clause, (Func<Expression>)(() => MatchClause(clause, subject)))).ToList(), isAnd: false);
    }

    private Expression MatchClause(ICaseClauseOperation clause, Subject subject)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation { Value: var constant } when subject.Value is { } value:
                return value is InvalidExpression ? value
                    : IsNullLiteral(constant) ? ExpressionSimplifier.IsNull(value, Anchor(constant))
                    : Compare(constant, ComparisonOperator.Equal, value, ReadAs(constant, value.Type));
            case IPatternCaseClauseOperation { Guard: { } guard } pattern:
                return ReadInTurn(clause, [(pattern.Pattern, () => Match(pattern.Pattern, subject)), (guard, () => Read(guard))], isAnd: true);
            case IPatternCaseClauseOperation pattern:
                return Match(pattern.Pattern, subject);
            default:
                return Invalid(clause);
        }
    }

    /// <summary>The condition of an <c>if</c>, or of several that each consist of the next.</summary>
    public Expression ReadConditions(IfOutcome @if)
    {
        var condition = @if.Conditions is [var single] ? Read(single)
            : ReadInTurn(@if.Statement, @if.Conditions.Select(operand => (operand, (Func<Expression>)(() => Read(operand)))).ToList(), isAnd: true);
        return @if.IsNegated ? ExpressionSimplifier.Not(condition, condition.Anchor) : condition;
    }

    /// <summary>
    /// Reads a statement that returns for some values only. It becomes a variable that is null if the statement did not return. If what it returns can be null too, the variable is an
    /// object with the value.
    /// </summary>
    private void AddAttempt(Stack<(IOperation Operation, Expression Condition, Expression Value)> arms, AttemptOutcome attempt, Returns returns)
    {
        var anchor = Anchor(attempt.Statement);
        RefuseAssignedIn(attempt);
        var box = new WireType(WireKind.Object, "returned");
        var values = new List<Expression>();
        var boxed = ReadNested(attempt.Statement, attempt.First, new Returns(
            returned =>
            {
                if (returned == Outcome.End)
                {
                    return ExpressionSimplifier.Null(box, anchor);
                }

                var value = returns.Read(returned);
                values.Add(value);
                return value is InvalidExpression ? value
                    : new ObjectExpression(new EquatableArray<PropertyExpression>(new PropertyExpression("value", value, IsAlwaysPresent: true)), box, value.Anchor);
            },
            (operation, condition, whenTrue, whenFalse) => ExpressionSimplifier.Conditional(
                condition, whenTrue, whenFalse, box with { IsNullable = whenTrue.MayBeNull() || whenFalse.MayBeNull() }, Anchor(operation))));
        var type = JoinTypes(values);
        Expression value;
        Expression isReturned;
        if (boxed is InvalidExpression || !values.Exists(static value => value.MayBeNull()))
        {
            value = boxed is InvalidExpression ? boxed : Unboxed(attempt.Statement, boxed, returns.Choose);
            if (ExpressionSimplifier.IsNullConstant(value.Result()))
            {
                // It returns for no value. What fails in it does so all the same.
                Once(value);
                return;
            }

            var isDuration = value.Result() is SecondsExpression;
            var returned = Once(isDuration ? AmountOf(value) : value, "returned");
            isReturned = ExpressionSimplifier.Not(ExpressionSimplifier.IsNull(returned, anchor), anchor);
            value = isDuration ? new SecondsExpression(returned.AsNotNull(), 1, anchor) : returned.AsNotNull();
        }
        else if (type is null)
        {
            isReturned = value = Refuse(attempt.Statement, "an 'if' or 'switch' that returns values with different JSON forms", "give all of them the same converter");
        }
        else
        {
            var returned = Once(boxed, "returned");
            isReturned = ExpressionSimplifier.Not(ExpressionSimplifier.IsNull(returned, anchor), anchor);
            value = new MemberExpression(returned.AsNotNull(), "value", IsAlwaysPresent: true, type, anchor);
        }

        arms.Push((attempt.Statement, isReturned, value));
        Known.Learn(isReturned, holds: false);
        OpenBlock();
    }

    /// <summary>What was returned, without the objects around the values: null if nothing was.</summary>
    private static Expression Unboxed(IOperation statement, Expression boxed, Chooser choose)
    {
        switch (boxed)
        {
            case LetExpression let:
                var body = Unboxed(statement, let.Body, choose);
                return body is InvalidExpression ? body : let with { Body = body, Type = body.Type };
            case ConditionalExpression conditional:
                return choose(statement, conditional.Condition, Unboxed(statement, conditional.WhenTrue, choose), Unboxed(statement, conditional.WhenFalse, choose));
            case ObjectExpression { Properties: [var value] }:
                return value.Value;
            default:
                return boxed;
        }
    }

    /// <summary>The type of a value that is one of several; null where they are not written alike.</summary>
    private static WireType? JoinTypes(List<Expression> values)
    {
        WireType? type = null;
        foreach (var value in values)
        {
            if (ExpressionSimplifier.IsNullConstant(value))
            {
                continue;
            }

            if (type is not null && !string.Equals(type.Form, value.Type.Form, StringComparison.Ordinal))
            {
                return null;
            }

            type = type is null ? value.Type : (type.Join(value.Type) ?? type) with { IsNullable = type.IsNullable || value.MayBeNull() };
        }

        type ??= values.Count == 0 ? null : values[0].Type;
        return type is null ? null : type with { IsNullable = values.Exists(static value => value.MayBeNull()) };
    }

    /// <summary>Refuses a statement that has no counterpart in a definition.</summary>
    public InvalidExpression RefuseStatement(IOperation statement) => statement.Syntax switch
    {
        CommonForEachStatementSyntax => Refuse(statement, "'foreach'", "do the work on each element in a [Map] state, or let a function compute it"),
        ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax => Refuse(statement, "a loop in a body", "make the loop of states with a [Choice], or let a function compute it"),
        UsingStatementSyntax or LocalDeclarationStatementSyntax => Refuse(statement, "'using'", "a body only computes a value: remove it"),
        LockStatementSyntax => Refuse(statement, "'lock'", "a body only computes a value: remove it"),
        TryStatementSyntax => Refuse(statement, "'try'", "a body only computes a value: test it before, or put [Catch] on the state whose error it is"),
        GotoStatementSyntax => Refuse(statement, "'goto'", "use 'if' and 'return'"),
        YieldStatementSyntax => Refuse(statement, "'yield'", "return a new array or list"),
        ThrowStatementSyntax or ThrowExpressionSyntax => Refuse(statement, "'throw'", "go to a [Fail] state"),
        BreakStatementSyntax => Refuse(statement, "a 'break' in an 'if' that also returns and goes on", "return in every branch of the 'if'"),
        DefaultSwitchLabelSyntax => Refuse(statement, "'default' beside another label", "give it a section of its own"),
        IfStatementSyntax or SwitchStatementSyntax or BlockSyntax => Refuse(statement, "a statement that is nested this deeply", "compute a part of it in a [Pass] before"),
        _ => Refuse(statement, "the statement '" + Shorten(statement.Syntax) + "'", "a body computes a value with local variables, 'if', 'switch' and 'return'"),
    };

    /// <summary>Where a finding about a statement stands: on its keyword. For an expression, it is the expression.</summary>
    private static Location PlaceOf(SyntaxNode syntax)
    {
        var token = syntax switch
        {
            CommonForEachStatementSyntax each => each.ForEachKeyword,
            ForStatementSyntax @for => @for.ForKeyword,
            WhileStatementSyntax @while => @while.WhileKeyword,
            DoStatementSyntax @do => @do.DoKeyword,
            UsingStatementSyntax @using => @using.UsingKeyword,
            LocalDeclarationStatementSyntax { UsingKeyword: var @using } => @using,
            LockStatementSyntax @lock => @lock.LockKeyword,
            TryStatementSyntax @try => @try.TryKeyword,
            GotoStatementSyntax @goto => @goto.GotoKeyword,
            YieldStatementSyntax @yield => @yield.YieldKeyword,
            ThrowStatementSyntax @throw => @throw.ThrowKeyword,
            ThrowExpressionSyntax @throw => @throw.ThrowKeyword,
            IfStatementSyntax @if => @if.IfKeyword,
            SwitchStatementSyntax @switch => @switch.SwitchKeyword,
            SwitchSectionSyntax { Labels: [{ Keyword: var keyword }, ..] } => keyword,
            BreakStatementSyntax @break => @break.BreakKeyword,
            DefaultSwitchLabelSyntax label => label.Keyword,
            BlockSyntax block => block.OpenBraceToken,
            _ => default,
        };
        return token.RawKind == 0 ? syntax.GetLocation() : token.GetLocation();
    }
}
