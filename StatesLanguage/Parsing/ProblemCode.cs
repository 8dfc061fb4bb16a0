namespace TaskOrchestration.StatesLanguage.Parsing;

/// <summary>The codes of problems, AWS's own.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html">Diagnostic codes</seealso>
public static class ProblemCode
{
    /// <summary>The text is not JSON.</summary>
    public const string InvalidJson = "INVALID_JSON_DESCRIPTION";

    /// <summary>There is no text.</summary>
    public const string MissingDescription = "MISSING_DESCRIPTION";

    /// <summary>A field is missing, unknown, or holds what it must not.</summary>
    public const string Schema = "SCHEMA_VALIDATION_FAILED";

    /// <summary>The <c>Resource</c> of a Task is not usable.</summary>
    public const string InvalidResource = "INVALID_RESOURCE";

    /// <summary>A graph never ends.</summary>
    public const string MissingEndState = "MISSING_END_STATE";

    /// <summary>A state is named that is not there, or a state is there that nothing leads to.</summary>
    public const string MissingTransitionTarget = "MISSING_TRANSITION_TARGET";

    /// <summary>Two states of a machine share a name.</summary>
    public const string DuplicateStateName = "DUPLICATE_STATE_NAME";

    /// <summary>A state's name is empty or too long.</summary>
    public const string InvalidStateName = "INVALID_STATE_NAME";

    /// <summary>The <c>Label</c> of a Map is empty, too long or badly spelled.</summary>
    public const string InvalidLabelName = "INVALID_LABEL_NAME";

    /// <summary>Two Maps of a machine share a <c>Label</c>.</summary>
    public const string DuplicateLabelName = "DUPLICATE_LABEL_NAME";

    /// <summary>Warning: a text in a payload template looks like a path, but its name does not end in <c>.$</c>.</summary>
    public const string NoDollar = "NO_DOLLAR";

    /// <summary>Warning: a text looks like a path, but the name of its field does not end in <c>Path</c>.</summary>
    public const string NoPath = "NO_PATH";

    /// <summary>Warning: a path in the <c>Result</c> of a Pass, which is taken verbatim.</summary>
    public const string PassResultIsStatic = "PASS_RESULT_IS_STATIC";

    /// <summary>A JSONata expression cannot be read.</summary>
    public const string InvalidJsonata = "INVALID_JSONATA_EXPRESSION";

    /// <summary>A JSONata expression refers to what is not there for states.</summary>
    public const string UnsupportedJsonata = "UNSUPPORTED_JSONATA_EXPRESSION";
}
