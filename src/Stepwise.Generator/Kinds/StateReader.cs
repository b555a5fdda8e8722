using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Kinds;

/// <summary>Reads the states of one kind: symbols and syntax become a model. Nothing of Roslyn is in what it returns, apart from the types in a <see cref="StateSignature"/>.</summary>
internal abstract class StateReader : MethodReader
{
    /// <summary>Whether the attribute has <c>Next</c> and <c>End</c>.</summary>
    public abstract bool HasTransition { get; }

    /// <summary>Whether the state can fail, be retried and be caught: <c>[Retry]</c> and <c>[Catch]</c> may stand on it.</summary>
    public abstract bool DoesWork { get; }

    /// <summary>Whether the state reaches resources: <c>[Resource]</c> may stand on it.</summary>
    public abstract bool ReachesResources { get; }

    /// <summary>The type of the value that the state computes or gets: what <c>[From]</c> looks into; null where there is none.</summary>
    public abstract ITypeSymbol? ResultType(StateMethod method);

    /// <summary>What is wrong with the method's declaration for a state of this kind; null if nothing is.</summary>
    public abstract string? CheckShape(StateMethod method, TypeReader types);

    /// <summary>Reads a state.</summary>
    public abstract StateModel Read(StateReading state);

    /// <summary>Reads what the generated part of the class needs. This runs at every keystroke: it does not look into the body.</summary>
    public abstract StateSignature Sign(StateMethod method, SignatureContext context);

    /// <summary>The name on the wire of a parameter.</summary>
    public virtual string WireName(string parameter, Naming naming) => WireNames.Apply(naming, parameter);
}

/// <summary>Reads the states of one kind into models of one type.</summary>
internal abstract class StateReader<TModel> : StateReader
    where TModel : StateModel
{
    public sealed override StateModel Read(StateReading state) => ReadModel(state);

    /// <inheritdoc cref="StateReader.Read"/>
    protected abstract TModel ReadModel(StateReading state);
}
