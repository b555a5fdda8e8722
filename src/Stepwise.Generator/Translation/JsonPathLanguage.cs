using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Json;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Translation;

/// <summary>JSONPath: values are fields of the document. <c>Parameters</c> and <c>InputPath</c> read them, <c>ResultPath</c> writes them.</summary>
internal sealed class JsonPathLanguage : IQueryLanguage
{
    private readonly JsonPathTranslator _translator;
    private readonly Action<DiagnosticInfo> _report;

    public JsonPathLanguage(ValueReferences values, Action<DiagnosticInfo> report)
    {
        _translator = new JsonPathTranslator(values.InJsonPath, report, values.IsNeverNull);
        _report = report;
    }

    public Asl.AslQueryLanguage? OfState => null;

    public JsonValue Text(string text, int anchor) => new JsonString(text);

    public Asl.TaskState InvokeFunction(Asl.TaskState task, FunctionCall call, Destination destination)
    {
        call = call with { Payload = WithoutVariables(call.Payload) };
        var state = WithResult(task, destination);
        if (call.IsPlain)
        {
            state = state with { Resource = call.Function };
            return call.Payload is ObjectExpression
                ? state with { Parameters = _translator.TemplateObject(call.Payload) }
                : state with { InputPath = Asl.JsonPathField.From(GuardedPath(call.Payload)) };
        }

        var payload = _translator.Member("Payload", call.Payload);
        return state with
        {
            Parameters = new JsonObject.Builder().Add("FunctionName", JsonString.WithSubstitutions(call.Function)).Add(payload.Name, payload.Value).ToObject(),
            ResultSelector = call.KeepsEnvelope ? JsonObject.Create(("Payload.$", new JsonString("$.Payload"))) : null,
        };
    }

    public Asl.TaskState WithArguments(Asl.TaskState task, Expression arguments, Destination destination) =>
        WithResult(task, destination) with { Parameters = _translator.TemplateObject(WithoutVariables(arguments)) };

    public Asl.TaskState WithArguments(Asl.TaskState task, JsonValue? arguments, Destination destination) =>
        WithResult(task, destination) with { Parameters = arguments };

    public Asl.Catcher WithError(Asl.Catcher catcher, string value) => catcher with { ResultPath = Field(value) };

    public Asl.ChoiceRule WithCondition(Asl.ChoiceRule rule, Expression condition) => rule with { Test = _translator.Condition(WithoutVariables(condition)) };

    public Asl.WaitState WithTime(Asl.WaitState wait, Expression time)
    {
        time = WithoutVariables(time);
        switch (time)
        {
            case SecondsExpression { SecondsPerUnit: 1, Amount: var amount } when _translator.Path(amount) is not null:
                return wait with { SecondsPath = GuardedPath(amount) };
            case not (SecondsExpression or InvalidExpression) when _translator.Path(time) is not null:
                return wait with { TimestampPath = GuardedPath(time) };
            case not InvalidExpression:
                NeedsJsonata(time.Anchor, "a computed time", "pass the state a number of seconds (TimeSpan.FromSeconds(x)) or a DateTimeOffset, or " + JsonPathTranslator.UseJsonata);
                break;
        }

        return wait with { Seconds = new JsonNumber(0L) };
    }

    public Asl.PassState WithValue(Asl.PassState pass, Expression value, Destination destination)
    {
        value = WithoutVariables(value);
        var state = destination.Value is { } name ? pass with { ResultPath = Field(name) } : pass;
        switch (value)
        {
            case InvalidExpression:
                return state;
            case ConstantExpression { Value: not JsonNull } constant:
                return state with { Result = constant.Value };
            case ObjectExpression shape:
                return state with { Parameters = _translator.TemplateObject(shape) };
            case var _ when _translator.Path(value) is not null:
                return state with { InputPath = Asl.JsonPathField.From(GuardedPath(value)) };
            default:
                NeedsJsonata(value.Anchor, "a computed value that is not an object", "wrap it in a record, whose properties may be computed, or " + JsonPathTranslator.UseJsonata);
                return state;
        }
    }

    public Asl.SucceedState WithOutput(Asl.SucceedState succeed, Expression? output, int anchor)
    {
        output = output is null ? null : WithoutVariables(output);
        switch (output)
        {
            case null or InvalidExpression:
                return succeed;
            case var _ when _translator.Path(output) is not null:
                return succeed with { OutputPath = Asl.JsonPathField.From(GuardedPath(output)) };
            default:
                NeedsJsonata(anchor, "a composed output", "write [Succeed(QueryLanguage = QueryLanguage.Jsonata)] for this one state, or return one value unchanged");
                return succeed;
        }
    }

    /// <summary>The document is handed on.</summary>
    public T WithoutOutput<T>(T state)
        where T : Asl.State => state;

    public Asl.FailState WithCause(Asl.FailState fail, Expression cause)
    {
        cause = WithoutVariables(cause);
        if (cause is InvalidExpression)
        {
            return fail;
        }

        if (_translator.Path(cause) is not null)
        {
            _translator.CheckNames(cause);
            return fail with { CausePath = _translator.NotNullPath(cause) ?? "$" };
        }

        return _translator.Intrinsic(cause) is { } intrinsic ? fail with { CausePath = intrinsic } : fail;
    }

    private Expression WithoutVariables(Expression expression) => JsonPathVariables.Replace(expression, _report) ?? new InvalidExpression(expression.Anchor);

    private static Asl.JsonPathField Field(string value) => Asl.JsonPathField.From(ValueReferences.Path(value));

    /// <summary>The result replaces the document, becomes a field of it, or is discarded.</summary>
    private static Asl.TaskState WithResult(Asl.TaskState task, Destination destination) => task with
    {
        ResultPath = destination.IsOutput ? null : destination.Value is { } value ? Field(value) : Asl.JsonPathField.Null,
    };

    /// <summary>The path of a value that must be there: a diagnostic if it may be missing.</summary>
    private string GuardedPath(Expression value)
    {
        if (_translator.Path(value) is not { } path)
        {
            NeedsJsonata(value.Anchor, "a computed value", JsonPathTranslator.UseJsonata);
            return "$";
        }

        _translator.CheckNames(value);
        if (value.MayBeMissing())
        {
            _report(new DiagnosticInfo(
                DiagnosticIds.CannotGuard, value.Anchor, "'" + value.Describe() + "'", "make it non-nullable if it is always set, or " + JsonPathTranslator.UseJsonata));
        }

        return path;
    }

    private void NeedsJsonata(int anchor, string what, string instead) => _report(new DiagnosticInfo(DiagnosticIds.NeedsJsonata, anchor, what, instead));
}
