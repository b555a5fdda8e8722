using Microsoft.CodeAnalysis;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Expressions;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Validation;

namespace Stepwise.Generator.Kinds.Service;

/// <summary>Reads <c>[ServiceTask]</c>.</summary>
internal sealed class ServiceTaskReader : TaskReader<ServiceTaskModel>
{
    public override string Attribute => "ServiceTask";

    public override string? RecordOf(string method) => null;

    /// <summary>The type of the response: the type argument of the attribute, or else the type that the method returns.</summary>
    public override ITypeSymbol? ResultType(StateMethod method) => method.Attribute.TypeArgumentSymbol() ?? base.ResultType(method);

    /// <summary>The name of an argument of an AWS API. The parameter <c>topicArn</c> becomes <c>TopicArn</c>.</summary>
    public override string WireName(string parameter, Naming naming) => parameter.Length == 0 ? parameter : char.ToUpperInvariant(parameter[0]) + parameter.Substring(1);

    public override string? CheckShape(StateMethod method, TypeReader types)
    {
        var isTask = TaskResult.IsAnyTask(method.Symbol.ReturnType);
        return method.HasBody && (isTask || method.Symbol.ReturnsVoid)
            ? "a [ServiceTask] with a body must return the arguments, as object or as the request's type; write the response's type in [ServiceTask<TResponse>]"
            : !method.HasBody && !isTask
            ? "a [ServiceTask] without a body must return Task, or Task<T> with the type of the response"
            : null;
    }

    public override StateSignature Sign(StateMethod method, SignatureContext context) => new(null, EndOf(method));

    protected override ServiceTaskModel ReadModel(StateReading state)
    {
        var arguments = state.OpenBody(BodyKind.ServiceArguments)?.ReadValue();
        var context = state.Context;
        var expression = state.Attribute.Positional(0, "action");
        var action = state.Attribute.String(expression) ?? "";
        var resource = TaskResource.Parse("arn:aws:states:::" + action);
        if (expression is not null && (action.StartsWith("arn:", StringComparison.Ordinal) || resource.Kind is not (TaskResourceKind.Optimized or TaskResourceKind.Sdk or TaskResourceKind.Substitution)))
        {
            context.Report(DiagnosticIds.InvalidAttributeValue, context.Anchor(expression), "action", expression.ToString(),
                "it must be service:action, such as \"sns:publish\", or \"aws-sdk:service:action\"");
        }
        else if (expression is not null && action.IndexOf('.') >= 0)
        {
            context.Report(DiagnosticIds.InvalidAttributeValue, context.Anchor(expression), "action", expression.ToString(),
                "the pattern is not part of it: set Pattern = IntegrationPattern.RunJob for .sync, and take a TaskToken parameter for .waitForTaskToken");
        }
        else if (expression is not null && ActionNames.WhatIsWrong(resource) is { } instead)
        {
            context.Report(DiagnosticIds.UnknownAction, context.Anchor(expression), action, instead.TrimEnd('.'));
        }

        if (arguments is null)
        {
            state.RefuseContext();
        }

        var type = ResultType(state.Method);
        return new ServiceTaskModel
        {
            Declaration = state.Declaration,
            Action = action,
            RunsJob = state.Attribute.EnumMember(state.Attribute.Named("Pattern"), "IntegrationPattern") is "RunJob",
            Arguments = arguments,
            TimeoutSeconds = TimeoutOf(state),
            HeartbeatSeconds = HeartbeatOf(state),
            Result = state.ResultOf(type),
            OutputType = state.OutputOf(type),
            WaitsForToken = HasToken(state),
        };
    }
}
