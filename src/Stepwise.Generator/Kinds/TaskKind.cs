using Stepwise.Generator.Translation;
using Stepwise.Json;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Kinds;

/// <summary>A kind of Task state. The kinds differ in the resource and the arguments.</summary>
internal abstract class TaskKind<TModel>(TaskReader<TModel> reader) : StateKind<TModel>(reader)
    where TModel : TaskModel
{
    /// <summary>The ASL <c>Resource</c>.</summary>
    protected abstract string ResourceOf(TModel task);

    /// <summary>Sets the arguments, and puts the result where it goes.</summary>
    protected abstract Asl.TaskState Call(Asl.TaskState state, TModel task, IQueryLanguage language, Destination result);

    protected sealed override Asl.State Build(TModel state, StateContext context)
    {
        var task = new Asl.TaskState
        {
            Name = state.Name,
            Resource = ResourceOf(state),
            TimeoutSeconds = Number(state.TimeoutSeconds),
            HeartbeatSeconds = Number(state.HeartbeatSeconds),
            Retry = context.Retriers(),
            Catch = context.Catchers(),
            Next = context.NameOf(state.Next),
            End = state.End,
        };
        var result = state is { End: true, OutputType: not null } ? Destination.Output
            : state.Result is { } value ? Destination.To(value.Name)
            : Destination.None;
        return Call(task, state, context.Language, result);
    }

    private static JsonNumber? Number(int? value) => value is { } number ? new JsonNumber((long)number) : null;
}
