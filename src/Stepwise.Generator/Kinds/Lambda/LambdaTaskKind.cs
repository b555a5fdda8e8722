using Stepwise.Generator.Translation;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Kinds.Lambda;

/// <summary><c>[LambdaTask]</c>.</summary>
internal sealed class LambdaTaskKind() : TaskKind<LambdaTaskModel>(new LambdaTaskReader())
{
    protected override string ResourceOf(LambdaTaskModel task) => "arn:aws:states:::lambda:invoke" + (task.WaitsForToken ? ".waitForTaskToken" : "");

    protected override Asl.TaskState Call(Asl.TaskState state, LambdaTaskModel task, IQueryLanguage language, Destination result)
    {
        var function = task.IsArn ? task.Function : "${" + task.SubstitutionKey + "}";
        return language.InvokeFunction(state, new FunctionCall(function, ParameterObject.PayloadOf(task), task.WaitsForToken, task.KeepsEnvelope), result);
    }
}
