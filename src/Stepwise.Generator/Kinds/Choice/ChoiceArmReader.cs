using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Expressions;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Kinds.Choice;

/// <summary>Flattens what the body of a Choice returns into rules in order. The body can nest switch expressions and conditional expressions.</summary>
internal sealed class ChoiceArmReader(ReadingContext context, ExpressionReader reader)
{
    private readonly List<ChoiceArm> _arms = [];

    /// <summary>The blocks of which a rule has been built: what can fail in them has been evaluated.</summary>
    private readonly HashSet<Block> _evaluated = [];

    /// <summary>The conditions that a rule tests, by the block in which each was read.</summary>
    private readonly HashSet<Block> _tested = [];

    /// <summary>How many rules evaluate each variable, and each condition that changes.</summary>
    private readonly Dictionary<string, int> _reads = new(StringComparer.Ordinal);

    /// <summary>What is proved not to be null where none of the rules applies.</summary>
    private readonly SortedSet<string> _proved = new(StringComparer.Ordinal);
    private bool _hasDefault;

    /// <summary>How the ends of the statement are reached from which execution can continue behind it.</summary>
    private List<Reached> _ends = [];

    /// <summary>Reads the ways out of a Choice, in order. An arm that cannot be read has an <see cref="InvalidExpression"/> as its condition, or is left out.</summary>
    public static EquatableArray<ChoiceArm> Read(ReadingContext context, StateBody body)
    {
        if (body.Outcome == Outcome.Nothing)
        {
            return EquatableArray<ChoiceArm>.Empty;
        }

        var reader = new ChoiceArmReader(context, body.Expressions);
        reader.Flatten(body.Outcome, new Reached(body.Expressions.CurrentBlock, ExpressionSimplifier.Constant(true, 0), null));
        return new EquatableArray<ChoiceArm>(reader._arms);
    }

    /// <summary>Adds the rules of statements that are executed if conditions hold. If they hold and no rule matches, the statements come to their end.</summary>
    private void Flatten(Outcome outcome, Reached reached)
    {
        var (known, assigned) = (reader.Known.Mark, reader.Assigned);
        while (!_hasDefault && ExpressionSimplifier.AsBoolean(reached.Condition) is not false && Next(ref outcome, ref reached))
        {
        }

        reader.Known.Forget(known);
        reader.TakeBack(assigned);
    }

    /// <summary>Adds the rules of the first of the statements. Returns false if no other follows.</summary>
    private bool Next(ref Outcome outcome, ref Reached reached)
    {
        switch (outcome)
        {
            case StepOutcome step:
                var block = reader.OpenBlock();
                for (outcome = step; outcome is StepOutcome { Rest: var rest } next; outcome = rest)
                {
                    reader.ReadStep(next);
                }

                reader.CloseBlock();
                reached = reached.In(block);
                return true;
            case IfOutcome @if:
                var condition = Read(reached, () => reader.ReadConditions(@if), out block);
                reached = Branch(condition, @if.WhenTrue, reached.In(block));
                outcome = @if.WhenFalse;
                return true;
            case SwitchOutcome @switch:
                outcome = FlattenSections(@switch, ref reached);
                return true;
            case AttemptOutcome attempt:
                reader.RefuseAssignedIn(attempt);
                var ends = _ends;
                _ends = [];
                Flatten(attempt.First, reached);
                RefuseUnread(reached);
                _ends = ends;
                reader.RefuseEscapingFrom(attempt);
                outcome = attempt.Rest;
                return true;
            case ReturnOutcome { Value: var value }:
                Flatten(value, reached);
                return false;
            case RefusedOutcome { Statement: var statement }:
                reader.RefuseStatement(statement);
                Add(Rule(reached), new StateReference("", context.Anchor(statement.Syntax)));
                return false;
            default:
                if (outcome == Outcome.End)
                {
                    _ends.Add(reached);
                }

                return false;
        }
    }

    /// <summary>Refuses a value that can fail on the way to an end of a statement, if no rule of the statement evaluates it. C# evaluates it, and the rules behind the statement do not.</summary>
    private void RefuseUnread(Reached around)
    {
        foreach (var end in _ends)
        {
            for (var reached = end; reached is not null && !ReferenceEquals(reached, around); reached = reached.Outer)
            {
                if (Unread(reached) is { } failing)
                {
                    while (failing is AndExpression or OrExpression or NotExpression)
                    {
                        failing = failing.Parts().First(static part => part.CanFail());
                    }

                    context.Report(DiagnosticIds.UnsupportedExpression, failing.Anchor, "a value that can fail in a branch that does not return", "return in the branch, or compute the value in a [Pass] before");
                    return;
                }
            }
        }
    }

    /// <summary>Finds a value that can fail and that no rule evaluates. Returns null if the rules evaluate each such value.</summary>
    private Expression? Unread(Reached reached) =>
        reached.Tested is { } tested && !_tested.Contains(tested) && reached.Condition.CanFail() ? reached.Condition
        : !_evaluated.Contains(reached.Block) ? reached.Block.Bindings.Find(static binding => binding.Value.CanFail())?.Value
        : null;

    /// <summary>Adds the rules of a branch. Returns how what follows it is reached: a rule of the branch that does not match has to be left behind if the branch can come to its end.</summary>
    private Reached Branch(Reached condition, Outcome branch, Reached around)
    {
        var mark = reader.Known.Mark;
        reader.Known.Learn(condition.Condition, holds: true);
        Flatten(branch, condition);
        reader.Known.Forget(mark);
        reader.Known.Learn(condition.Condition, holds: false);
        return branch.HasEnd
            ? new Reached(new Block(null), ExpressionSimplifier.Not(condition.Condition, condition.Condition.Anchor), around, condition.Tested)
            : around;
    }

    private Outcome FlattenSections(SwitchOutcome @switch, ref Reached reached)
    {
        var block = reader.OpenBlock();
        var subject = reader.ReadSubject(@switch);
        reader.CloseBlock();
        reached = reached.In(block);
        for (var i = 0; i < @switch.Sections.Count; i++)
        {
            var index = i;
            var section = Read(reached, () => reader.MatchSection(@switch, index, subject), out block);
            if (section.Condition is InvalidExpression || ExpressionSimplifier.AsBoolean(section.Condition) is true)
            {
                return @switch.Sections[i].Outcome;
            }

            reached = Branch(section, @switch.Sections[i].Outcome, reached.In(block));
        }

        return @switch.Otherwise;
    }

    /// <summary>Adds the rules of an expression that is evaluated if conditions hold. If they hold, one of the rules matches.</summary>
    private void Flatten(IOperation operation, Reached reached)
    {
        if (_hasDefault || ExpressionSimplifier.AsBoolean(reached.Condition) is false)
        {
            return;
        }

        operation = Strip(operation);
        switch (operation)
        {
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                var whenTrue = Read(reached, () => reader.Read(conditional.Condition), out var block);
                FlattenAssuming(whenTrue.Condition, holds: true, conditional.WhenTrue, whenTrue);
                FlattenAssuming(whenTrue.Condition, holds: false, whenFalse, reached.In(block));
                break;
            case ISwitchExpressionOperation @switch:
                FlattenSwitch(@switch, reached);
                break;
            case IInvalidOperation:
                break;
            case IThrowOperation:
                reader.RefuseStatement(operation);
                break;
            default:
                Add(Rule(reached), Target(operation));
                break;
        }
    }

    private void FlattenAssuming(Expression condition, bool holds, IOperation operation, Reached reached)
    {
        var mark = reader.Known.Mark;
        reader.Known.Learn(condition, holds);
        Flatten(operation, reached);
        reader.Known.Forget(mark);
    }

    private void FlattenSwitch(ISwitchExpressionOperation @switch, Reached reached)
    {
        var block = reader.OpenBlock();
        var subject = reader.ReadSubject(@switch.Value, @switch.Arms.Select(static arm => arm.Pattern));
        reader.CloseBlock();
        reached = reached.In(block);
        var mark = reader.Known.Mark;
        for (var i = 0; i < @switch.Arms.Length; i++)
        {
            var index = i;
            var arm = Read(reached, () => reader.MatchArm(@switch, index, subject), out _);
            FlattenAssuming(arm.Condition, holds: true, @switch.Arms[i].Value, arm);
            if (ExpressionSimplifier.AsBoolean(arm.Condition) is true || arm.Condition is InvalidExpression)
            {
                reader.Known.Forget(mark);
                return;
            }

            reader.Known.Learn(arm.Condition, holds: false);
        }

        reader.Known.Forget(mark);

        // If no arm matches, an outermost switch fails in C# and in the definition. In the definition, a nested switch would continue with the next rule.
        if (!reached.IsCertain && @switch.Syntax is SwitchExpressionSyntax syntax)
        {
            reader.Refuse(syntax.SwitchKeyword.GetLocation(), "a nested switch that does not cover every value", "add an arm '_ => nameof(State)'");
        }
    }

    private void Add(Expression condition, StateReference target)
    {
        _hasDefault = ExpressionSimplifier.AsBoolean(condition) is true;
        _arms.Add(new ChoiceArm(_hasDefault ? null : condition, target)
        {
            Proved = new EquatableArray<string>(_proved.Union(KnownPaths.ProvedOfValues(condition, holds: true), StringComparer.Ordinal).ToList()),
        });
        _proved.UnionWith(KnownPaths.ProvedOfValues(condition, holds: false));
    }

    /// <summary>Reads a condition, in a block behind what is already reached.</summary>
    private Reached Read(Reached reached, Func<Expression> read, out Block block)
    {
        block = reader.OpenBlock();
        var condition = read();
        reader.CloseBlock();
        return new Reached(block, condition, reached, block);
    }

    /// <summary>The rule for what is reached. Each rule of a Choice is an expression of its own, with the variables that it reads.</summary>
    private Expression Rule(Reached last)
    {
        Expression? rule = null;
        var computed = new List<Binding>();
        for (var reached = last; reached is not null; reached = reached.Outer)
        {
            rule = rule is null ? reached.Condition : ExpressionSimplifier.And(rule.Anchor, reached.Condition, rule);
            if (reached.Condition.IsVolatile())
            {
                Count("condition " + reached.Condition.Anchor.ToString(CultureInfo.InvariantCulture), reached.Condition, reached.Condition.Anchor);
            }

            if (reached.Tested is { } tested)
            {
                _tested.Add(tested);
            }

            var isFirst = _evaluated.Add(reached.Block);
            var bindings = ExpressionBlocks.ReadBy(reached.Block.Bindings, rule, binding => isFirst && binding.Value.CanFail());
            computed.AddRange(bindings);
            if (bindings.Count > 0 && rule is LetExpression inner)
            {
                bindings.AddRange(inner.Bindings);
                rule = inner.Body;
            }

            rule = ExpressionBlocks.Let(bindings, rule, rule.Anchor);
        }

        foreach (var binding in computed)
        {
            Count(binding.Name, binding.Value, binding.Anchor);
        }

        return rule!;
    }

    /// <summary>Counts that a rule evaluates a value, and reports one that changes if that is the second rule.</summary>
    private void Count(string name, Expression value, int anchor)
    {
        _reads.TryGetValue(name, out var count);
        _reads[name] = count + 1;
        if (count == 1 && value.IsVolatile())
        {
            context.Report(DiagnosticIds.UnsupportedExpression, anchor, "a value that changes with each evaluation, in more than one rule of a Choice,", "compute it in a [Pass] before");
        }
    }

    /// <summary>A condition that is reached, in a block, behind another.</summary>
    /// <param name="Block">Its variables.</param>
    /// <param name="Condition">The condition, or the contrary of one.</param>
    /// <param name="Outer">What is reached before it.</param>
    /// <param name="Tested">The block in which the condition was read. Null if there is nothing to test.</param>
    private sealed record Reached(Block Block, Expression Condition, Reached? Outer, Block? Tested = null)
    {
        /// <summary>Whether no condition has to hold.</summary>
        public bool IsCertain => ExpressionSimplifier.AsBoolean(Condition) is true && Outer?.IsCertain is not false;

        /// <summary>The same with the variables of a block, if it has any.</summary>
        public Reached In(Block block) => block.Bindings.Count == 0 ? this : new Reached(block, ExpressionSimplifier.Constant(true, Condition.Anchor), this);
    }

    /// <summary>Reads the state that an arm names. The operation tree has only the text of nameof; the syntax has the name.</summary>
    private StateReference Target(IOperation operation)
    {
        var syntax = operation.Syntax;
        while (syntax is ParenthesizedExpressionSyntax parenthesized)
        {
            syntax = parenthesized.Expression;
        }

        if (syntax is InvocationExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" },
                ArgumentList.Arguments: [{ Expression: var named }],
            })
        {
            var name = named switch
            {
                MemberAccessExpressionSyntax access => access.Name,
                SimpleNameSyntax simple => simple,
                _ => null,
            };
            if (name is not null && !name.Identifier.IsMissing)
            {
                return new StateReference(name.Identifier.ValueText, context.Anchor(name));
            }
        }

        if (operation.Type is not IErrorTypeSymbol and not null)
        {
            var properties = operation.ConstantValue is { HasValue: true, Value: string text }
                ? new EquatableArray<DiagnosticProperty>(new DiagnosticProperty("Member", text))
                : default;
            context.Report(new DiagnosticInfo(
                DiagnosticIds.ChoiceArmNotAState, context.Anchor(syntax), new EquatableArray<string>(ExpressionReader.Shorten(syntax), "write nameof(State)"), properties));
        }

        // The target is not known, so that no state is reported as unreachable.
        return new StateReference("", context.Anchor(syntax));
    }

    private static IOperation Strip(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }
}
