using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.StatesLanguage.Paths;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>The condition of a filter, such as <c>@.status == 0 &amp;&amp; @.name</c>.</summary>
internal abstract record FilterCondition
{
    /// <summary>How deep filters may lie in each other's paths.</summary>
    private const int MaxDepth = 20;

    private static readonly ConditionalWeakTable<FilterSegment, FilterCondition> Conditions = [];

    /// <summary>The condition of a segment; it is read once.</summary>
    /// <exception cref="EvaluationException">The text is no condition.</exception>
    public static FilterCondition Of(FilterSegment segment) => Conditions.GetValue(segment, static filter => new FilterParser(filter.Condition).Parse());

    /// <summary>Whether the condition holds for an item.</summary>
    /// <param name="item">The item, <c>@</c>.</param>
    /// <param name="root">What the whole path starts from, <c>$</c>.</param>
    /// <param name="depth">In how many filters the condition lies.</param>
    public bool Holds(JsonValue item, JsonValue root, int depth)
        => depth <= MaxDepth ? Evaluate(item, root, depth) : throw new EvaluationException("States.Runtime", "Filters lie too deep in each other.");

    protected abstract bool Evaluate(JsonValue item, JsonValue root, int depth);

    /// <summary>One of two.</summary>
    internal sealed record Or(FilterCondition Left, FilterCondition Right) : FilterCondition
    {
        protected override bool Evaluate(JsonValue item, JsonValue root, int depth) => Left.Evaluate(item, root, depth) || Right.Evaluate(item, root, depth);
    }

    /// <summary>Both.</summary>
    internal sealed record And(FilterCondition Left, FilterCondition Right) : FilterCondition
    {
        protected override bool Evaluate(JsonValue item, JsonValue root, int depth) => Left.Evaluate(item, root, depth) && Right.Evaluate(item, root, depth);
    }

    /// <summary>The opposite.</summary>
    internal sealed record Not(FilterCondition Condition) : FilterCondition
    {
        protected override bool Evaluate(JsonValue item, JsonValue root, int depth) => !Condition.Evaluate(item, root, depth);
    }

    /// <summary>A path alone: whether it leads to something, be it null or false.</summary>
    internal sealed record Exists(FilterOperand Operand) : FilterCondition
    {
        protected override bool Evaluate(JsonValue item, JsonValue root, int depth) => Operand.Evaluate(item, root, depth) is not null;
    }

    /// <summary>A comparison.</summary>
    internal sealed record Comparison(FilterOperand Left, string Operator, FilterOperand Right) : FilterCondition
    {
        protected override bool Evaluate(JsonValue item, JsonValue root, int depth)
            => FilterComparison.Holds(Left.Evaluate(item, root, depth), Operator, Right.Evaluate(item, root, depth), Right);
    }
}
