using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Kinds.Raw;

/// <summary><c>[RawState]</c>.</summary>
internal sealed class RawStateKind() : StateKind<RawStateModel>(new RawStateReader())
{
    protected override Asl.State Build(RawStateModel state, StateContext context) => new Asl.RawState { Name = state.Name, Body = state.Body.Value };
}
