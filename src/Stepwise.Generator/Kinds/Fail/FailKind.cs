using Stepwise.Generator.Model;
using Stepwise.Json;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Kinds.Fail;

/// <summary><c>[Fail]</c>.</summary>
internal sealed class FailKind() : StateKind<FailModel>(new FailReader())
{
    protected override Asl.State Build(FailModel state, StateContext context)
    {
        var language = context.Language;
        var fail = new Asl.FailState { Name = state.Name, Error = language.Text(state.Error, state.Anchor) };
        return state.CauseExpression switch
        {
            null or InvalidExpression => state.Cause is null ? fail : fail with { Cause = language.Text(state.Cause, state.Anchor) },
            ConstantExpression { Value: JsonNull } => fail,
            ConstantExpression { Value: JsonString text } => fail with { Cause = language.Text(text.Value, state.Anchor) },
            var cause => language.WithCause(fail, cause),
        };
    }
}
