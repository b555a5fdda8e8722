using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage;

/// <summary>
/// Reads definitions into the model. It checks only that the model can hold what is there: a state that does not fit (an unknown type or field, a wrong type of value) becomes a
/// <see cref="RawState"/>, so that nothing is lost, and is reported as an error. For the rules of the language see <c>Validation.DefinitionValidator</c>.
/// </summary>
public static class DefinitionReader
{
    /// <summary>Reads a definition.</summary>
    /// <param name="text">JSON text.</param>
    /// <returns>The definition, if the text holds one, and what does not fit.</returns>
    public static DefinitionReadResult Read(string text)
        => JsonValue.TryParse(text, out var value, out var error)
            ? Read(value)
            : new(null, [new(DiagnosticCodes.InvalidJsonDescription, DefinitionSeverity.Error, error.Message, StatePath.Root, error.Position)]);

    /// <summary>Reads a definition.</summary>
    /// <param name="value">The definition as JSON.</param>
    /// <returns>The definition, if the value holds one, and what does not fit.</returns>
    public static DefinitionReadResult Read(JsonValue value)
    {
        var diagnostics = new List<DefinitionDiagnostic>();
        return new(Machine(value, StatePath.Root, diagnostics, Place.Root), diagnostics);
    }

    private enum Place
    {
        Root,
        Branch,
        Processor,
    }

    private static StateMachine? Machine(JsonValue value, StatePath path, List<DefinitionDiagnostic> diagnostics, Place place)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value is not JsonObject source)
        {
            diagnostics.Add(new(DiagnosticCodes.SchemaValidationFailed, DefinitionSeverity.Error, "Definition must be a valid JSON object", path, value.Position));
            return null;
        }

        var fields = new DefinitionFields(source, path, diagnostics);
        var states = fields.Object("States") ?? fields.Missing("States", (JsonObject?)null);
        var startAt = fields.String("StartAt") ?? fields.Missing("StartAt", (string?)null);
        var machine = new StateMachine
        {
            Comment = fields.String("Comment"),
            QueryLanguage = fields.Language("QueryLanguage"),
            Version = place == Place.Root ? fields.String("Version") : null,
            TimeoutSeconds = place == Place.Root ? fields.Integer("TimeoutSeconds") : null,
            ProcessorConfig = place == Place.Processor ? Config(fields, diagnostics) : null,
            StartAt = startAt ?? "",
            States = states is null ? [] : States(states, fields.At("States"), diagnostics),
            Source = source,
        };
        fields.Finish();
        return states is null || startAt is null || (place != Place.Root && fields.Failed) ? null : machine;
    }

    private static List<State> States(JsonObject source, StatePath path, List<DefinitionDiagnostic> diagnostics)
    {
        var states = new List<State>(source.Count);
        foreach (var member in source.Members)
        {
            var place = path.Field(member.Name);
            if (member.Value is JsonObject body)
            {
                states.Add(State(member.Name, body, place, diagnostics));
            }
            else
            {
                diagnostics.Add(new(DiagnosticCodes.SchemaValidationFailed, DefinitionSeverity.Error, "Expected an object.", place, member.Value.Position));
            }
        }

        return states;
    }

    private static ProcessorConfig? Config(DefinitionFields fields, List<DefinitionDiagnostic> diagnostics)
    {
        if (fields.Object("ProcessorConfig") is not { } source)
        {
            return null;
        }

        var inner = new DefinitionFields(source, fields.At("ProcessorConfig"), diagnostics);
        var config = new ProcessorConfig
        {
            Mode = inner.Word("Mode", Terms.ModeOf, Terms.Inline, Terms.Distributed),
            ExecutionType = inner.Word("ExecutionType", Terms.TypeOf, Terms.Standard, Terms.Express),
        };
        inner.Finish();
        if (inner.Failed)
        {
            fields.Fail();
        }

        return config;
    }

    private static State State(string name, JsonObject body, StatePath path, List<DefinitionDiagnostic> diagnostics)
    {
        var fields = new DefinitionFields(body, path, diagnostics);
        var type = fields.RequiredString("Type");
        State? state = type switch
        {
            "Task" => Task(name, fields),
            "Pass" => new PassState { Name = name, Result = fields.Any("Result"), Parameters = fields.Any("Parameters"), ResultPath = fields.Path("ResultPath") },
            "Wait" => new WaitState
            {
                Name = name,
                Seconds = fields.Any("Seconds"),
                SecondsPath = fields.String("SecondsPath"),
                Timestamp = fields.Any("Timestamp"),
                TimestampPath = fields.String("TimestampPath"),
            },
            "Choice" => new ChoiceState
            {
                Name = name,
                Choices = fields.List("Choices", (value, place) => Rule(value, place, diagnostics)) ?? fields.Missing("Choices", (IReadOnlyList<ChoiceRule>)[]),
                Default = fields.String("Default"),
            },
            "Succeed" => new SucceedState { Name = name },
            "Fail" => new FailState { Name = name, Error = fields.Any("Error"), ErrorPath = fields.String("ErrorPath"), Cause = fields.Any("Cause"), CausePath = fields.String("CausePath") },
            "Parallel" => Parallel(name, fields, diagnostics),
            "Map" => Map(name, fields, diagnostics),
            _ => null,
        };
        if (state is null)
        {
            if (type.Length > 0)
            {
                fields.FailWith<State>("Type", body["Type"]!, "one of Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map");
            }

            return new RawState { Name = name, Body = body, Source = body };
        }

        if (state is WorkState work)
        {
            state = work with { ResultSelector = fields.Any("ResultSelector"), ResultPath = fields.Path("ResultPath"), Retry = Retry(fields, diagnostics), Catch = Catch(fields, diagnostics) };
        }

        state = state with
        {
            Comment = fields.String("Comment"),
            QueryLanguage = fields.Language("QueryLanguage"),
            InputPath = fields.Path("InputPath"),
            OutputPath = fields.Path("OutputPath"),
            Output = fields.Any("Output"),
            Assign = fields.Object("Assign"),
            Source = body,
        };
        if (state is TransitionState transition)
        {
            state = transition with { Next = fields.String("Next"), End = fields.Boolean("End") };
        }

        fields.Finish();
        return fields.Failed ? new RawState { Name = name, Body = body, Source = body } : state;
    }

    private static TaskState Task(string name, DefinitionFields fields) => new()
    {
        Name = name,
        Resource = fields.RequiredString("Resource"),
        Parameters = fields.Any("Parameters"),
        Arguments = fields.Any("Arguments"),
        Credentials = fields.Any("Credentials"),
        TimeoutSeconds = fields.Any("TimeoutSeconds"),
        TimeoutSecondsPath = fields.String("TimeoutSecondsPath"),
        HeartbeatSeconds = fields.Any("HeartbeatSeconds"),
        HeartbeatSecondsPath = fields.String("HeartbeatSecondsPath"),
    };

    private static ParallelState Parallel(string name, DefinitionFields fields, List<DefinitionDiagnostic> diagnostics) => new()
    {
        Name = name,
        Branches = fields.List("Branches", (value, place) => Machine(value, place, diagnostics, Place.Branch)) ?? fields.Missing("Branches", (IReadOnlyList<StateMachine>)[]),
        Parameters = fields.Any("Parameters"),
        Arguments = fields.Any("Arguments"),
    };

    private static MapState Map(string name, DefinitionFields fields, List<DefinitionDiagnostic> diagnostics)
    {
        var usesIterator = !fields.Has("ItemProcessor") && fields.Has("Iterator");
        var processorField = usesIterator ? "Iterator" : "ItemProcessor";
        var processor = fields.Any(processorField) is { } source ? Machine(source, fields.At(processorField), diagnostics, Place.Processor) : fields.Missing("ItemProcessor", (StateMachine?)null);
        if (processor is null)
        {
            fields.Fail();
        }

        return new()
        {
            Name = name,
            ItemProcessor = processor ?? new() { StartAt = "", States = [] },
            UsesIterator = usesIterator,
            ItemsPath = fields.String("ItemsPath"),
            Items = fields.Any("Items"),
            ItemReader = fields.Object("ItemReader"),
            ItemSelector = fields.Any("ItemSelector"),
            Parameters = fields.Any("Parameters"),
            ItemBatcher = fields.Object("ItemBatcher"),
            MaxConcurrency = fields.Any("MaxConcurrency"),
            MaxConcurrencyPath = fields.String("MaxConcurrencyPath"),
            ToleratedFailurePercentage = fields.Any("ToleratedFailurePercentage"),
            ToleratedFailurePercentagePath = fields.String("ToleratedFailurePercentagePath"),
            ToleratedFailureCount = fields.Any("ToleratedFailureCount"),
            ToleratedFailureCountPath = fields.String("ToleratedFailureCountPath"),
            Label = fields.String("Label"),
            ResultWriter = fields.Object("ResultWriter"),
        };
    }

    private static ChoiceRule? Rule(JsonValue value, StatePath path, List<DefinitionDiagnostic> diagnostics)
    {
        if (Fields(value, path, diagnostics) is not { } fields)
        {
            return null;
        }

        var rule = new ChoiceRule
        {
            Comment = fields.String("Comment"),
            Condition = fields.Any("Condition"),
            Output = fields.Any("Output"),
            Assign = fields.Object("Assign"),
            Next = fields.String("Next"),
        };
        rule = rule with { Test = rule.Condition is null ? Test((JsonObject)value, fields, diagnostics) : null };
        fields.Finish();
        return fields.Failed ? null : rule;
    }

    private static ChoiceTest? Test(JsonValue value, StatePath path, List<DefinitionDiagnostic> diagnostics)
    {
        if (Fields(value, path, diagnostics) is not { } fields)
        {
            return null;
        }

        var comment = fields.String("Comment");
        var test = Test((JsonObject)value, fields, diagnostics);
        fields.Finish();
        return fields.Failed || test is null ? null : test with { Comment = comment };
    }

    private static ChoiceTest? Test(JsonObject source, DefinitionFields fields, List<DefinitionDiagnostic> diagnostics)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (fields.Has("And"))
        {
            return new AndTest(fields.List("And", (value, place) => Test(value, place, diagnostics)) ?? []);
        }

        if (fields.Has("Or"))
        {
            return new OrTest(fields.List("Or", (value, place) => Test(value, place, diagnostics)) ?? []);
        }

        if (fields.Any("Not") is { } part)
        {
            if (Test(part, fields.At("Not"), diagnostics) is { } rule)
            {
                return new NotTest(rule);
            }

            fields.Fail();
            return null;
        }

        var variable = fields.RequiredString("Variable");
        foreach (var member in source.Members)
        {
            if (ChoiceOperators.All.ContainsKey(member.Name))
            {
                return new ComparisonTest(variable, member.Name, fields.Any(member.Name)!);
            }
        }

        return fields.FailWith<ChoiceTest>("Variable", source, "one operator beside it, such as StringEquals");
    }

    private static IReadOnlyList<Retrier>? Retry(DefinitionFields state, List<DefinitionDiagnostic> diagnostics) => state.List("Retry", (value, path) =>
    {
        if (Fields(value, path, diagnostics) is not { } fields)
        {
            return null;
        }

        var retrier = new Retrier
        {
            Comment = fields.String("Comment"),
            ErrorEquals = Names(fields, diagnostics),
            IntervalSeconds = fields.Integer("IntervalSeconds"),
            MaxAttempts = fields.Integer("MaxAttempts"),
            BackoffRate = fields.Number("BackoffRate"),
            MaxDelaySeconds = fields.Integer("MaxDelaySeconds"),
            JitterStrategy = fields.String("JitterStrategy"),
        };
        fields.Finish();
        return fields.Failed ? null : retrier;
    });

    private static IReadOnlyList<Catcher>? Catch(DefinitionFields state, List<DefinitionDiagnostic> diagnostics) => state.List("Catch", (value, path) =>
    {
        if (Fields(value, path, diagnostics) is not { } fields)
        {
            return null;
        }

        var catcher = new Catcher
        {
            Comment = fields.String("Comment"),
            ErrorEquals = Names(fields, diagnostics),
            ResultPath = fields.Path("ResultPath"),
            Output = fields.Any("Output"),
            Assign = fields.Object("Assign"),
            Next = fields.RequiredString("Next"),
        };
        fields.Finish();
        return fields.Failed ? null : catcher;
    });

    private static IReadOnlyList<string> Names(DefinitionFields fields, List<DefinitionDiagnostic> diagnostics)
        => fields.List("ErrorEquals", (value, path) =>
        {
            if (value is JsonString name)
            {
                return name.Value;
            }

            diagnostics.Add(new(DiagnosticCodes.SchemaValidationFailed, DefinitionSeverity.Error, "Expected a string.", path, value.Position));
            return null;
        }) ?? fields.Missing("ErrorEquals", (IReadOnlyList<string>)[]);

    private static DefinitionFields? Fields(JsonValue value, StatePath path, List<DefinitionDiagnostic> diagnostics)
    {
        if (value is JsonObject source)
        {
            return new(source, path, diagnostics);
        }

        diagnostics.Add(new(DiagnosticCodes.SchemaValidationFailed, DefinitionSeverity.Error, "Expected an object.", path, value.Position));
        return null;
    }
}
