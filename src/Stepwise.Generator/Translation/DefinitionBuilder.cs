using System.Globalization;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Flow;
using Stepwise.Generator.Model;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Translation;

/// <summary>Builds the definition: one state of ASL for each state of the class, and not one more.</summary>
internal sealed class DefinitionBuilder
{
    private readonly WorkflowModel workflow;
    private readonly StateGraph graph;
    private readonly ValueReferences values;
    private readonly Action<DiagnosticInfo> report;
    private readonly JsonataTranslator jsonata;
    private readonly JsonPathTranslator jsonPath;

    private DefinitionBuilder(WorkflowModel workflow, StateGraph graph, ValueTable table, Action<DiagnosticInfo> report)
    {
        this.workflow = workflow;
        this.graph = graph;
        this.report = report;
        values = new ValueReferences(table);
        jsonata = new JsonataTranslator(workflow.Language is Language.Jsonata ? values.InJsonata : values.InJsonataOfJsonPath, report);
        jsonPath = new JsonPathTranslator(values.InJsonPath, report);
    }

    /// <summary>Builds the machine; null if it has no start.</summary>
    public static Asl.StateMachine? Build(WorkflowModel workflow, StateGraph graph, ValueTable table, Action<DiagnosticInfo> report, CancellationToken cancellationToken)
    {
        if (graph.Start < 0)
        {
            return null;
        }

        var builder = new DefinitionBuilder(workflow, graph, table, report);
        var states = new List<Asl.State>(graph.Nodes.Count);
        foreach (var node in graph.Nodes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            states.Add(builder.Build(node));
        }

        return new Asl.StateMachine
        {
            Comment = workflow.Comment,
            QueryLanguage = workflow.Language is Language.Jsonata ? Asl.AslQueryLanguage.Jsonata : Asl.AslQueryLanguage.JsonPath,
            TimeoutSeconds = workflow.TimeoutSeconds,
            StartAt = graph.Nodes[graph.Start].State.Name,
            States = states,
        };
    }

    private Asl.State Build(StateNode node)
    {
        var language = node.State.Language ?? workflow.Language;
        Asl.State state = node.State switch
        {
            TaskModel task => language is Language.Jsonata ? JsonataTask(node, task) : JsonPathTask(node, task),
            ChoiceModel choice => Choice(choice, language),
            WaitModel wait => Wait(wait, language),
            PassModel pass => language is Language.Jsonata ? JsonataPass(pass) : JsonPathPass(pass),
            SucceedModel succeed => Succeed(succeed, language),
            FailModel fail => Fail(fail, language),
            RawStateModel raw => new Asl.RawState { Name = raw.Name, Body = raw.Body.Value },
            _ => throw new InvalidOperationException($"There is no state of type {node.State.GetType().Name}."),
        };
        if (state is Asl.RawState)
        {
            return state;
        }

        return state with
        {
            Comment = node.State.Comment,
            QueryLanguage = language is Language.Jsonata && workflow.Language is Language.JsonPath ? Asl.AslQueryLanguage.Jsonata : null,
        };
    }

    private bool KeepsDocument => workflow.Language is Language.JsonPath;

    private string? NameOf(StateReference? reference) => reference is null ? null : graph.Find(reference.Member)?.State.Name ?? reference.Member;

    // ---- tasks ---------------------------------------------------------------------------------------------------------

    private Asl.TaskState JsonPathTask(StateNode node, TaskModel task)
    {
        var invokesByArn = task is LambdaTaskModel { KeepsEnvelope: false, WaitsForToken: false };
        Asl.JsonPathField? inputPath = null;
        JsonValue? parameters = null;
        switch (task)
        {
            case LambdaTaskModel lambda:
                var payload = Payload(lambda);
                if (invokesByArn)
                {
                    (inputPath, parameters) = Whole(payload, lambda);
                }
                else
                {
                    var wrapped = new JsonObject.Builder().Add("FunctionName", FunctionName(lambda));
                    var member = jsonPath.Member("Payload", payload);
                    parameters = wrapped.Add(member.Name, member.Value).ToObject();
                }

                break;
            case ServiceTaskModel service:
                parameters = jsonPath.TemplateObject(Arguments(service));
                break;
            case RawTaskModel raw:
                parameters = raw.Arguments?.Value;
                break;
        }

        return new Asl.TaskState
        {
            Name = task.Name,
            InputPath = inputPath,
            Resource = invokesByArn ? FunctionName((LambdaTaskModel)task).Value : Resource(task),
            Parameters = parameters,
            ResultSelector = task is LambdaTaskModel { KeepsEnvelope: true } ? JsonObject.Create(("Payload.$", new JsonString("$.Payload"))) : null,
            ResultPath = task is { End: true, OutputType: not null } ? null : task.Result is { } result ? Asl.JsonPathField.From(ValueReferences.Path(result.Name)) : Asl.JsonPathField.Null,
            TimeoutSeconds = Number(task.TimeoutSeconds),
            HeartbeatSeconds = Number(task.HeartbeatSeconds),
            Retry = Retriers(node),
            Catch = Catchers(node, Language.JsonPath),
            Next = NameOf(task.Next),
            End = task.End,
        };
    }

    private Asl.TaskState JsonataTask(StateNode node, TaskModel task)
    {
        var result = task is LambdaTaskModel { KeepsEnvelope: false, WaitsForToken: false } ? "$states.result.Payload"
            : task is LambdaTaskModel { KeepsEnvelope: true } ? "{\"Payload\": $states.result.Payload}"
            : "$states.result";
        JsonValue? arguments = task switch
        {
            LambdaTaskModel lambda => JsonObject.Create(("FunctionName", FunctionName(lambda)), ("Payload", jsonata.Template(Payload(lambda)))),
            ServiceTaskModel service => jsonata.Template(Arguments(service)),
            RawTaskModel raw => raw.Arguments?.Value,
            _ => null,
        };
        return new Asl.TaskState
        {
            Name = task.Name,
            Resource = Resource(task),
            Arguments = arguments,
            Output = task.End ? (task.OutputType is null ? JsonObject.Empty : Embed(result))
                : KeepsDocument ? Merge(task.Result?.Name, result)
                : null,
            Assign = !task.End && !KeepsDocument && task.Result is { } written ? Assign(written.Name, Embed(result)) : null,
            TimeoutSeconds = Number(task.TimeoutSeconds),
            HeartbeatSeconds = Number(task.HeartbeatSeconds),
            Retry = Retriers(node),
            Catch = Catchers(node, Language.Jsonata),
            Next = NameOf(task.Next),
            End = task.End,
        };
    }

    /// <summary>The payload as one expression: the <c>[Payload]</c> parameter, or an object of all parameters.</summary>
    private static Expression Payload(TaskModel task)
    {
        foreach (var parameter in task.Parameters)
        {
            if (parameter.IsPayload)
            {
                return parameter.Value;
            }
        }

        return ParametersAsObject(task);
    }

    private static Expression Arguments(ServiceTaskModel task) => task.Arguments ?? Payload(task);

    /// <summary>A payload as the state's whole input: a path selects it, an object is a template.</summary>
    private (Asl.JsonPathField? InputPath, JsonValue? Parameters) Whole(Expression payload, TaskModel task) =>
        payload is ObjectExpression
            ? (null, jsonPath.TemplateObject(payload))
            : (Asl.JsonPathField.From(Guarded(payload, task)), null);

    /// <summary>The path of a value that must be there.</summary>
    private string Guarded(Expression value, StateModel state)
    {
        var path = jsonPath.Path(value);
        if (path is null)
        {
            report(new DiagnosticInfo(DiagnosticIds.NeedsJsonata, value.Anchor, "a value that is computed", "set QueryLanguage = QueryLanguage.Jsonata on this state"));
            return "$";
        }

        if (value.Type.IsNullable && value is not MemberExpression { IsAlwaysPresent: true })
        {
            report(new DiagnosticInfo(DiagnosticIds.CannotGuard, value.Anchor, "'" + value.Describe() + "'", "make it non-nullable where it is always set, or set QueryLanguage = QueryLanguage.Jsonata on this state"));
        }

        return path;
    }

    private static JsonString FunctionName(LambdaTaskModel task) =>
        JsonString.WithSubstitutions(task.Function.StartsWith("arn:", StringComparison.Ordinal) ? task.Function : "${" + task.SubstitutionKey + "}");

    private static string Resource(TaskModel task) => task switch
    {
        LambdaTaskModel => "arn:aws:states:::lambda:invoke" + (task.WaitsForToken ? ".waitForTaskToken" : ""),
        ServiceTaskModel service => "arn:aws:states:::" + service.Action
            + (task.WaitsForToken ? ".waitForTaskToken" : service.RunsJob ? service.Action == "states:startExecution" ? ".sync:2" : ".sync" : ""),
        RawTaskModel raw => raw.Resource,
        _ => "",
    };

    private static List<Asl.Retrier>? Retriers(StateNode node)
    {
        if (node.Retry.IsEmpty)
        {
            return null;
        }

        var result = new List<Asl.Retrier>(node.Retry.Count);
        foreach (var retry in node.Retry)
        {
            result.Add(new Asl.Retrier
            {
                ErrorEquals = Names(retry.Errors),
                IntervalSeconds = retry.IntervalSeconds,
                MaxAttempts = retry.MaxAttempts,
                BackoffRate = retry.BackoffRate,
                MaxDelaySeconds = retry.MaxDelaySeconds,
                JitterStrategy = retry.FullJitter is { } full ? full ? "FULL" : "NONE" : null,
            });
        }

        return result;
    }

    private List<Asl.Catcher>? Catchers(StateNode node, Language language)
    {
        if (node.Catch.IsEmpty)
        {
            return null;
        }

        var result = new List<Asl.Catcher>(node.Catch.Count);
        foreach (var catcher in node.Catch)
        {
            var isJsonata = language is Language.Jsonata;
            result.Add(new Asl.Catcher
            {
                ErrorEquals = Names(catcher.Errors),
                ResultPath = isJsonata ? null : Asl.JsonPathField.From(ValueReferences.Path(catcher.ResultName)),
                Output = isJsonata && KeepsDocument ? Merge(catcher.ResultName, "$states.errorOutput") : null,
                Assign = isJsonata && !KeepsDocument ? Assign(catcher.ResultName, Embed("$states.errorOutput")) : null,
                Next = NameOf(catcher.Next) ?? "",
            });
        }

        return result;
    }

    private static List<string> Names(EquatableArray<ErrorName> errors)
    {
        var result = new List<string>(errors.Count);
        foreach (var error in errors)
        {
            result.Add(error.Name);
        }

        return result;
    }

    // ---- the other states ----------------------------------------------------------------------------------------------

    private Asl.ChoiceState Choice(ChoiceModel choice, Language language)
    {
        var rules = new List<Asl.ChoiceRule>();
        string? otherwise = null;
        foreach (var arm in choice.Arms)
        {
            if (arm.Condition is null or ConstantExpression { Value: JsonBoolean { Value: true } })
            {
                otherwise = NameOf(arm.Target);
                break;
            }

            if (arm.Condition is ConstantExpression { Value: JsonBoolean { Value: false } })
            {
                continue;
            }

            rules.Add(language is Language.Jsonata
                ? new Asl.ChoiceRule { Condition = Embed(jsonata.Translate(arm.Condition)), Next = NameOf(arm.Target) }
                : new Asl.ChoiceRule { Test = jsonPath.Condition(arm.Condition), Next = NameOf(arm.Target) });
        }

        if (rules.Count == 0 && choice.Arms.Count > 0)
        {
            report(new DiagnosticInfo(DiagnosticIds.MemberShape, choice.Anchor, choice.Member, "a [Choice] with one way out is none; let the state before it go on directly with Next"));
        }

        return new Asl.ChoiceState { Name = choice.Name, Choices = rules, Default = otherwise };
    }

    private Asl.WaitState Wait(WaitModel wait, Language language)
    {
        var state = new Asl.WaitState { Name = wait.Name, Next = NameOf(wait.Next), End = wait.End };
        if (wait.Until is not { } until)
        {
            return state with { Seconds = Number(wait.Seconds ?? 0) };
        }

        if (until is SecondsExpression { Amount: ConstantExpression { Value: JsonNumber amount } } constant)
        {
            var seconds = amount.ToDouble() * constant.SecondsPerUnit;
            if (seconds < 0 || seconds > Limits.Seconds || seconds != Math.Floor(seconds))
            {
                report(new DiagnosticInfo(DiagnosticIds.UnsupportedExpression, constant.Anchor, "this duration", string.Format(CultureInfo.InvariantCulture, "a Wait takes whole seconds, 0 to {0:N0}", Limits.Seconds)));
            }

            return state with { Seconds = new JsonNumber(seconds) };
        }

        if (until is ConstantExpression { Value: JsonString instant })
        {
            return state with { Timestamp = instant };
        }

        if (language is Language.Jsonata)
        {
            var value = Embed(jsonata.Translate(until));
            return until is SecondsExpression ? state with { Seconds = value } : state with { Timestamp = value };
        }

        if (until is SecondsExpression { SecondsPerUnit: 1 } whole && jsonPath.Path(whole.Amount) is not null)
        {
            return state with { SecondsPath = Guarded(whole.Amount, wait) };
        }

        if (until is not SecondsExpression and not InvalidExpression && jsonPath.Path(until) is not null)
        {
            return state with { TimestampPath = Guarded(until, wait) };
        }

        if (until is not InvalidExpression)
        {
            report(new DiagnosticInfo(DiagnosticIds.NeedsJsonata, until.Anchor, "a time that is computed", "hand the state a number of seconds (TimeSpan.FromSeconds(x)) or a DateTimeOffset, or set QueryLanguage = QueryLanguage.Jsonata on this state"));
        }

        return state with { Seconds = Number(0) };
    }

    private Asl.PassState JsonataPass(PassModel pass)
    {
        var state = new Asl.PassState { Name = pass.Name, Next = NameOf(pass.Next), End = pass.End };
        if (pass.Value is not { } value)
        {
            return state;
        }

        if (pass.End)
        {
            return state with { Output = jsonata.Template(value) };
        }

        if (pass.Result is not { } result)
        {
            return state;
        }

        return KeepsDocument
            ? state with { Output = Merge(result.Name, jsonata.Translate(value)) }
            : state with { Assign = Assign(result.Name, jsonata.Template(value)) };
    }

    private Asl.PassState JsonPathPass(PassModel pass)
    {
        var state = new Asl.PassState
        {
            Name = pass.Name,
            Next = NameOf(pass.Next),
            End = pass.End,
            ResultPath = pass.Result is { } result && !pass.End ? Asl.JsonPathField.From(ValueReferences.Path(result.Name)) : null,
        };
        switch (pass.Value)
        {
            case null or InvalidExpression:
                return state;
            case ConstantExpression { Value: not JsonNull } constant:
                return state with { Result = constant.Value };
            case ObjectExpression shape:
                return state with { Parameters = jsonPath.TemplateObject(shape) };
            case var value when jsonPath.Path(value) is not null:
                return state with { InputPath = Asl.JsonPathField.From(Guarded(value, pass)) };
            case var value:
                report(new DiagnosticInfo(DiagnosticIds.NeedsJsonata, value.Anchor, "a computed value that is no object",
                    "wrap it in a record, whose properties may be computed, or set QueryLanguage = QueryLanguage.Jsonata on this state"));
                return state;
        }
    }

    private Asl.SucceedState Succeed(SucceedModel succeed, Language language)
    {
        var state = new Asl.SucceedState { Name = succeed.Name };
        var output = succeed.Output ?? (succeed.Parameters.IsEmpty ? null : ParametersAsObject(succeed));
        if (language is Language.Jsonata)
        {
            return state with { Output = output is null ? JsonObject.Empty : jsonata.Template(output) };
        }

        if (output is null or InvalidExpression)
        {
            return state;
        }

        if (jsonPath.Path(output) is not null)
        {
            return state with { OutputPath = Asl.JsonPathField.From(Guarded(output, succeed)) };
        }

        report(new DiagnosticInfo(DiagnosticIds.NeedsJsonata, succeed.AttributeAnchor, "an output that is put together",
            "write [Succeed(QueryLanguage = QueryLanguage.Jsonata)] for this one state, or return one value as it is"));
        return state;
    }

    private static ObjectExpression ParametersAsObject(StateModel state)
    {
        var properties = new List<PropertyExpression>(state.Parameters.Count);
        foreach (var parameter in state.Parameters)
        {
            // While somebody types, two parameters have one name, or one has none: the compiler says so.
            if (parameter.WireName.Length > 0 && !properties.Exists(known => known.WireName == parameter.WireName))
            {
                properties.Add(new PropertyExpression(parameter.WireName, parameter.Value));
            }
        }

        return new ObjectExpression(new EquatableArray<PropertyExpression>(properties), new WireType(WireKind.Object, state.Member), state.Anchor);
    }

    private Asl.FailState Fail(FailModel fail, Language language)
    {
        var state = new Asl.FailState { Name = fail.Name, Error = Text(fail.Error, language, fail.Anchor) };
        switch (fail.CauseExpression)
        {
            case null or InvalidExpression:
                return fail.Cause is null ? state : state with { Cause = Text(fail.Cause, language, fail.Anchor) };
            case ConstantExpression { Value: JsonNull }:
                return state;
            case ConstantExpression { Value: JsonString text }:
                return state with { Cause = Text(text.Value, language, fail.Anchor) };
            case var cause when language is Language.Jsonata:
                // The cause must be a string: a missing one is empty.
                return state with { Cause = jsonata.Template(cause.Type.IsNullable ? OrEmpty(cause) : cause) };
            case var cause when jsonPath.Path(cause) is not null:
                return state with { CausePath = Guarded(cause, fail) };
            case var cause when jsonPath.Intrinsic(cause) is { } intrinsic:
                return state with { CausePath = intrinsic };
            case var cause:
                report(new DiagnosticInfo(DiagnosticIds.NeedsJsonata, cause.Anchor, "this cause", "return a value or an interpolated string, or set QueryLanguage = QueryLanguage.Jsonata on this state"));
                return state;
        }
    }

    /// <summary>Text of the author: in JSONata one that looks like an expression becomes one that yields it.</summary>
    private JsonValue Text(string text, Language language, int anchor) => language is Language.Jsonata
        ? jsonata.Template(new ConstantExpression(text, WireType.String, anchor))
        : new JsonString(text);

    private static CoalesceExpression OrEmpty(Expression text) =>
        new(text, new ConstantExpression("", WireType.String, text.Anchor), WireType.String, text.Anchor);

    // ---- pieces --------------------------------------------------------------------------------------------------------

    private JsonObject Assign(string value, JsonValue expression) => JsonObject.Create((values.Variable(value), expression));

    private static JsonString Embed(string expression) => JsonString.WithSubstitutions(JsonataTranslator.Embed(expression));

    /// <summary>The document with one field more, for a JSONata state of a JSONPath machine.</summary>
    private static JsonString Merge(string? field, string expression) => Embed(field is null
        ? "$states.input"
        : "$merge([$states.input, {\"" + field + "\": " + expression + "}])");

    private static JsonNumber? Number(int? value) => value is { } number ? new JsonNumber((long)number) : null;
}
