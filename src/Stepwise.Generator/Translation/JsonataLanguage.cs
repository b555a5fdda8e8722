using Stepwise.Generator.Model;
using Stepwise.Json;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Translation;

/// <summary>JSONata: <c>Arguments</c> and <c>Output</c> are templates of expressions. Where the values live that outlast a state depends on the machine's language.</summary>
internal abstract class JsonataLanguage : IQueryLanguage
{
    private readonly JsonataTranslator _translator;

    protected JsonataLanguage(Func<string, string> resolve, Action<DiagnosticInfo> report) => _translator = new JsonataTranslator(resolve, report);

    public abstract Asl.AslQueryLanguage? OfState { get; }

    public abstract Asl.Catcher WithError(Asl.Catcher catcher, string value);

    /// <summary>Text that looks like an expression becomes an expression that yields it.</summary>
    public JsonValue Text(string text, int anchor) => Template(new ConstantExpression(text, WireType.String, anchor));

    public Asl.TaskState InvokeFunction(Asl.TaskState task, FunctionCall call, Destination destination)
    {
        var state = task with { Arguments = JsonObject.Create(("FunctionName", JsonString.WithSubstitutions(call.Function)), ("Payload", Template(call.Payload))) };
        return WithResult(state, call.IsPlain ? "$states.result.Payload" : call.KeepsEnvelope ? "{\"Payload\": $states.result.Payload}" : "$states.result", destination);
    }

    public Asl.TaskState WithArguments(Asl.TaskState task, Expression arguments, Destination destination) => WithArguments(task, Template(arguments), destination);

    public Asl.TaskState WithArguments(Asl.TaskState task, JsonValue? arguments, Destination destination) =>
        WithResult(task with { Arguments = arguments }, "$states.result", destination);

    public Asl.ChoiceRule WithCondition(Asl.ChoiceRule rule, Expression condition) => rule with { Condition = Embed(Translate(condition)) };

    public Asl.WaitState WithTime(Asl.WaitState wait, Expression time)
    {
        var value = Embed(Translate(time));
        return time.Result() is SecondsExpression ? wait with { Seconds = value } : wait with { Timestamp = value };
    }

    public Asl.PassState WithValue(Asl.PassState pass, Expression value, Destination destination) =>
        destination.IsOutput ? pass with { Output = Template(value) }
        : destination.Value is { } name ? Store(pass, name, value)
        : pass;

    public Asl.SucceedState WithOutput(Asl.SucceedState succeed, Expression? output, int anchor) =>
        output is null ? WithoutOutput(succeed) : succeed with { Output = Template(output) };

    /// <summary>The output is an empty object. Without <c>Output</c>, it would be what the state before put out.</summary>
    public T WithoutOutput<T>(T state)
        where T : Asl.State => (T)(state with { Output = JsonObject.Empty });

    /// <summary>The cause must be a string: one that is missing is empty.</summary>
    public Asl.FailState WithCause(Asl.FailState fail, Expression cause) => fail with
    {
        Cause = Template(cause.Type.IsNullable
            ? new CoalesceExpression(cause, new ConstantExpression("", WireType.String, cause.Anchor), WireType.String, cause.Anchor)
            : cause),
    };

    /// <summary>Stores the result of a task that does not end the execution.</summary>
    /// <param name="task">The task.</param>
    /// <param name="value">The value that the result becomes; null where it is discarded.</param>
    /// <param name="result">The result, as an expression.</param>
    protected abstract Asl.TaskState Store(Asl.TaskState task, string? value, string result);

    /// <summary>Stores a computed value.</summary>
    protected abstract Asl.PassState Store(Asl.PassState pass, string value, Expression computed);

    protected static JsonString Embed(string expression) => JsonString.WithSubstitutions(JsonataTranslator.Embed(expression));

    protected string Translate(Expression expression) => _translator.Translate(expression);

    protected JsonValue Template(Expression expression) => _translator.Template(expression);

    private Asl.TaskState WithResult(Asl.TaskState task, string result, Destination destination) =>
        !task.End ? Store(task, destination.Value, result)
        : destination.IsOutput ? task with { Output = Embed(result) }
        : WithoutOutput(task);
}
