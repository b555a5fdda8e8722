namespace Stepwise.StatesLanguage.Diagnostics;

/// <summary>The codes of diagnostics: AWS's own, as <c>ValidateStateMachineDefinition</c> returns them.</summary>
public static class DiagnosticCodes
{
    /// <summary>The text is not JSON.</summary>
    public const string InvalidJsonDescription = "INVALID_JSON_DESCRIPTION";

    /// <summary>A field is missing, unknown, of the wrong type or out of range.</summary>
    public const string SchemaValidationFailed = "SCHEMA_VALIDATION_FAILED";

    /// <summary>A transition leads nowhere, or no transition leads to a state.</summary>
    public const string MissingTransitionTarget = "MISSING_TRANSITION_TARGET";

    /// <summary>No state ends the machine.</summary>
    public const string MissingEndState = "MISSING_END_STATE";

    /// <summary>Two states have the same name.</summary>
    public const string DuplicateStateName = "DUPLICATE_STATE_NAME";

    /// <summary>A state's name is empty or too long.</summary>
    public const string InvalidStateName = "INVALID_STATE_NAME";

    /// <summary>A Map's label is empty, too long or has characters that are not allowed.</summary>
    public const string InvalidLabelName = "INVALID_LABEL_NAME";

    /// <summary>Two Maps have the same label.</summary>
    public const string DuplicateLabelName = "DUPLICATE_LABEL_NAME";

    /// <summary>A JSONata expression cannot be parsed.</summary>
    public const string InvalidJsonataExpression = "INVALID_JSONATA_EXPRESSION";

    /// <summary>A JSONata expression uses what Step Functions does not offer.</summary>
    public const string UnsupportedJsonataExpression = "UNSUPPORTED_JSONATA_EXPRESSION";

    /// <summary>A variable's name is no identifier.</summary>
    public const string InvalidVariableName = "INVALID_VARIABLE_NAME";

    /// <summary>A variable has a reserved name.</summary>
    public const string ReservedVariableName = "RESERVED_VARIABLE_NAME";

    /// <summary>Machines lie too deep in each other.</summary>
    public const string TooDeeplyNested = "TOO_DEEPLY_NESTED";

    /// <summary>Warning: a value looks like a path, but its field's name does not end with <c>.$</c>.</summary>
    public const string NoDollar = "NO_DOLLAR";

    /// <summary>Warning: a value looks like a path, but its field is not a path field.</summary>
    public const string NoPath = "NO_PATH";

    /// <summary>Warning: the result of a Pass is a constant, but looks like a path.</summary>
    public const string PassResultIsStatic = "PASS_RESULT_IS_STATIC";

    /// <summary>Warning of Stepwise's own: a variable is read that nothing assigns.</summary>
    public const string UnassignedVariable = "UNASSIGNED_VARIABLE";

    /// <summary>Warning of Stepwise's own: an expression calls a function that does not exist.</summary>
    public const string UnknownFunction = "UNKNOWN_FUNCTION";

    /// <summary>Warning of Stepwise's own: an expression calls a function with a number of arguments that it does not take.</summary>
    public const string WrongArgumentCount = "WRONG_ARGUMENT_COUNT";

    /// <summary>Warning of Stepwise's own: from a state on, the machine can never end.</summary>
    public const string EndlessLoop = "ENDLESS_LOOP";

    /// <summary>Warning of Stepwise's own: a task waits for a token that it does not hand out.</summary>
    public const string MissingTaskToken = "MISSING_TASK_TOKEN";

    /// <summary>Warning of Stepwise's own: a Choice fails when no rule holds.</summary>
    public const string MissingDefault = "MISSING_DEFAULT";

    /// <summary>Warning of Stepwise's own: a rule, retrier or catcher stands behind one that takes everything it would take.</summary>
    public const string NeverReached = "NEVER_REACHED";

    /// <summary>Warning of Stepwise's own: an error name that begins with <c>States.</c> and that Step Functions does not give.</summary>
    public const string UnknownErrorName = "UNKNOWN_ERROR_NAME";

    /// <summary>Warning of Stepwise's own: an error is retried that Step Functions never retries.</summary>
    public const string NotRetriable = "NOT_RETRIABLE";
}
