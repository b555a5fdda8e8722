using Stepwise.Generator.Model;

namespace Stepwise.Generator.Expressions;

/// <summary>A place where values are computed once before they are read: the body, or a part of it that is evaluated only under a condition.</summary>
/// <param name="outer">The block around it; null for the body.</param>
internal sealed class Block(Block? outer)
{
    public Block? Outer => outer;

    /// <summary>The variables, in the order in which they are computed.</summary>
    public List<Binding> Bindings { get; } = [];

    public bool Has(string name) => Bindings.Exists(binding => binding.Name == name);
}
