using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Expressions;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Json;

namespace Stepwise.Generator.Kinds.Raw;

/// <summary>Reads <c>[RawTask]</c>.</summary>
internal sealed class RawTaskReader : TaskReader<RawTaskModel>
{
    public override string Attribute => "RawTask";

    public override string? RecordOf(string method) => null;

    public override string? CheckShape(StateMethod method, TypeReader types) =>
        !TaskResult.IsAnyTask(method.Symbol.ReturnType) ? "it must return Task, or Task<T> with the type of the result"
        : method.HasBody ? "a [RawTask] cannot have a body: its arguments are in the attribute"
        : null;

    public override StateSignature Sign(StateMethod method, SignatureContext context) => new(null, EndOf(method));

    protected override RawTaskModel ReadModel(StateReading state)
    {
        state.Context.Report(DiagnosticIds.NotAnalysed, state.Declaration.AttributeAnchor, state.Declaration.Member);
        var arguments = ReadArguments(state);
        var type = ResultType(state.Method);
        return new RawTaskModel
        {
            Declaration = state.Declaration,
            Resource = state.Attribute.String(state.Attribute.Positional(0, "resource")) ?? "",
            Arguments = arguments is null ? null : new WrittenJson<JsonValue>(arguments),
            TimeoutSeconds = TimeoutOf(state),
            HeartbeatSeconds = HeartbeatOf(state),
            Result = state.ResultOf(type),
            OutputType = state.OutputOf(type),
        };
    }

    private static JsonValue? ReadArguments(StateReading state)
    {
        if (state.Attribute.Positional(1, "arguments") is not { } expression || state.Attribute.String(expression) is not { } json)
        {
            return null;
        }

        var place = state.Context.Anchor(expression);
        var arguments = state.ReadJson(json, place);
        if (arguments is not null && state.Language is Language.Jsonata)
        {
            JsonataRules.CheckValue(state.Context, json, arguments, place);
        }

        return arguments;
    }
}
