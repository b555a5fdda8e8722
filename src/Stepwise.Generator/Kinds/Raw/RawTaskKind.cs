using Stepwise.Generator.Translation;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Kinds.Raw;

/// <summary><c>[RawTask]</c>.</summary>
internal sealed class RawTaskKind() : TaskKind<RawTaskModel>(new RawTaskReader())
{
    protected override string ResourceOf(RawTaskModel task) => task.Resource;

    protected override Asl.TaskState Call(Asl.TaskState state, RawTaskModel task, IQueryLanguage language, Destination result) =>
        language.WithArguments(state, task.Arguments?.Value, result);
}
