using Stepwise.Json;

namespace Stepwise.Generator.Model;

internal enum Language
{
    JsonPath,
    Jsonata,
}

internal enum Naming
{
    CamelCase,
    AsWritten,
    SnakeCase,
}

internal enum LogLevel
{
    Off,
    Error,
    Fatal,
    All,
}

/// <summary>A workflow class as it was written: declarations and bodies, nothing derived. Plain data, equal to what an equal class gives.</summary>
internal sealed record WorkflowModel
{
    public required string Name { get; init; }

    /// <summary>The class as C# code writes it elsewhere: <c>global::N.Outer.Class</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>The class's simple name.</summary>
    public required string ClassName { get; init; }

    public required int Anchor { get; init; }

    public string? Comment { get; init; }

    public NotesModel? Notes { get; init; }

    public bool IsExpress { get; init; }

    public Language Language { get; init; } = Language.Jsonata;

    public Naming Naming { get; init; }

    public int? TimeoutSeconds { get; init; }

    public LoggingModel? Logging { get; init; }

    public bool Tracing { get; init; }

    public DeploymentModel Deployment { get; init; } = DeploymentModel.None;

    public StartModel? Start { get; init; }

    /// <summary>The states in the order of the source: files by path, then position.</summary>
    public EquatableArray<StateModel> States { get; init; }

    public EquatableArray<RetryModel> Retry { get; init; }

    public EquatableArray<CatchModel> Catch { get; init; }

    /// <summary>What reading found.</summary>
    public EquatableArray<DiagnosticInfo> Diagnostics { get; init; }

    /// <summary>The objects that contracts are made of, by <see cref="WireType.Name"/>.</summary>
    public EquatableArray<ObjectShape> Shapes { get; init; }
}

internal sealed record LoggingModel(LogLevel Level, bool IncludeExecutionData, int RetentionDays, string? LogGroupPrefix);

/// <summary>The input contract.</summary>
internal sealed record StartModel(string MethodName, EquatableArray<ParameterModel> Parameters, StateReference? Next, int Anchor);

/// <summary>A state's name in C#, as an author wrote it.</summary>
internal sealed record StateReference(string Member, int Anchor);

internal enum ParameterRole
{
    /// <summary>Reads one of the workflow's values.</summary>
    Value,

    /// <summary>The task token.</summary>
    Token,

    /// <summary>The context object.</summary>
    Context,
}

/// <summary>A parameter.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="WireName">Its name in a payload or the input.</param>
/// <param name="Type">Its type.</param>
/// <param name="Role">What it stands for.</param>
/// <param name="IsPayload">Whether it is the whole payload or input.</param>
/// <param name="Source">The value that it reads: the one of its own name, or of <c>[From]</c>.</param>
/// <param name="HasSourcePath">Whether <c>[From]</c> goes on into a member, so that the value's type is not the parameter's.</param>
/// <param name="Value">What reading it means.</param>
/// <param name="Anchor">The name's place.</param>
/// <param name="TypeAnchor">The type's place.</param>
internal sealed record ParameterModel(
    string Name,
    string WireName,
    WireType Type,
    ParameterRole Role,
    bool IsPayload,
    string Source,
    bool HasSourcePath,
    Expression Value,
    int Anchor,
    int TypeAnchor)
{
    /// <summary>What the documentation says of an input.</summary>
    public ValueDocumentation? Documentation { get; init; }
}

internal sealed record RetryModel(
    EquatableArray<ErrorName> Errors,
    int? IntervalSeconds,
    int? MaxAttempts,
    double? BackoffRate,
    int? MaxDelaySeconds,
    bool? FullJitter,
    int Anchor);

internal sealed record CatchModel(EquatableArray<ErrorName> Errors, StateReference? Next, string ResultName, int Anchor);

internal sealed record ErrorName(string Name, int Anchor);

/// <summary>A property of an object on the wire.</summary>
internal sealed record PropertyShape(string Name, string WireName, WireType Type, bool IsAlwaysPresent, ValueDocumentation? Documentation = null);

/// <summary>An object on the wire: the properties in the order in which they are written.</summary>
internal sealed record ObjectShape(string TypeName, EquatableArray<PropertyShape> Properties);

/// <summary>A state as it was written.</summary>
internal abstract record StateModel
{
    /// <summary>The method's name.</summary>
    public required string Member { get; init; }

    /// <summary>The name in the definition.</summary>
    public required string Name { get; init; }

    /// <summary>The method's identifier.</summary>
    public required int Anchor { get; init; }

    public string? Comment { get; init; }

    public NotesModel? Notes { get; init; }

    /// <summary>The state's own query language where one is written.</summary>
    public Language? Language { get; init; }

    public int LanguageAnchor { get; init; }

    public EquatableArray<ParameterModel> Parameters { get; init; }

    public StateReference? Next { get; init; }

    public bool End { get; init; }

    /// <summary>The attribute's place.</summary>
    public int AttributeAnchor { get; init; }

    /// <summary>The method's own retriers; null where it has none.</summary>
    public EquatableArray<RetryModel>? Retry { get; init; }

    public EquatableArray<CatchModel>? Catch { get; init; }

    /// <summary>What the state may reach where its arguments do not say it.</summary>
    public EquatableArray<ResourceModel> Resources { get; init; }
}

/// <summary>An ARN or a substitution that an author declares for a state.</summary>
internal sealed record ResourceModel(string Arn, int Anchor);

/// <summary>A value that a state writes.</summary>
internal sealed record ResultModel(string Name, WireType Type, int Anchor);

internal abstract record TaskModel : StateModel
{
    public int? TimeoutSeconds { get; init; }

    public int? HeartbeatSeconds { get; init; }

    /// <summary>What the task writes; null where the result is discarded.</summary>
    public ResultModel? Result { get; init; }

    /// <summary>The result's type where the task ends the execution: the output.</summary>
    public WireType? OutputType { get; init; }

    /// <summary>Whether a parameter is the task token, so that the task waits for it.</summary>
    public bool WaitsForToken { get; init; }

    public abstract bool IsLambda { get; }
}

internal sealed record LambdaTaskModel : TaskModel
{
    public required string Function { get; init; }

    /// <summary>The key of the function's substitution.</summary>
    public required string SubstitutionKey { get; init; }

    /// <summary>Whether the envelope of lambda:invoke is kept.</summary>
    public bool KeepsEnvelope { get; init; }

    public override bool IsLambda => true;
}

internal sealed record ServiceTaskModel : TaskModel
{
    /// <summary><c>sns:publish</c>, without pattern suffix.</summary>
    public required string Action { get; init; }

    public bool RunsJob { get; init; }

    /// <summary>The arguments that the body builds; null for a partial method, whose parameters are the arguments.</summary>
    public Expression? Arguments { get; init; }

    public override bool IsLambda => false;
}

internal sealed record RawTaskModel : TaskModel
{
    public required string Resource { get; init; }

    public WrittenJson<JsonValue>? Arguments { get; init; }

    public override bool IsLambda => false;
}

internal sealed record ChoiceModel : StateModel
{
    /// <summary>The rules in order; the last one without a condition is the default.</summary>
    public EquatableArray<ChoiceArm> Arms { get; init; }
}

/// <summary>A way out of a Choice; no condition: the default.</summary>
internal sealed record ChoiceArm(Expression? Condition, StateReference Target);

internal sealed record WaitModel : StateModel
{
    public int? Seconds { get; init; }

    /// <summary>A <see cref="SecondsExpression"/>, or an expression of type DateTimeOffset.</summary>
    public Expression? Until { get; init; }
}

internal sealed record PassModel : StateModel
{
    public Expression? Value { get; init; }

    public ResultModel? Result { get; init; }

    /// <summary>The value's type where the state ends the execution: the output.</summary>
    public WireType? OutputType { get; init; }
}

internal sealed record SucceedModel : StateModel
{
    /// <summary>The output that the body builds.</summary>
    public Expression? Output { get; init; }

    /// <summary>The body's type where it is an existing type; null for an anonymous object.</summary>
    public WireType? OutputType { get; init; }

    /// <summary>The properties of the anonymous object that the body builds.</summary>
    public EquatableArray<PropertyShape> OutputProperties { get; init; }
}

internal sealed record FailModel : StateModel
{
    public required string Error { get; init; }

    public string? Cause { get; init; }

    /// <summary>The cause that the body computes.</summary>
    public Expression? CauseExpression { get; init; }
}

internal sealed record RawStateModel : StateModel
{
    public required WrittenJson<JsonObject> Body { get; init; }

    public required string Type { get; init; }

    /// <summary>The states that the body names as targets; their names in the definition.</summary>
    public EquatableArray<StateReference> Targets { get; init; }

    /// <summary>Whether the body can end the execution.</summary>
    public bool IsTerminal { get; init; }
}
