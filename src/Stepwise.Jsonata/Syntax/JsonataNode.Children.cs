namespace Stepwise.Jsonata.Syntax;

public abstract partial class JsonataNode
{
    /// <summary>Returns the child nodes in the order of the text: the node's parts, then its predicates, stages and group.</summary>
    /// <returns>The nodes. The parameters of a lambda are names, not nodes.</returns>
    public IEnumerable<JsonataNode> Children()
    {
        IEnumerable<JsonataNode> parts = this switch
        {
            PathNode path => path.Steps,
            BinaryNode binary => [binary.Left, binary.Right],
            NegateNode negation => [negation.Operand],
            ArrayNode array => array.Items,
            ObjectNode made => made.Members.SelectMany(static pair => (JsonataNode[])[pair.Key, pair.Value]),
            BlockNode block => block.Expressions,
            BindNode bind => [bind.Target, bind.Value],
            ApplyNode apply => [apply.Left, apply.Right],
            ConditionNode { Else: { } @else } condition => [condition.Condition, condition.Then, @else],
            ConditionNode condition => [condition.Condition, condition.Then],
            CallNode call => [call.Procedure, .. call.Arguments],
            PartialNode partial => [partial.Procedure, .. partial.Arguments],
            LambdaNode lambda => [lambda.Body],
            TransformNode { Delete: { } delete } transform => [transform.Pattern, transform.Update, delete],
            TransformNode transform => [transform.Pattern, transform.Update],
            SortNode sort => sort.Terms.Select(static term => term.Expression),
            _ => [],
        };
        foreach (var part in parts)
        {
            yield return part;
        }

        foreach (var predicate in Predicates)
        {
            yield return predicate.Predicate;
        }

        foreach (var filter in Stages.OfType<FilterStage>())
        {
            yield return filter.Predicate;
        }

        if (Group is not null)
        {
            foreach (var pair in Group.Members)
            {
                yield return pair.Key;
                yield return pair.Value;
            }
        }
    }
}
