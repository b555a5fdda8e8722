using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Kinds;

/// <summary>Reads the states of one kind. It turns symbols and syntax into a model that holds no objects of Roslyn. Only a <see cref="StateSignature"/> holds type symbols.</summary>
internal abstract class StateReader : MethodReader
{
    /// <summary>Whether the attribute has <c>Next</c> and <c>End</c>.</summary>
    public abstract bool HasTransition { get; }

    /// <summary>Whether the state can fail, be retried and be caught: <c>[Retry]</c> and <c>[Catch]</c> may stand on it.</summary>
    public abstract bool DoesWork { get; }

    /// <summary>Whether the state reaches resources: <c>[Resource]</c> may stand on it.</summary>
    public abstract bool ReachesResources { get; }

    /// <summary>Returns the type of the value that the state computes or receives, whose members <c>[From]</c> can name, or null if the state has no value.</summary>
    public abstract ITypeSymbol? ResultType(StateMethod method);

    /// <summary>What is wrong with the method's declaration for a state of this kind; null if nothing is.</summary>
    public abstract string? CheckShape(StateMethod method, TypeReader types);

    /// <summary>Reads a state.</summary>
    public abstract StateModel Read(StateReading state);

    /// <summary>Reads what the generated part of the class needs. This runs at every keystroke, so that it does not bind the body.</summary>
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
