using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Stepwise.Generator.Expressions;

/// <summary>What statements come to: a returned value, or a decision between outcomes. What follows an <c>if</c> is a part of its outcome.</summary>
internal abstract class Outcome
{
    /// <summary>The end of statements that others follow.</summary>
    public static readonly Outcome End = new EndOutcome();

    /// <summary>The end of a body that returns nothing there. C# does not compile, or cannot get there.</summary>
    public static readonly Outcome Nothing = new NothingOutcome();

    /// <summary>Whether it can come to the <see cref="End"/>.</summary>
    public virtual bool HasEnd => false;

    private sealed class EndOutcome : Outcome
    {
        public override bool HasEnd => true;
    }

    private sealed class NothingOutcome : Outcome;
}

/// <summary>A returned value.</summary>
internal sealed class ReturnOutcome(IOperation value) : Outcome
{
    public IOperation Value => value;
}

/// <summary>A statement that has no counterpart in a definition.</summary>
internal sealed class RefusedOutcome(IOperation statement) : Outcome
{
    public IOperation Statement => statement;
}

/// <summary>Something that gives local variables their values, and what follows.</summary>
/// <param name="step">Declares variables or assigns to them; for a <paramref name="branches"/>, the whole <c>if</c> or <c>switch</c>.</param>
/// <param name="branches">What assigns under conditions; each branch comes to its end. Null for one statement.</param>
/// <param name="rest">What follows.</param>
internal sealed class StepOutcome(IOperation step, Outcome? branches, Outcome rest) : Outcome
{
    public IOperation Step => step;

    public Outcome? Branches => branches;

    public Outcome Rest => rest;

    public override bool HasEnd { get; } = rest.HasEnd;
}

/// <summary>An <c>if</c>.</summary>
/// <param name="statement">The statement.</param>
/// <param name="conditions">Its condition, and the conditions of those that it consists of: all have to hold.</param>
/// <param name="isNegated">Whether <paramref name="whenTrue"/> is what happens if they do not hold.</param>
/// <param name="whenTrue">What happens if they hold.</param>
/// <param name="whenFalse">What happens if one does not hold: it goes on with the statements that follow, if one of the two does.</param>
internal sealed class IfOutcome(IConditionalOperation statement, IReadOnlyList<IOperation> conditions, bool isNegated, Outcome whenTrue, Outcome whenFalse) : Outcome
{
    public IConditionalOperation Statement => statement;

    public IReadOnlyList<IOperation> Conditions => conditions;

    public bool IsNegated => isNegated;

    public Outcome WhenTrue => whenTrue;

    public Outcome WhenFalse => whenFalse;

    public override bool HasEnd { get; } = whenTrue.HasEnd || whenFalse.HasEnd;
}

/// <summary>A <c>switch</c> statement.</summary>
/// <param name="statement">The statement.</param>
/// <param name="sections">Its sections that have conditions, in order.</param>
/// <param name="otherwise">What happens if none of them applies.</param>
internal sealed class SwitchOutcome(ISwitchOperation statement, IReadOnlyList<(ISwitchCaseOperation Section, Outcome Outcome)> sections, Outcome otherwise) : Outcome
{
    public ISwitchOperation Statement => statement;

    public IReadOnlyList<(ISwitchCaseOperation Section, Outcome Outcome)> Sections => sections;

    public Outcome Otherwise => otherwise;

    public override bool HasEnd { get; } = otherwise.HasEnd || sections.Any(static section => section.Outcome.HasEnd);
}

/// <summary>A statement that returns for some values, and goes on from several places.</summary>
/// <param name="statement">The statement.</param>
/// <param name="first">What it comes to.</param>
/// <param name="rest">What follows if it comes to its end.</param>
internal sealed class AttemptOutcome(IOperation statement, Outcome first, Outcome rest) : Outcome
{
    public IOperation Statement => statement;

    public Outcome First => first;

    public Outcome Rest => rest;

    public override bool HasEnd { get; } = rest.HasEnd;
}
