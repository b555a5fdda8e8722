using Stepwise.Generator.Translation;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Kinds.Service;

/// <summary><c>[ServiceTask]</c>.</summary>
internal sealed class ServiceTaskKind() : TaskKind<ServiceTaskModel>(new ServiceTaskReader())
{
    protected override string ResourceOf(ServiceTaskModel task) => "arn:aws:states:::" + task.Action + PatternOf(task);

    protected override Asl.TaskState Call(Asl.TaskState state, ServiceTaskModel task, IQueryLanguage language, Destination result) =>
        language.WithArguments(state, task.Arguments ?? ParameterObject.PayloadOf(task), result);

    private static string PatternOf(ServiceTaskModel task) => task switch
    {
        { WaitsForToken: true } => ".waitForTaskToken",
        { RunsJob: true, Action: "states:startExecution" } => ".sync:2",
        { RunsJob: true } => ".sync",
        _ => "",
    };
}
