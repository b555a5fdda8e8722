using Stepwise.Differential.Trees;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Places;

/// <summary>A random state: where it stands, what it reads, and its body.</summary>
/// <param name="Place">Where the body stands.</param>
/// <param name="Language">The query language of the state.</param>
/// <param name="Parameters">All values that the body could read.</param>
/// <param name="Result">The parameter that is the result of an earlier state; null if all are inputs.</param>
/// <param name="ReturnType">What the method returns, in C#.</param>
/// <param name="Body">The body, with <c>=></c> or in braces.</param>
internal sealed record RandomState(Place Place, Language Language, IReadOnlyList<Variable> Parameters, Variable? Result, string ReturnType, Node Body)
{
    /// <summary>The parameters that the body reads.</summary>
    public IReadOnlyList<Variable> Read => Place is Place.LambdaPayload ? [.. Body.Children.Select(static child => child.Reads!)]
        : OwnTypes is not null ? Parameters
        : [.. Parameters.Where(Body.All().Select(static node => node.Reads).ToHashSet().Contains)];

    /// <summary>Types that only this state uses, in C#; null for none.</summary>
    public string? OwnTypes { get; init; }

    /// <summary>How the machine names properties.</summary>
    public Naming Naming { get; init; } = Naming.CamelCase;

    /// <summary>How large the body is.</summary>
    public int Size => Body.Size + (Result is not null && Read.Contains(Result) ? 1 : 0);
}
