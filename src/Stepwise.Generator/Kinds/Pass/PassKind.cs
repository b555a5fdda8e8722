using Stepwise.Generator.Translation;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Kinds.Pass;

/// <summary><c>[Pass]</c>.</summary>
internal sealed class PassKind() : StateKind<PassModel>(new PassReader())
{
    protected override Asl.State Build(PassModel state, StateContext context)
    {
        var pass = new Asl.PassState { Name = state.Name, Next = context.NameOf(state.Next), End = state.End };
        var destination = state.End ? Destination.Output
            : state.Result is { } result ? Destination.To(result.Name)
            : Destination.None;
        return state.Value is { } value ? context.Language.WithValue(pass, value, destination)
            : state.End ? context.Language.WithoutOutput(pass)
            : pass;
    }
}
