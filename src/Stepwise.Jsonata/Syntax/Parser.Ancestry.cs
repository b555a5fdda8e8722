using Stepwise.Json;

namespace Stepwise.Jsonata.Syntax;

/// <content>Finds for each <c>%</c> the step whose input it refers to.</content>
internal sealed partial class Parser
{
    /// <summary>The greatest number of steps that all <c>%</c> of an expression may look back. No expression written by a person comes near it.</summary>
    private const int MostSeeks = 5_000_000;

    private List<JsonataAncestor>? _ancestors;
    private Dictionary<JsonataNode, List<JsonataAncestor>>? _seeking;
    private int _seeks;

    private JsonataAncestor NewAncestor()
    {
        _ancestors ??= [];
        var ancestor = new JsonataAncestor("!" + _ancestors.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), _ancestors.Count);
        _ancestors.Add(ancestor);
        return ancestor;
    }

    /// <summary>The ancestors that a node needs and that must be found to its left; null if it needs none.</summary>
    private List<JsonataAncestor>? Seeking(JsonataNode node) => _seeking is not null && _seeking.TryGetValue(node, out var slots) ? slots : null;

    private void SetSeeking(JsonataNode node, List<JsonataAncestor> slots) => (_seeking ??= [])[node] = slots;

    /// <summary>Passes the ancestors that a part needs to the whole. The whole takes over the list, so that long chains take linear time.</summary>
    private void PassAncestors(JsonataNode whole, JsonataNode part)
    {
        if (_ancestors is null)
        {
            return;
        }

        var slots = Seeking(part);
        if (part is ParentNode parent)
        {
            (slots ??= []).Add(parent.Slot);
        }

        if (slots is null)
        {
            return;
        }

        if (Seeking(whole) is not { } own)
        {
            SetSeeking(whole, slots);
        }
        else if (!ReferenceEquals(own, slots))
        {
            own.AddRange(slots);
        }
    }

    /// <summary>Finds the ancestors that the last step needs among the steps before it. The path itself needs those that are not found.</summary>
    private void ResolveAncestors(PathNode path)
    {
        if (_ancestors is null)
        {
            return;
        }

        var steps = path.StepList;
        var last = steps[steps.Count - 1];
        var slots = Seeking(last);
        if (last is ParentNode parent)
        {
            (slots ??= []).Add(parent.Slot);
        }

        if (slots is null)
        {
            return;
        }

        foreach (var slot in slots)
        {
            var index = steps.Count - 2;
            while (slot.Level > 0)
            {
                if (index < 0)
                {
                    if (Seeking(path) is { } own)
                    {
                        own.Add(slot);
                    }
                    else
                    {
                        SetSeeking(path, [slot]);
                    }

                    break;
                }

                var step = steps[index--];

                // Consecutive steps that bind a focus have the same input, so only the first one counts.
                while (index >= 0 && step.Focus is { Length: > 0 } && steps[index].Focus is { Length: > 0 } && Count(step))
                {
                    step = steps[index--];
                }

                SeekParent(step, slot);
            }
        }
    }

    private void SeekParent(JsonataNode node, JsonataAncestor slot)
    {
        if (!Count(node))
        {
            slot.Level = 0;
            return;
        }

        switch (node)
        {
            case NameNode or WildcardNode:
                if (--slot.Level == 0)
                {
                    if (node.Ancestor is { } known)
                    {
                        slot.Label = known.Label;
                    }

                    node.Ancestor = slot;
                    node.IsTuple = true;
                }

                break;
            case ParentNode:
                slot.Level++;
                break;
            case BlockNode block:
                if (block.Expressions.Count > 0)
                {
                    block.IsTuple = true;
                    SeekParent(block.Expressions[block.Expressions.Count - 1], slot);
                }

                break;
            case PathNode path:
                path.IsTuple = true;
                var index = path.StepList.Count - 1;
                do
                {
                    SeekParent(path.StepList[index--], slot);
                }
                while (slot.Level > 0 && index >= 0);
                break;
            case ErrorNode:
                slot.Level = 0;
                break;
            default:
                _errors.Meaning("S0217", node.Position, node.Start, node.End, new JsonString(TypeName(node)));
                slot.Level = 0;
                break;
        }
    }

    private bool Count(JsonataNode node)
    {
        if (_seeks < MostSeeks)
        {
            _seeks++;
            return true;
        }

        _errors.Meaning(SyntaxMessages.TooDeep, node.Position, node.Start, node.End);
        return false;
    }

    private void RequireResolved(JsonataNode root)
    {
        if (root is ParentNode || Seeking(root) is not null)
        {
            _errors.Meaning("S0217", root.Position, root.Start, root.End, new JsonString(TypeName(root)));
        }
    }

    /// <summary>JSONata's name for the type of a node.</summary>
    private static string TypeName(JsonataNode node)
        => node switch
        {
            PathNode => "path",
            NameNode => "name",
            WildcardNode => "wildcard",
            DescendantNode => "descendant",
            ParentNode => "parent",
            LiteralNode { Value: JsonString } => "string",
            LiteralNode { Value: JsonNumber } => "number",
            LiteralNode => "value",
            VariableNode => "variable",
            RegexNode => "regex",
            BinaryNode => "binary",
            NegateNode or ArrayNode or ObjectNode => "unary",
            BlockNode => "block",
            BindNode => "bind",
            ApplyNode => "apply",
            ConditionNode => "condition",
            CallNode => "function",
            PartialNode => "partial",
            LambdaNode => "lambda",
            TransformNode => "transform",
            SortNode => "sort",
            _ => "error",
        };
}
