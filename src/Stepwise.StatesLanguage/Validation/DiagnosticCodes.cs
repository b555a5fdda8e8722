namespace Stepwise.StatesLanguage.Validation;

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
}
