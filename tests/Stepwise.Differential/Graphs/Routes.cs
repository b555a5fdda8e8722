using Stepwise.Differential.Trees;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Graphs;

/// <summary>The parts of the body of a Choice that name states.</summary>
internal static class Routes
{
    /// <summary>The kind of a node that names a state.</summary>
    public const string Target = "target";

    /// <summary>The type of the body of a Choice.</summary>
    public static TypeRef Type { get; } = new(new NamedType("NextState"));

    /// <summary>Names a state.</summary>
    public static Node To(string state) => new(Target, Type, $"nameof({state})") { IsPrimary = true };

    /// <summary>The state that a node names.</summary>
    public static string NameOf(Node target) => target.Write(isExecuted: false)["nameof(".Length..^1];

    /// <summary>A body with another state in the place of one.</summary>
    public static Node Replace(Node node, string state, string by) =>
        node.Kind == Target ? NameOf(node) == state ? To(by) : node
        : node.Children.Count == 0 ? node
        : node.With([.. node.Children.Select(child => Replace(child, state, by))]);
}
