namespace TaskOrchestration.StatesLanguage.Parsing;

/// <summary>A mistake of a definition's author.</summary>
/// <param name="Severity">Whether it keeps the machine from being created.</param>
/// <param name="Code">AWS's code, for example <c>SCHEMA_VALIDATION_FAILED</c>.</param>
/// <param name="Message">What was expected and what was found.</param>
/// <param name="Pointer">Where: a JSON pointer with list indexes in brackets, <c>/States/Pay/Retry[0]</c>; empty where no place applies, <c>/</c> for the
/// whole definition. Names are not escaped, as AWS does not. A text that is no JSON has no structure to point into: there it is a line and a column,
/// <c>[Source: (String)"…"; line: 1, column: 4]</c>.</param>
public sealed record Problem(ProblemSeverity Severity, string Code, string Message, string Pointer);
