using Stepwise.Generator.Model;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Kinds;

/// <summary>A kind of state. It turns a method into a model, and the model into a state of ASL.</summary>
internal abstract class StateKind
{
    /// <summary>Reads the methods that are states of this kind.</summary>
    public abstract StateReader Reader { get; }

    /// <summary>The type of its models.</summary>
    public abstract Type ModelType { get; }

    /// <summary>Builds the state of ASL. The comment and the state's query language are added to it afterwards.</summary>
    /// <param name="state">A model of the kind.</param>
    /// <param name="context">What the state needs of its machine.</param>
    public abstract Asl.State Build(StateModel state, StateContext context);
}

/// <summary>A kind of state whose models are of one type.</summary>
internal abstract class StateKind<TModel>(StateReader<TModel> reader) : StateKind
    where TModel : StateModel
{
    public sealed override StateReader Reader => reader;

    public sealed override Type ModelType => typeof(TModel);

    public sealed override Asl.State Build(StateModel state, StateContext context) => Build((TModel)state, context);

    /// <inheritdoc cref="StateKind.Build(StateModel, StateContext)"/>
    protected abstract Asl.State Build(TModel state, StateContext context);
}
