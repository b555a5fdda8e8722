using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Kinds.Lambda;

/// <summary>Reads <c>[LambdaTask]</c>.</summary>
internal sealed class LambdaTaskReader : TaskReader<LambdaTaskModel>
{
    public override string Attribute => "LambdaTask";

    public override string RecordOf(string method) => method + "Input";

    public override string? CheckShape(StateMethod method, TypeReader types) =>
        method.HasBody ? "a [LambdaTask] cannot have a body: the function does the work"
        : !TaskResult.IsAnyTask(method.Symbol.ReturnType) ? "it must return Task, or Task<T> with the type of the result"
        : null;

    public override StateSignature Sign(StateMethod method, SignatureContext context)
    {
        var result = ResultType(method);
        var payload = result is null ? null : TaskResult.Enveloped(result) ?? result;
        var task = new TaskSignature(
            method.Symbol.Name,
            method.Attribute.String(method.Attribute.Named("StateName")) ?? method.Symbol.Name,
            method.Attribute.String(method.Attribute.Positional(0, "function")) ?? "",
            context.Contract(method, RecordOf(method.Symbol.Name)),
            payload is null ? null : context.Text(payload));
        return new StateSignature(task, EndOf(method));
    }

    protected override LambdaTaskModel ReadModel(StateReading state)
    {
        var context = state.Context;
        var expression = state.Attribute.Positional(0, "function");
        var function = state.Attribute.String(expression) ?? "";
        if (expression is not null && !IsFunctionName(function))
        {
            context.Report(DiagnosticIds.InvalidAttributeValue, context.Anchor(expression), "function", expression.ToString(), "it must be the function's name, such as \"validate-campaign\"");
        }

        ParameterRules.CheckRecord(state.Declaration.Parameters, RecordOf(state.Declaration.Member), context);
        state.RefuseContext();
        var type = ResultType(state.Method);
        return new LambdaTaskModel
        {
            Declaration = state.Declaration,
            Function = function,
            SubstitutionKey = WireNames.Pascal(function) + "FunctionArn",
            KeepsEnvelope = type is not null && TaskResult.Enveloped(type) is not null,
            TimeoutSeconds = TimeoutOf(state),
            HeartbeatSeconds = HeartbeatOf(state),
            Result = state.ResultOf(type),
            OutputType = state.OutputOf(type),
            WaitsForToken = HasToken(state),
        };
    }

    /// <summary>Whether the text can name a function: by its name or ARN, with a version or alias, or by a substitution.</summary>
    private static bool IsFunctionName(string function) =>
        WireNames.Pascal(function).Length > 0
        && Ascii.IsName(function, int.MaxValue, "-_.:${}");
}
