using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.StatesLanguage.Paths;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>The condition of a filter, such as <c>@.status == 0 &amp;&amp; @.name</c>.</summary>
internal abstract record FilterCondition
{
    /// <summary>The greatest depth of filters inside the paths of filters.</summary>
    private const int MaxDepth = 20;

    private static readonly ConditionalWeakTable<FilterSegment, FilterCondition> _conditions = [];

    /// <summary>Returns the condition of a segment. It is parsed once.</summary>
    /// <exception cref="EvaluationException">The text is not a condition.</exception>
    public static FilterCondition Of(FilterSegment segment) => _conditions.GetValue(segment, static filter => new FilterParser(filter.Condition).Parse());

    /// <summary>Whether the condition is true for an item.</summary>
    /// <param name="item">The item, <c>@</c>.</param>
    /// <param name="root">The value from which the whole path starts, <c>$</c>.</param>
    /// <param name="depth">The number of filters that contain the condition.</param>
    public bool Holds(JsonValue item, JsonValue root, int depth)
        => depth <= MaxDepth ? Evaluate(item, root, depth) : throw new EvaluationException(ErrorNames.Runtime, "Filters are nested too deeply.");

    protected abstract bool Evaluate(JsonValue item, JsonValue root, int depth);

    /// <summary><c>a || b</c>.</summary>
    internal sealed record Or(FilterCondition Left, FilterCondition Right) : FilterCondition
    {
        protected override bool Evaluate(JsonValue item, JsonValue root, int depth) => Left.Evaluate(item, root, depth) || Right.Evaluate(item, root, depth);
    }

    /// <summary><c>a &amp;&amp; b</c>.</summary>
    internal sealed record And(FilterCondition Left, FilterCondition Right) : FilterCondition
    {
        protected override bool Evaluate(JsonValue item, JsonValue root, int depth) => Left.Evaluate(item, root, depth) && Right.Evaluate(item, root, depth);
    }

    /// <summary><c>!a</c>.</summary>
    internal sealed record Not(FilterCondition Condition) : FilterCondition
    {
        protected override bool Evaluate(JsonValue item, JsonValue root, int depth) => !Condition.Evaluate(item, root, depth);
    }

    /// <summary>A path alone: whether it finds a value. The value may be null or false.</summary>
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
