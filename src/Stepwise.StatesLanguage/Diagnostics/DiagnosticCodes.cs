namespace Stepwise.StatesLanguage.Diagnostics;

/// <summary>The codes of diagnostics. They are the codes that AWS's <c>ValidateStateMachineDefinition</c> returns, and some that Stepwise adds.</summary>
public static class DiagnosticCodes
{
    /// <summary>The text is not JSON.</summary>
    public const string InvalidJsonDescription = "INVALID_JSON_DESCRIPTION";

    /// <summary>A field is missing, unknown, of a wrong type or out of range.</summary>
    public const string SchemaValidationFailed = "SCHEMA_VALIDATION_FAILED";

    /// <summary>The target of a transition does not exist, or a state is not the target of a transition.</summary>
    public const string MissingTransitionTarget = "MISSING_TRANSITION_TARGET";

    /// <summary>The machine has no state that ends it.</summary>
    public const string MissingEndState = "MISSING_END_STATE";

    /// <summary>Two states have the same name.</summary>
    public const string DuplicateStateName = "DUPLICATE_STATE_NAME";

    /// <summary>The name of a state is empty or too long.</summary>
    public const string InvalidStateName = "INVALID_STATE_NAME";

    /// <summary>The label of a Map is empty, too long or contains invalid characters.</summary>
    public const string InvalidLabelName = "INVALID_LABEL_NAME";

    /// <summary>Two Maps have the same label.</summary>
    public const string DuplicateLabelName = "DUPLICATE_LABEL_NAME";

    /// <summary>A JSONata expression has a syntax error.</summary>
    public const string InvalidJsonataExpression = "INVALID_JSONATA_EXPRESSION";

    /// <summary>A JSONata expression uses a part of JSONata that Step Functions does not support.</summary>
    public const string UnsupportedJsonataExpression = "UNSUPPORTED_JSONATA_EXPRESSION";

    /// <summary>The name of a variable is not an identifier.</summary>
    public const string InvalidVariableName = "INVALID_VARIABLE_NAME";

    /// <summary>The name of a variable is reserved.</summary>
    public const string ReservedVariableName = "RESERVED_VARIABLE_NAME";

    /// <summary>Machines are nested too deeply.</summary>
    public const string TooDeeplyNested = "TOO_DEEPLY_NESTED";

    /// <summary>A warning: a value looks like a path, but the name of its field does not end with <c>.$</c>.</summary>
    public const string NoDollar = "NO_DOLLAR";

    /// <summary>A warning: a value looks like a path, but its field does not accept a path.</summary>
    public const string NoPath = "NO_PATH";

    /// <summary>A warning: the result of a Pass looks like a path, but it is a constant.</summary>
    public const string PassResultIsStatic = "PASS_RESULT_IS_STATIC";

    /// <summary>A warning that Stepwise adds: nothing assigns a variable that is read.</summary>
    public const string UnassignedVariable = "UNASSIGNED_VARIABLE";

    /// <summary>A warning that Stepwise adds: an expression calls a function that does not exist.</summary>
    public const string UnknownFunction = "UNKNOWN_FUNCTION";

    /// <summary>A warning that Stepwise adds: an expression calls a function with too few or too many arguments.</summary>
    public const string WrongArgumentCount = "WRONG_ARGUMENT_COUNT";

    /// <summary>A warning that Stepwise adds: an expression nests more evaluations than Step Functions allows.</summary>
    public const string DeepExpression = "DEEP_EXPRESSION";

    /// <summary>A warning that Stepwise adds: no terminal state can be reached from a state.</summary>
    public const string EndlessLoop = "ENDLESS_LOOP";

    /// <summary>A warning that Stepwise adds: a task waits for its token, but does not pass the token on.</summary>
    public const string MissingTaskToken = "MISSING_TASK_TOKEN";

    /// <summary>A warning that Stepwise adds: a Choice has no Default, so it fails if no rule is true.</summary>
    public const string MissingDefault = "MISSING_DEFAULT";

    /// <summary>A warning that Stepwise adds: a rule, retrier or catcher never applies, because an earlier one covers it.</summary>
    public const string NeverReached = "NEVER_REACHED";

    /// <summary>A warning that Stepwise adds: an error name begins with <c>States.</c>, but Step Functions has no such error.</summary>
    public const string UnknownErrorName = "UNKNOWN_ERROR_NAME";

    /// <summary>A warning that Stepwise adds: a retrier names an error that Step Functions never retries.</summary>
    public const string NotRetriable = "NOT_RETRIABLE";

    /// <summary>A warning that Stepwise adds: an argument of a service's action has another type or another value than the model of the API says.</summary>
    public const string DoubtfulArgument = "DOUBTFUL_ARGUMENT";
}
