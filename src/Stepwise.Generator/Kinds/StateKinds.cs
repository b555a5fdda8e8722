using Stepwise.Generator.Kinds.Choice;
using Stepwise.Generator.Kinds.Fail;
using Stepwise.Generator.Kinds.Lambda;
using Stepwise.Generator.Kinds.Pass;
using Stepwise.Generator.Kinds.Raw;
using Stepwise.Generator.Kinds.Service;
using Stepwise.Generator.Kinds.Succeed;
using Stepwise.Generator.Kinds.Wait;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Kinds;

/// <summary>The kinds of states that the compiler knows.</summary>
internal sealed class StateKinds
{
    /// <summary>All kinds. A new kind is a folder beside this file and a line here.</summary>
    public static readonly StateKinds All = new(
        new LambdaTaskKind(),
        new ServiceTaskKind(),
        new RawTaskKind(),
        new ChoiceKind(),
        new WaitKind(),
        new PassKind(),
        new SucceedKind(),
        new FailKind(),
        new RawStateKind());

    private readonly Dictionary<Type, StateKind> _byModel = [];
    private readonly Dictionary<string, MethodReader> _byAttribute = new(StringComparer.Ordinal);

    public StateKinds(params StateKind[] kinds)
    {
        var start = new StartReader();
        _byAttribute.Add(start.Attribute, start);
        foreach (var kind in kinds)
        {
            _byModel.Add(kind.ModelType, kind);
            _byAttribute.Add(kind.Reader.Attribute, kind.Reader);
        }
    }

    /// <summary>The types of the kinds' models.</summary>
    public IReadOnlyCollection<Type> ModelTypes => _byModel.Keys;

    /// <summary>The reader of the methods that an attribute marks; null if it marks neither the start nor a state.</summary>
    /// <param name="attribute">The name of the attribute's class without the suffix <c>Attribute</c>.</param>
    public MethodReader? FindReader(string attribute) => _byAttribute.TryGetValue(attribute, out var reader) ? reader : null;

    /// <summary>The kind of a state.</summary>
    public StateKind Of(StateModel state) => _byModel[state.GetType()];
}
