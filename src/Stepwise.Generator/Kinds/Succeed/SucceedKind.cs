using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Kinds.Succeed;

/// <summary><c>[Succeed]</c>.</summary>
internal sealed class SucceedKind() : StateKind<SucceedModel>(new SucceedReader())
{
    protected override Asl.State Build(SucceedModel state, StateContext context)
    {
        var output = state.Value ?? (state.Parameters.IsEmpty ? null : ParameterObject.Of(state));
        return context.Language.WithOutput(new Asl.SucceedState { Name = state.Name }, output, state.AttributeAnchor);
    }
}
