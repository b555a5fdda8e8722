using System.Globalization;
using Stepwise.Json;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Tests.Syntax;

/// <summary>Writes a tree in one line, so that tests can say what they expect.</summary>
internal static class TreeText
{
    public static string Of(JsonataNode node) => Form(node) + Marks(node);

    public static string Of(string expression)
    {
        var tree = JsonataSyntax.Parse(expression);
        Assert.Empty(tree.Errors);
        return Of(tree.Root);
    }

    private static string Form(JsonataNode node)
        => node switch
        {
            PathNode path => (path.KeepsSingletonArray ? "path[](" : "path(") + All(path.Steps) + ")",
            NameNode name => name.Name,
            LiteralNode literal => literal.Value switch
            {
                JsonString text => "'" + text.Value + "'",
                JsonNumber number => number.ToDouble().ToString(CultureInfo.InvariantCulture),
                JsonBoolean boolean => boolean.Value ? "true" : "false",
                _ => "null",
            },
            RegexNode regex => $"/{regex.Pattern}/{regex.Flags}",
            WildcardNode => "*",
            DescendantNode => "**",
            ParentNode parent => "%" + parent.Slot.Label,
            VariableNode variable => "$" + variable.Name,
            BinaryNode binary => $"({Of(binary.Left)} {binary.Operator} {Of(binary.Right)})",
            NegateNode negation => $"-({Of(negation.Operand)})",
            ArrayNode array => $"[{All(array.Items)}]",
            ObjectNode made => $"{{{Pairs(made.Members)}}}",
            BlockNode block => $"block({All(block.Expressions)})",
            BindNode bind => $"({Of(bind.Target)} := {Of(bind.Value)})",
            ApplyNode apply => $"({Of(apply.Left)} ~> {Of(apply.Right)})",
            ConditionNode condition => $"({Of(condition.Condition)} ? {Of(condition.Then)}{(condition.Else is null ? "" : " : " + Of(condition.Else))})",
            CallNode call => $"call {Of(call.Procedure)}({All(call.Arguments)})",
            PartialNode partial => $"partial {Of(partial.Procedure)}({All(partial.Arguments)})",
            PlaceholderNode => "?",
            LambdaNode lambda => $"lambda({string.Join(", ", lambda.Parameters)}){lambda.Signature?.Text}{{{Of(lambda.Body)}}}",
            TransformNode transform => $"|{Of(transform.Pattern)}|{Of(transform.Update)}{(transform.Delete is null ? "" : ", " + Of(transform.Delete))}|",
            SortNode sort => $"^({string.Join(", ", sort.Terms.Select(static term => (term.IsDescending ? ">" : "<") + Of(term.Expression)))})",
            _ => "error",
        };

    private static string Marks(JsonataNode node)
        => string.Concat(node.Predicates.Select(static predicate => $"?[{Of(predicate.Predicate)}]"))
            + string.Concat(node.Stages.Select(static stage => stage is FilterStage filter ? $"[{Of(filter.Predicate)}]" : $"[#{((IndexStage)stage).Variable}]"))
            + (node.Group is { } group ? $" by {{{Pairs(group.Members)}}}" : "")
            + (node.Focus is null ? "" : "@" + node.Focus)
            + (node.Index is null ? "" : "#" + node.Index)
            + (node.Ancestor is null ? "" : "<" + node.Ancestor.Label)
            + (node.KeepsArray ? " keep" : "")
            + (node.IsConstructedArray ? " whole" : "");

    private static string All(IEnumerable<JsonataNode> nodes) => string.Join(", ", nodes.Select(Of));

    private static string Pairs(IEnumerable<JsonataPair> pairs) => string.Join(", ", pairs.Select(static pair => Of(pair.Key) + ": " + Of(pair.Value)));
}
