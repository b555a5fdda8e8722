using Stepwise.Differential.Places;
using Stepwise.Differential.Trees;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Graphs;

/// <summary>A state of a random workflow. It never changes.</summary>
internal sealed record GraphState(string Name, StateKind Kind, Language Language)
{
    /// <summary>The state that follows; null if it ends the execution, or is a Choice.</summary>
    public string? Next { get; init; }

    /// <summary>What its body or its payload can read.</summary>
    public IReadOnlyList<Reading> Scope { get; init; } = [];

    /// <summary>The body, or the list of parameters that are sent; null for a state without either.</summary>
    public Node? Body { get; init; }

    /// <summary>What the method returns, in C#. Empty for a state that has no body.</summary>
    public string ReturnType { get; init; } = "";

    /// <summary>The type of the result; null for none.</summary>
    public TypeRef? Result { get; init; }

    /// <summary>The name of the value that the result becomes; null if there is no result, or if it is the output.</summary>
    public string? ResultName { get; init; }

    /// <summary>Whether the name of the value is that of its type, so that the attribute does not say it.</summary>
    public bool HasDefaultName { get; init; }

    /// <summary>Its own catchers. Empty for those of the class.</summary>
    public IReadOnlyList<Catcher> Catchers { get; init; } = [];

    /// <summary>How long a constant Wait takes.</summary>
    public int Seconds { get; init; }

    /// <summary>The error of a Fail.</summary>
    public string Error { get; init; } = "";

    /// <summary>The constant cause of a Fail; null for none.</summary>
    public string? Cause { get; init; }

    /// <summary>What a Choice at the end of a loop does; null for every other state.</summary>
    public Loop? Loop { get; init; }

    /// <summary>Whether a Pass counts the rounds of a loop.</summary>
    public bool IsCounting { get; init; }

    public bool IsTask => Kind is StateKind.LambdaTask or StateKind.ServiceTask;

    /// <summary>Whether it can end the execution, or go on.</summary>
    public bool CanContinue => Kind is StateKind.Pass or StateKind.PassMarker or StateKind.Wait or StateKind.WaitFor or StateKind.WaitUntil or StateKind.LambdaTask or StateKind.ServiceTask;

    /// <summary>Whether the execution ends here.</summary>
    public bool IsEnd => Kind is not StateKind.Choice && Next is null;

    /// <summary>The parameters, in order.</summary>
    public IReadOnlyList<Reading> Parameters
    {
        get
        {
            if (Body is null)
            {
                return [];
            }

            var read = Body.All().Select(static node => node.Reads).OfType<Variable>().ToHashSet();
            return [.. Scope.Where(reading => read.Contains(reading.Variable))];
        }
    }

    /// <summary>The states that a Choice leads to.</summary>
    public IEnumerable<string> Targets => Kind is StateKind.Choice ? Body!.All().Where(static node => node.Kind == Routes.Target).Select(Routes.NameOf) : [];

    /// <summary>The states that follow, without those that catchers lead to.</summary>
    public IEnumerable<string> Followers => Next is { } next ? [next] : Targets;

    public int Size => 3 + (Body?.Size ?? 0) + 2 * Catchers.Count + (Language is Language.JsonataInJsonPath ? 1 : 0) + (IsEnd ? 0 : 1);
}
