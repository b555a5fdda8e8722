using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Compilation;

/// <summary>Collects the variables of a node of the syntax tree.</summary>
internal static class SyntaxWalk
{
    /// <summary>Collects the variables that a node binds in its own scope.</summary>
    public static void CollectBindings(JsonataNode node, ISet<string> names)
    {
        var pending = new Stack<JsonataNode>();
        pending.Push(node);
        while (pending.TryPop(out var current))
        {
            if (current is BindNode bind)
            {
                names.Add(bind.Target.Name);
            }

            // Blocks and functions have scopes of their own.
            foreach (var child in current is BlockNode or LambdaNode ? Outside(current) : current.Children())
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>Whether a function in the node may outlive the node's evaluation and still see its variables.</summary>
    public static bool Captures(JsonataNode node)
    {
        var pending = new Stack<JsonataNode>();
        pending.Push(node);
        while (pending.TryPop(out var current))
        {
            if (current is LambdaNode or TransformNode or VariableNode { Name: "eval" })
            {
                return true;
            }

            foreach (var child in current.Children())
            {
                pending.Push(child);
            }
        }

        return false;
    }

    /// <summary>Collects the names that a path binds for its later steps: focus, index, ancestors, and those of paths at the end of its steps.</summary>
    public static void CollectTupleNames(JsonataNode node, ICollection<string> names)
    {
        if (node.Focus is not null)
        {
            names.Add(node.Focus);
        }

        if (node.Index is not null)
        {
            names.Add(node.Index);
        }

        if (node.Ancestor is not null)
        {
            names.Add(node.Ancestor.Label);
        }

        foreach (var stage in node.Stages)
        {
            if (stage is IndexStage index)
            {
                names.Add(index.Variable);
            }
        }

        switch (node)
        {
            case PathNode path:
                foreach (var step in path.Steps)
                {
                    CollectTupleNames(step, names);
                }

                break;
            case BlockNode { Expressions.Count: > 0 } block:
                CollectTupleNames(block.Expressions[^1], names);
                break;
        }
    }

    /// <summary>The parts of a block or a function that belong to the scope around it: its predicates and its group.</summary>
    private static IEnumerable<JsonataNode> Outside(JsonataNode node)
    {
        foreach (var predicate in node.Predicates)
        {
            yield return predicate.Predicate;
        }

        foreach (var stage in node.Stages)
        {
            if (stage is FilterStage filter)
            {
                yield return filter.Predicate;
            }
        }

        if (node.Group is not null)
        {
            foreach (var pair in node.Group.Members)
            {
                yield return pair.Key;
                yield return pair.Value;
            }
        }
    }
}
