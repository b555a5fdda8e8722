using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage;

/// <summary>
/// Reads definitions into the model. The reader checks only whether the model can represent the definition. A state that the model cannot represent (an unknown type or field, a value of a wrong type)
/// is reported as an error and becomes a <see cref="RawState"/>, so that nothing is lost. <c>Validation.DefinitionValidator</c> checks the rules of the language.
/// </summary>
public static class DefinitionReader
{
    /// <summary>Reads a definition from JSON text.</summary>
    /// <param name="text">The JSON text.</param>
    /// <returns>The definition, if the text has one, and the diagnostics. An error in the text is a diagnostic, not an exception.</returns>
    public static DefinitionReadResult Read(string text)
        => JsonValue.TryParse(text, out var value, out var error)
            ? Read(value)
            : new(null, [new(DiagnosticCodes.InvalidJsonDescription, DefinitionSeverity.Error, error.Message, StatePath.Root, error.Position)]);

    /// <summary>Reads a definition from a JSON value.</summary>
    /// <param name="value">The JSON value.</param>
    /// <returns>The definition, if the value has one, and the diagnostics.</returns>
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
                Choices = fields.List("Choices", (value, place) => ChoiceReader.Read(value, place, diagnostics)) ?? fields.Missing("Choices", (IReadOnlyList<ChoiceRule>)[]),
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
            state = work with { ResultSelector = fields.Any("ResultSelector"), ResultPath = fields.Path("ResultPath"), Retry = ErrorHandlerReader.Retry(fields, diagnostics), Catch = ErrorHandlerReader.Catch(fields, diagnostics) };
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
}
