using Stepwise.Differential.Types;

namespace Stepwise.Differential.Trees;

/// <summary>The variables that an expression can read.</summary>
/// <param name="Variables">The variables, the newest last.</param>
internal sealed record Scope(IReadOnlyList<Variable> Variables)
{
    /// <summary>This scope and more variables.</summary>
    public Scope With(IEnumerable<Variable> variables) => new([.. Variables, .. variables]);

    /// <summary>The paths to values of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="mayBeNull">Whether they may be null; else C# accepts them as not null.</param>
    public IReadOnlyList<Node> PathsTo(CSharpType type, bool mayBeNull) =>
        [.. Variables.SelectMany(variable => variable.PathsTo(type)).Where(path => mayBeNull ? path.Type!.MayBeNull : path.Type!.CountsAsNotNull)];
}
